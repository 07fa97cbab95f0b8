import BriefModel
import CZlib
import Foundation

/// A text as zlib makes it small (RFC 1950).
struct DeflatedText {
  /// No text that was kept is larger.
  private static let largest = 32 << 20

  /// Bytes of the text.
  let size: Int
  let data: Data

  init(size: Int, data: Data) {
    self.size = size
    self.data = data
  }

  /// Makes a text small; nil for an empty one and where there is no memory.
  init?(_ text: [UInt8]) {
    guard !text.isEmpty, text.count <= Self.largest else { return nil }
    var length = compressBound(uLong(text.count))
    var bytes = [UInt8](repeating: 0, count: Int(length))
    guard compress2(&bytes, &length, text, uLong(text.count), Z_DEFAULT_COMPRESSION) == Z_OK else {
      return nil
    }
    self.init(size: text.count, data: Data(bytes.prefix(Int(length))))
  }

  /// The brief whose text it is, as one that lies at a path; nil where it is none.
  func brief(at path: String, today: CalendarDate) -> Brief? {
    text.flatMap { try? BriefParser.parse(bytes: $0, path: path, modified: nil, today: today) }
  }

  /// The text; nil where the bytes are damaged.
  var text: [UInt8]? {
    guard (1...Self.largest).contains(size) else { return nil }
    var bytes = [UInt8](repeating: 0, count: size)
    var length = uLong(size)
    let status = data.withUnsafeBytes { data in
      uncompress(
        &bytes, &length, data.bindMemory(to: UInt8.self).baseAddress, uLong(data.count))
    }
    return status == Z_OK && Int(length) == size ? bytes : nil
  }
}
