import BriefModel
import Foundation

/// The parts of a brief as one value of the index: for each the fingerprint (16 bytes), the index
/// of its section or 65535 for the lede, the length of its id (two bytes each, the low one first),
/// and the id. A lede beside sections stands last.
enum PartsBlob {
  private static let lede = 0xFFFF

  struct Decoded {
    var parts: [BriefSummary.Part] = []
    /// The lede beside sections.
    var lede: BriefSummary.Part?
  }

  static func encode(_ summary: BriefSummary) -> Data {
    var bytes: [UInt8] = []
    for part in summary.markedParts {
      let id = Array(part.id.utf8.prefix(lede - 1))
      bytes += part.fingerprint.bytes
      append(part.section.map { min($0, lede - 1) } ?? lede, to: &bytes)
      append(id.count, to: &bytes)
      bytes += id
    }
    return Data(bytes)
  }

  /// The parts; those up to a mistake where there is one.
  static func decode(_ blob: UnsafeRawBufferPointer) -> Decoded {
    var parts: [BriefSummary.Part] = []
    var index = 0
    while index + 20 <= blob.count {
      let section = number(blob, at: index + 16)
      let end = index + 20 + number(blob, at: index + 18)
      guard end <= blob.count, let fingerprint = Fingerprint(bytes: Array(blob[index..<index + 16]))
      else { break }
      parts.append(
        BriefSummary.Part(
          id: String(decoding: blob[index + 20..<end], as: UTF8.self),
          section: section == lede ? nil : section, fingerprint: fingerprint))
      index = end
    }
    let lede = parts.last?.id == BriefSummary.ledeID ? parts.popLast() : nil
    return Decoded(parts: parts, lede: lede)
  }

  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(value & 0xFF))
    bytes.append(UInt8(value >> 8))
  }

  private static func number(_ blob: UnsafeRawBufferPointer, at index: Int) -> Int {
    Int(blob[index]) | Int(blob[index + 1]) << 8
  }
}
