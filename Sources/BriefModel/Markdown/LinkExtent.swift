/// Finds where a Markdown link ends, which md4c does not tell.
enum LinkExtent {
  /// How far is looked for what ends a destination's title, or a reference's name.
  private static let reach = 4096

  /// The form of a link that starts at an offset, and the offset after its last byte.
  ///
  /// `label` is an offset in or after the label's text, and before its closing bracket.
  static func of(_ file: Bytes, from start: Int, label: Int) -> (form: Citation.Form, end: Int) {
    guard file[start] != 0x3C else {
      let end = file.firstIndex(of: 0x3E, from: max(start, label)) ?? label
      return (.autolink, min(end + 1, file.count))
    }
    guard let bracket = file.firstIndex(of: 0x5D, from: max(start + 1, label)) else {
      return (.reference, max(start, label))
    }
    if file.has("(", at: bracket + 1), let end = target(file, from: bracket + 2) {
      return (.link, end)
    }
    return (.reference, name(file, after: bracket))
  }

  /// The offset after the `)` of `(destination "title")`.
  private static func target(_ file: Bytes, from start: Int) -> Int? {
    var index = spaces(file, from: start)
    guard let after = destination(file, from: index) else { return nil }
    index = spaces(file, from: after)
    if index > after, index < file.count, let close = closing(of: file[index]) {
      index += 1
      let limit = min(file.count, index + reach)
      while index < limit, file[index] != close { index += file[index] == 0x5C ? 2 : 1 }
      index = spaces(file, from: index + 1)
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

  /// The offset after a destination: in angle brackets, or up to a space or an unopened `)`.
  private static func destination(_ file: Bytes, from start: Int) -> Int? {
    var index = start
    if file.has("<", at: start) {
      while index < file.count, file[index] != 0x3E, file[index] != 0x0A {
        index += file[index] == 0x5C ? 2 : 1
      }
      return index < file.count && file[index] == 0x3E ? index + 1 : nil
    }
    var open = 0
    while index < file.count {
      switch file[index] {
      case 0...0x20, 0x7F: return index
      case 0x5C: index += 1
      case 0x28: open += 1
      case 0x29:
        if open == 0 { return index }
        open -= 1
      default: break
      }
      index += 1
    }
    return nil
  }

  private static func spaces(_ file: Bytes, from start: Int) -> Int {
    var index = start
    while index < file.count, file[index].isWhitespace { index += 1 }
    return index
  }

  /// The offset after `[name]` behind a label, or after the label.
  private static func name(_ file: Bytes, after bracket: Int) -> Int {
    guard file.has("[", at: bracket + 1) else { return bracket + 1 }
    let limit = min(file.count, bracket + reach)
    var index = bracket + 2
    while index < limit, file[index] != 0x5D { index += file[index] == 0x5C ? 2 : 1 }
    return index < limit ? index + 1 : bracket + 1
  }
}
