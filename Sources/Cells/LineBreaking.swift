import CICU

/// Where a line of text may be broken, by the Unicode Line Breaking Algorithm (UAX #14) as ICU has
/// it, with a short way for words of ASCII.
package final class LineBreaking {
  /// Opened when the first word needs it, which plain English may never do.
  private lazy var iterator = icu_breaks_open(ICU_BREAKS_LINE, "en")
  private var isOpen = false

  /// Opens nothing yet.
  package init() {}

  deinit {
    if isOpen, let iterator { icu_breaks_close(iterator) }
  }

  /// The byte offsets (ascending, the end excluded) at which a line may end and the next begin.
  ///
  /// A break after spaces stands behind the last of them. `bytes` is valid UTF-8 without line ends.
  package func opportunities(in bytes: [UInt8]) -> [Int] {
    var breaks: [Int] = []
    breaks.reserveCapacity(bytes.count / 6 + 1)
    bytes.withUnsafeBufferPointer { buffer in
      if buffer.allSatisfy({ $0 < 0x80 }) {
        breakASCII(buffer, into: &breaks)
      } else {
        breakWhole(buffer, from: 0, to: buffer.count, into: &breaks)
      }
    }
    return breaks
  }

  /// Words are broken at the spaces between them; only words with a mark inside are ICU's, together
  /// with their neighbours where the marks at their edges may hold them together.
  private func breakASCII(_ bytes: UnsafeBufferPointer<UInt8>, into breaks: inout [Int]) {
    var start = 0
    while start < bytes.count {
      var end = start
      var next = start
      var isPlain = true
      repeat {
        end = next
        while end < bytes.count, bytes[end] != 0x20 {
          if !ASCIIClass.isWord(bytes[end]) { isPlain = false }
          end += 1
        }
        next = end
        while next < bytes.count, bytes[next] == 0x20 { next += 1 }
      } while next < bytes.count
        && !ASCIIClass.breaks(after: end > start ? bytes[end - 1] : nil, before: bytes[next])
      if !isPlain, end - start > 1 { breakWord(bytes, from: start, to: end, into: &breaks) }
      if next < bytes.count { breaks.append(next) }
      start = next
    }
  }

  /// A word with nothing but letters, digits and closing points at its end has no break inside.
  private func breakWord(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into breaks: inout [Int]
  ) {
    var body = end
    while body > start, ASCIIClass.isPoint(bytes[body - 1]) { body -= 1 }
    if (start..<body).allSatisfy({ ASCIIClass.isWord(bytes[$0]) }) { return }
    breakWhole(bytes, from: start, to: end, into: &breaks)
  }

  private func breakWhole(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, into breaks: inout [Int]
  ) {
    isOpen = true
    guard let iterator, let base = bytes.baseAddress, end > start else { return }
    base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { chars in
      guard icu_breaks_set_text(iterator, chars + start, Int64(end - start)) else { return }
      while case let next = icu_breaks_next(iterator), next >= 0, Int(next) < end - start {
        breaks.append(start + Int(next))
      }
    }
  }
}

/// The line-breaking classes of ASCII, as far as the spaces between words need them.
private enum ASCIIClass {
  static func isWord(_ byte: UInt8) -> Bool {
    byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39
  }

  /// `,` `.` `:` `;`, of class IS.
  static func isPoint(_ byte: UInt8) -> Bool {
    byte == 0x2C || byte == 0x2E || byte == 0x3A || byte == 0x3B
  }

  /// Whether a break after the spaces between these two is certain: not with closing marks after
  /// (LB13 and ICU's exceptions to it), nor opening marks before (LB14, LB15).
  static func breaks(after last: UInt8?, before next: UInt8) -> Bool {
    switch next {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: ","), UInt8(ascii: "."),
      UInt8(ascii: ":"), UInt8(ascii: ";"):
      return false
    default: break
    }
    switch last {
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return false
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      return !(next == UInt8(ascii: "(") || next == UInt8(ascii: "[") || next == UInt8(ascii: "{"))
    default: return true
    }
  }
}
