/// Takes dates out of what stands beside a link in a list of sources, with their brackets, the mark
/// before them, and the words that say when it was read: `(accessed March 3, 2025)`.
///
/// A date that is part of a sentence or of a title stays: `Prices of March 3, 2025 hold`.
struct EntryDates {
  /// The first date of the source itself.
  private(set) var published: CalendarDate?
  /// Whether a date that was taken says when somebody read it.
  private(set) var haveAccess = false
  /// Whether the text that was read last ended with a date of the source.
  private(set) var closed = false

  /// Takes the dates out of a text; returns the rest.
  mutating func take(from text: String) -> String {
    closed = false
    guard text.utf8.contains(where: \.isDigit) else { return text }
    var text = text
    return text.withUTF8 { bytes in take(from: bytes) } ?? text
  }

  private mutating func take(from text: Bytes) -> String? {
    var rest: [UInt8] = []
    var copied = 0
    var index = 0
    while index < text.count {
      let byte = text[index]
      guard byte.isDigit || byte.isLetter else {
        index += 1
        continue
      }
      if let part = DatePart(text, at: index),
        let cut = DateCut(text, index..<part.end, from: copied)
      {
        rest += text[copied..<cut.range.lowerBound]
        (copied, index) = (cut.range.upperBound, cut.range.upperBound)
        closed = !cut.isAccess
        if cut.isAccess { haveAccess = true } else if published == nil { published = part.date }
      } else {
        while index < text.count, text[index].isDigit || text[index].isLetter { index += 1 }
      }
    }
    guard copied > 0 else { return nil }
    if text[copied...].contains(where: { $0.isLetter || $0 >= 0x80 }) { closed = false }
    return String(decoding: rest + text[copied...], as: UTF8.self)
  }
}
