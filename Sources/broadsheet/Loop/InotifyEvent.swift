import Glibc

/// What the system tells of a watched folder (inotify(7)).
struct InotifyEvent {
  var watch: Int32
  var mask: UInt32
  /// Of the file in the folder; empty where it is about the folder.
  var name: String

  /// Whether it is of a kind.
  func has(_ kind: some BinaryInteger) -> Bool { mask & UInt32(truncatingIfNeeded: kind) != 0 }

  /// The events that were read.
  static func all(in buffer: ArraySlice<UInt8>) -> [InotifyEvent] {
    let header = MemoryLayout<inotify_event>.size
    return buffer.withUnsafeBytes { bytes in
      var events: [InotifyEvent] = []
      var offset = 0
      while offset + header <= bytes.count {
        let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
        let end = min(bytes.count, offset + header + Int(event.len))
        let name = bytes[(offset + header)..<end].prefix { $0 != 0 }
        events.append(
          InotifyEvent(
            watch: event.wd, mask: event.mask, name: String(decoding: name, as: UTF8.self)))
        offset = end
      }
      return events
    }
  }
}
