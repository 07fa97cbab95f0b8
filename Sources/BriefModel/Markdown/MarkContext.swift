/// Finds what stands before a mark, in the file's bytes.
extension MarkContext {
  /// How far back is looked.
  private static let reach = 48

  /// What stands before a mark, which what follows an index of an array has a say in.
  init(_ file: Bytes, around range: Range<Int>) {
    let before = MarkContext(file, before: range.lowerBound)
    switch before {
    case .word, .unit, .letter:
      self = ArrayIndex.isIndex(file, range) ? .identifier : before
    case .stop, .identifier, .space: self = before
    }
  }

  private init(_ file: Bytes, before offset: Int) {
    var index = offset
    let limit = max(0, offset - MarkContext.reach)
    var skipped = false
    var lineEnds = 0
    while index > limit {
      if let length = MarkContext.closing(file, before: index, limit) {
        index -= length
        skipped = true
        continue
      }
      let byte = file[index - 1]
      guard byte.isWhitespace else { break }
      if byte == 0x0A { lineEnds += 1 }
      if lineEnds > 1 { break }
      index -= 1
      skipped = true
    }
    if index <= limit || lineEnds > 1 {
      self = .space
    } else if MarkContext.isStop(file, before: index) {
      self = .stop
    } else {
      self = skipped ? MarkContext.after(file, index, offset) : MarkContext(file, wordEnd: index)
    }
  }

  /// Emphasis, quotes, closing brackets, tags and other marks between a stop and a mark.
  private static func closing(_ file: Bytes, before index: Int, _ limit: Int) -> Int? {
    switch file[index - 1] {
    case 0x22, 0x27, 0x29, 0x2A, 0x5F: return 1
    case 0x5C: return 1
    case 0x3E: return back(file, to: 0x3C, from: index, limit)
    case 0x5D: return back(file, to: 0x5B, from: index, limit)
    case 0x9D, 0x99: return file.has("”", at: index - 3) || file.has("’", at: index - 3) ? 3 : nil
    case 0x8D: return file.has("」", at: index - 3) ? 3 : nil
    case 0x8F: return file.has("』", at: index - 3) ? 3 : nil
    case 0x89: return file.has("）", at: index - 3) ? 3 : nil
    case 0x91: return wide(file, "【", "】", before: index, limit)
    case 0xBD: return wide(file, "［", "］", before: index, limit)
    default: return superscript(file, before: index)
    }
  }

  /// The number of bytes of a mark in wide brackets.
  private static func wide(
    _ file: Bytes, _ opening: StaticString, _ closing: StaticString, before index: Int, _ limit: Int
  ) -> Int? {
    guard file.has(closing, at: index - 3) else { return nil }
    var start = index - 6
    while start >= limit, !file.has(opening, at: start) { start -= 1 }
    return start >= limit ? index - start : nil
  }

  /// The number of bytes back to an opening mark on the same line.
  private static func back(_ file: Bytes, to mark: UInt8, from end: Int, _ limit: Int) -> Int? {
    var index = end - 2
    while index >= limit, file[index] != 0x0A {
      if file[index] == mark { return end - index }
      index -= 1
    }
    return nil
  }

  private static func superscript(_ file: Bytes, before index: Int) -> Int? {
    if ["¹", "²", "³"].contains(where: { file.has($0, at: index - 2) }) { return 2 }
    guard index >= 3, file[index - 3] == 0xE2, file[index - 2] == 0x81,
      (0xB4...0xB9).contains(file[index - 1]) || file[index - 1] == 0xB0
    else { return nil }
    return 3
  }

  private static func isStop(_ file: Bytes, before index: Int) -> Bool {
    switch file[index - 1] {
    case 0x2E, 0x21, 0x3F: true
    case 0x82: file.has("。", at: index - 3)
    case 0x81: file.has("！", at: index - 3)
    case 0x9F: file.has("？", at: index - 3)
    case 0xA6: file.has("…", at: index - 3)
    default: false
    }
  }

  /// Whether a mark that ends here ends a clause or a line, or another mark follows.
  static func isClauseEnd(_ file: Bytes, at end: Int) -> Bool {
    guard end < file.count else { return true }
    switch file[end] {
    case 0x0A, 0x0D, 0x21, 0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3C, 0x3F, 0x5B, 0x7C: return true
    case 0xE3: return file.has("。", at: end) || file.has("、", at: end)
    case 0xEF: return ["，", "；", "：", "！", "？", "）"].contains { file.has($0, at: end) }
    default: return file.has(" |", at: end)
    }
  }

  private static func after(_ file: Bytes, _ index: Int, _ offset: Int) -> MarkContext {
    file[offset - 1].isWhitespace ? .space : .word
  }

  /// What kind of word ends here.
  init(_ file: Bytes, wordEnd end: Int) {
    let last = file[end - 1]
    guard last.isLetter || last.isDigit || last == 0x5F else {
      self = last >= 0x80 || last == 0x2C || last == 0x3B ? .word : .space
      return
    }
    var start = end
    var hasSign = false
    while start > 0, end - start < 16,
      file[start - 1].isLetter || file[start - 1].isDigit || file[start - 1] == 0x5F
    {
      start -= 1
      if file[start] == 0x5F { hasSign = true }
    }
    let isAlone = start == 0 || file[start - 1] < 0x80
    if hasSign || end - start == 1 && isAlone && last.isLetter {
      self = !hasSign && VariableLetter.isNone(file, at: start) ? .letter : .identifier
    } else {
      self = (end - start <= 2 && isAlone) || last.isDigit ? .unit : .word
    }
  }
}
