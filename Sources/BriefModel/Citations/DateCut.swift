/// What is taken out of a text with a date that stands apart in it.
struct DateCut {
  private(set) var range: Range<Int>
  /// Whether words beside the date say that it is the day on which somebody read the source.
  private(set) var isAccess = false

  /// Nil for a date that stands within a sentence or a title.
  init?(_ text: Bytes, _ date: Range<Int>, from start: Int) {
    var low = DateCut.withoutSpaces(text, before: date.lowerBound, from: start)
    var high = date.upperBound
    var hasWord = false
    while let word = DateCut.word(text, before: low, from: start) {
      isAccess = isAccess || word.isAccess
      hasWord = true
      low = DateCut.withoutSpaces(text, before: low - word.length, from: start)
    }
    for word in DateCut.accessEndings {
      let next = DateCut.afterSpaces(text, high)
      guard text.has(word, at: next) else { continue }
      high = next + word.utf8CodeUnitCount
      isAccess = true
    }
    range = low..<high
    guard widen(text, from: start, hasWord: hasWord) else { return nil }
  }

  /// Takes in the brackets around, or the mark before; false where words are beside it.
  private mutating func widen(_ text: Bytes, from start: Int, hasWord: Bool) -> Bool {
    let (low, high) = (range.lowerBound, range.upperBound)
    let next = DateCut.afterSpaces(text, high)
    let isFirst = low == start || text[low - 1] == 0x0A
    for pair in DateCut.brackets where DateCut.ends(text, with: pair.0, at: low, from: start) {
      let open = low - pair.0.utf8CodeUnitCount
      if text.has(pair.1, at: next) {
        range = open..<next + pair.1.utf8CodeUnitCount
        return true
      }
      guard let mark = DateCut.mark(text, at: next, isSpaced: next > high, isFirst: true) else {
        return false
      }
      range = low..<next + mark
      return true
    }
    let mark = DateCut.mark(text, at: next, isSpaced: next > high, isFirst: isFirst)
    guard next == text.count || text[next] == 0x0A || mark != nil else { return false }
    if isFirst {
      let isOpen = DateCut.brackets.contains {
        text.has($0.0, at: next) || text.has($0.1, at: next)
      }
      range = low..<(isOpen ? next : next + (mark ?? 0))
      return true
    }
    guard let before = DateCut.markLength(text, before: low, from: start) else { return hasWord }
    range = DateCut.withoutSpaces(text, before: low - before, from: start)..<high
    return true
  }

  /// How many bytes the mark before an index has that parts what stands beside it: none of a stop, a
  /// quote or a bracket, which belong to what goes before; nil where there is no such mark.
  private static func markLength(_ text: Bytes, before index: Int, from start: Int) -> Int? {
    if index > start, text[index - 1] == 0x2D {
      return index - 1 == start || text[index - 2] == 0x20 ? 1 : nil
    }
    if let mark = separators.first(where: { ends(text, with: $0, at: index, from: start) }) {
      return mark.utf8CodeUnitCount
    }
    return closers.contains { ends(text, with: $0, at: index, from: start) } ? 0 : nil
  }

  /// How many bytes the mark at an index has; nil where it does not part what stands beside it.
  private static func mark(_ text: Bytes, at index: Int, isSpaced: Bool, isFirst: Bool) -> Int? {
    for mark in separators where text.has(mark, at: index) { return mark.utf8CodeUnitCount }
    if index < text.count, [0x2E, 0x3A, 0x2D].contains(text[index]) {
      let end = afterSpaces(text, index + 1)
      if text[index] == 0x2D, !isSpaced || end == index + 1 { return nil }
      if text[index] == 0x3A, !isFirst, end < text.count { return nil }
      return end > index + 1 || end == text.count ? 1 : nil
    }
    for mark in ["：", "。"] as [StaticString] where text.has(mark, at: index) { return 3 }
    let isBracket = brackets.contains { text.has($0.0, at: index) || text.has($0.1, at: index) }
    return isBracket || openers.contains { text.has($0, at: index) } ? 0 : nil
  }

  private static func word(
    _ text: Bytes, before index: Int, from start: Int
  ) -> (length: Int, isAccess: Bool)? {
    guard index > start else { return nil }
    let end = text[index - 1] == 0x3A ? index - 1 : index
    for (words, isAccess) in [(accessWords, true), (dateWords, false)] {
      for word in words {
        let low = end - word.utf8CodeUnitCount
        guard low >= start, low == start || !text[low - 1].isLetter,
          (low..<end).allSatisfy({ text[$0].lowered == word.utf8Start[$0 - low] })
        else { continue }
        return (index - low, isAccess)
      }
    }
    return nil
  }

  private static func ends(
    _ text: Bytes, with mark: StaticString, at index: Int, from start: Int
  ) -> Bool {
    index - mark.utf8CodeUnitCount >= start && text.has(mark, at: index - mark.utf8CodeUnitCount)
  }

  private static func withoutSpaces(_ text: Bytes, before index: Int, from start: Int) -> Int {
    var index = index
    while index > start, text[index - 1] == 0x20 { index -= 1 }
    return index
  }

  private static func afterSpaces(_ text: Bytes, _ index: Int) -> Int {
    var index = index
    while index < text.count, text[index] == 0x20 { index += 1 }
    return index
  }

  private static let brackets: [(StaticString, StaticString)] = [
    ("(", ")"), ("（", "）"), ("[", "]"), ("【", "】"),
  ]
  private static let separators: [StaticString] = [
    ",", "，", ";", "；", "—", "–", "|", "｜", "·", "•", "、",
  ]
  /// What ends what goes before a date and belongs to that.
  private static let closers: [StaticString] = [
    ".", "。", ":", "：", ")", "）", "]", "】", "\"", "”", "»", "」", "』", "》",
  ]
  private static let openers: [StaticString] = ["\"", "“", "„", "«", "「", "『", "《"]
  private static let accessWords: [StaticString] = [
    "accessed", "retrieved", "visited", "viewed", "read", "abgerufen", "zugriff", "zuletzt",
    "consulté", "consultado", "consultato", "geraadpleegd", "访问", "访问于", "访问日期", "检索",
    "检索于", "訪問", "閲覧", "閲覧日", "アクセス", "アクセス日", "접속", "접속일", "обращения",
  ]
  /// Words between those and a date, or with which the source's own date begins.
  private static let dateWords: [StaticString] = [
    "on", "am", "vom", "le", "el", "il", "op", "em", "last", "published", "posted", "updated",
    "veröffentlicht", "publié", "publicado", "发布于", "发表于",
  ]
  /// Words behind a date that say that somebody read the source then.
  private static let accessEndings: [StaticString] = [
    "访问", "检索", "查阅", "訪問", "閲覧", "アクセス", "접속", "검색", "abgerufen", "accessed",
    "retrieved", ", from", "from",
  ]
}
