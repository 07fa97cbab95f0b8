/// Finds where a Markdown link ends, which md4c does not tell.
struct LinkExtent {
  /// How far is looked for what ends a title with escapes or entities, or a reference's name.
  private static let reach = 4096
  /// As many parentheses may be open in a destination, as in md4c.
  private static let openLimit = 32

  let file: Bytes
  /// The bytes of the destination, where md4c reads them as they stand in the file.
  var destination: Range<Int>?
  /// The bytes of the title, where md4c reads them as they stand in the file.
  var title: Range<Int>?

  /// The form of a link that starts at an offset, and the offset after its last byte.
  ///
  /// `label` is an offset in or after the label's text, and before its closing bracket.
  func end(from start: Int, label: Int) -> (form: Citation.Form, end: Int) {
    guard start < file.count, file[start] != 0x3C else {
      let end = file.firstIndex(of: 0x3E, from: max(start, label)) ?? label
      return (.autolink, min(end + 1, file.count))
    }
    guard let bracket = file.firstIndex(of: 0x5D, from: max(start + 1, label)) else {
      return (.reference, max(start, label))
    }
    if file.has("(", at: bracket + 1), let end = target(from: bracket + 2) {
      return (.link, end)
    }
    return (.reference, name(after: bracket))
  }

  /// The offset after the `)` of `(destination "title")`.
  private func target(from start: Int) -> Int? {
    var index = spaces(from: start)
    guard let after = destinationEnd(from: index) else { return nil }
    index = spaces(from: after)
    if index > after, index < file.count, let close = LinkExtent.closing(of: file[index]) {
      guard let end = titleEnd(from: index + 1, close: close) else { return nil }
      index = spaces(from: end + 1)
    }
    return file.has(")", at: index) ? index + 1 : nil
  }

  /// The mark that closes a title.
  private static func closing(of mark: UInt8) -> UInt8? {
    switch mark {
    case 0x22, 0x27: mark
    case 0x28: 0x29
    default: nil
    }
  }

  /// The offset of the mark that closes a title; in parentheses no other may open.
  private func titleEnd(from start: Int, close: UInt8) -> Int? {
    if let title, title.lowerBound == start, title.upperBound < file.count {
      return title.upperBound
    }
    var index = start
    let limit = min(file.count, start + LinkExtent.reach)
    while index < limit, file[index] != close {
      if close == 0x29, file[index] == 0x28 { return nil }
      index += file[index] == 0x5C ? 2 : 1
    }
    return index < limit ? index : nil
  }

  /// The offset after a destination: in angle brackets, or up to a space or an unopened `)`.
  private func destinationEnd(from start: Int) -> Int? {
    let isBracketed = file.has("<", at: start)
    if let destination, destination.lowerBound == (isBracketed ? start + 1 : start) {
      return min(file.count, destination.upperBound + (isBracketed ? 1 : 0))
    }
    return isBracketed ? bracketedEnd(from: start + 1) : plainEnd(from: start)
  }

  private func bracketedEnd(from start: Int) -> Int? {
    var index = start
    while index < file.count {
      switch file[index] {
      case 0x3E: return index + 1
      case 0x0A, 0x3C: return nil
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return nil
  }

  private func plainEnd(from start: Int) -> Int? {
    var index = start
    var open = 0
    while index < file.count {
      switch file[index] {
      case 0...0x20, 0x7F: return index
      case 0x5C: index += 1
      case 0x28:
        open += 1
        if open > LinkExtent.openLimit { return nil }
      case 0x29:
        if open == 0 { return index }
        open -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  /// The offset after white space with one line end at most, and after the marks of quotes at the
  /// start of a line in it.
  private func spaces(from start: Int) -> Int {
    var index = start
    var isAtLineStart = false
    while index < file.count, file[index].isWhitespace || isAtLineStart && file[index] == 0x3E {
      if file[index] == 0x0A {
        if isAtLineStart { break }
        isAtLineStart = true
      }
      index += 1
    }
    return index
  }

  /// The offset after `[name]` behind a label, or after the label.
  private func name(after bracket: Int) -> Int {
    guard file.has("[", at: bracket + 1) else { return bracket + 1 }
    let limit = min(file.count, bracket + LinkExtent.reach)
    var index = bracket + 2
    while index < limit {
      switch file[index] {
      case 0x5D: return index + 1
      case 0x5B: return bracket + 1
      case 0x0A where file.has("\n", at: index + 1): return bracket + 1
      case 0x5C: index += 2
      default: index += 1
      }
    }
    return bracket + 1
  }
}
