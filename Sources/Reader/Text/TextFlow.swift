import Cells

/// The running text of one paragraph: bytes in one piece, and which stretch has which style.
struct TextFlow {
  struct Span {
    var end: Int
    var role: Role
    var attributes: Style.Attributes
    var link: Int?
    var isNumber: Bool
  }

  private(set) var bytes: [UInt8] = []
  private(set) var spans: [Span] = []
  /// Offsets at which a line ends because the brief says so.
  private(set) var hardBreaks: [Int] = []
  /// Offsets at which no line ends, whatever stands there.
  private(set) var joins: Set<Int> = []

  /// Adds text; several spaces in a row count as one, as in all of Markdown but code.
  mutating func append(
    _ text: String, role: Role, attributes: Style.Attributes = [], link: Int? = nil,
    isNumber: Bool = false, isCode: Bool = false
  ) {
    let start = bytes.count
    if isCode {
      bytes.append(contentsOf: text.utf8)
    } else {
      for byte in text.utf8 where byte != 0x20 || (bytes.last.map { $0 != 0x20 } ?? false) {
        bytes.append(byte)
      }
    }
    guard bytes.count > start else { return }
    spans.append(
      Span(
        end: bytes.count, role: role, attributes: attributes, link: link, isNumber: isNumber))
  }

  /// Adds another flow with its styles and links.
  mutating func append(_ other: TextFlow) {
    let start = bytes.count
    bytes += other.bytes
    spans += other.spans.map {
      var span = $0
      span.end += start
      return span
    }
    hardBreaks += other.hardBreaks.map { $0 + start }
    joins.formUnion(other.joins.map { $0 + start })
  }

  /// Keeps what comes next on the line of what is there.
  mutating func join() { joins.insert(bytes.count) }

  mutating func breakLine() { hardBreaks.append(bytes.count) }
}
