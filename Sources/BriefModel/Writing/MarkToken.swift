/// A mark as it stands in the file: one citation, or the several of `[1, 3]`.
struct MarkToken {
  /// Indices into `Brief.citations`.
  var citations: Range<Int>
  /// The bytes of the whole mark.
  var range: Range<Int>
  var form: Citation.Form

  /// All marks of a brief in the order of the text.
  static func all(of brief: Brief, in text: [UInt8]) -> [MarkToken] {
    var tokens: [MarkToken] = []
    for (index, citation) in brief.citations.enumerated() {
      if let last = tokens.last, last.form == citation.form,
        last.range.upperBound == citation.range.lowerBound,
        citation.range.isEmpty || last.isOpen(in: text)
      {
        tokens[tokens.count - 1].citations = last.citations.lowerBound..<index + 1
        tokens[tokens.count - 1].range = last.range.lowerBound..<citation.range.upperBound
      } else {
        tokens.append(
          MarkToken(citations: index..<index + 1, range: citation.range, form: citation.form))
      }
    }
    return tokens
  }

  /// Whether its closing bracket is still to come.
  private func isOpen(in text: [UInt8]) -> Bool {
    guard form == .number || form == .footnote else { return false }
    let mark = text[range]
    return mark.last != 0x5D
      && !["】", "］"].contains { mark.suffix(3).elementsEqual($0.utf8) }
  }

  /// Whether it stands for a place in a list, with no address of its own.
  var isNumeric: Bool {
    switch form {
    case .number, .footnote, .superscript, .digits: true
    case .link, .reference, .autolink, .address, .html, .leak: false
    }
  }
}

/// Marks that stand together, with nothing but separators between them.
struct MarkGroup {
  var tokens: [MarkToken]
  /// The bytes of the parentheses around, where nothing but the marks is in them.
  var brackets: Range<Int>?
  /// Whether they follow the end of a sentence, which they may cite.
  private(set) var followsStop = false
  /// Whether they end a line and follow the end of a sentence, so that no sentence needs their
  /// words.
  private(set) var isTrailing = false
  /// Whether they stand behind a word and a space, with nothing but spaces between them, and end
  /// the clause.
  private(set) var endsClause = false

  var range: Range<Int> {
    (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0)
  }

  /// The groups of all marks in the order of the text.
  static func all(of tokens: [MarkToken], in text: [UInt8]) -> [MarkGroup] {
    var groups: [MarkGroup] = []
    for token in tokens {
      if let last = groups.last, last.range.upperBound <= token.range.lowerBound,
        areSeparators(text[last.range.upperBound..<token.range.lowerBound])
      {
        groups[groups.count - 1].tokens.append(token)
      } else {
        groups.append(MarkGroup(tokens: [token]))
      }
    }
    return groups.map { group in
      var group = group
      group.brackets = group.brackets(in: text)
      group.followsStop = group.followsStop(in: text)
      group.isTrailing = group.followsStop && group.endsLine(in: text)
      group.endsClause = !group.followsStop && group.endsClause(in: text)
      return group
    }
  }

  private static func areSeparators(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.count <= 12 else { return false }
    return String(decoding: bytes, as: UTF8.self).unicodeScalars.allSatisfy {
      switch $0 {
      case " ", ",", "/", ";", "&", "·", "、", "，", "；", "／": true
      default: false
      }
    }
  }

  private func brackets(in text: [UInt8]) -> Range<Int>? {
    for (open, close) in [("(", ")"), ("（", "）")] {
      let width = open.utf8.count
      if text[..<range.lowerBound].suffix(width).elementsEqual(open.utf8),
        text[range.upperBound...].prefix(width).elementsEqual(close.utf8)
      {
        return range.lowerBound - width..<range.upperBound + width
      }
    }
    return nil
  }

  /// Whether a stop of its own follows them.
  func hasStop(in text: [UInt8]) -> Bool {
    let after = text[range.upperBound...]
    return after.first == 0x2E || after.starts(with: "。".utf8)
  }

  private func endsLine(in text: [UInt8]) -> Bool {
    var after = text[range.upperBound...].prefix(40).prefix { $0 != 0x0A }
    if after.starts(with: "。".utf8) { after = after.dropFirst("。".utf8.count) }
    return after.allSatisfy { $0 == 0x20 || $0 == 0x0D || $0 == 0x2E }
  }

  private func followsStop(in text: [UInt8]) -> Bool {
    let before = text[..<range.lowerBound].suffix(24).reversed().drop { $0 == 0x20 }
      .drop { $0 == 0x22 || $0 == 0x27 || $0 == 0x29 || $0 == 0x2A }
    // The number of an item is no sentence.
    let end = before.prefix(8).prefix { $0 != 0x0A }
    guard end.contains(where: { $0 >= 0x80 || $0.isLetter }) else { return false }
    if let last = before.first, last == 0x2E || last == 0x21 || last == 0x3F { return true }
    return ["。", "！", "？", "…", "”"].contains { before.starts(with: $0.utf8.reversed()) }
  }

  private func endsClause(in text: [UInt8]) -> Bool {
    guard range.lowerBound > 1, text[range.lowerBound - 1] == 0x20,
      endsWord(text[range.lowerBound - 2]),
      zip(tokens, tokens.dropFirst()).allSatisfy({
        text[$0.range.upperBound..<$1.range.lowerBound].allSatisfy { $0 == 0x20 }
      })
    else { return false }
    let after = text[range.upperBound...].prefix(8)
    if after.first.map({ $0 == 0x0A || $0 == 0x0D || $0 == 0x2E }) ?? true { return true }
    return ["。", "；", "，"].contains { after.starts(with: $0.utf8) }
  }

  /// Whether a byte ends a word, or what stands around words.
  private func endsWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte.isLetter || byte.isDigit || [0x22, 0x25, 0x27, 0x29].contains(byte)
  }
}
