/// Tells in runs of words what differs between two passages.
struct WordComparison {
  private let old: ComparedPassage
  private let new: ComparedPassage
  /// Whether the passage is in one of the texts only.
  private let isOfOne: Bool
  private(set) var runs: [ChangeRun] = []

  init(_ old: ComparedPassage, _ new: ComparedPassage, work: inout Alignment.Work) {
    self.old = old
    self.new = new
    isOfOne = false
    let (olds, news) = (old.tokens(), new.tokens())
    let alignment = Alignment(olds.map(\.key), news.map(\.key), work: &work)
    var (o, n) = (0, 0)
    let matches = slid(Self.joined(alignment.matches, olds, news), olds, news)
    for (index, match) in matches.enumerated() {
      change(olds[o..<match.old], news[n..<match.new])
      (o, n) = (match.old + match.count, match.new + match.count)
      add(news[match.new..<n], .kept)
      let next = index + 1 < matches.count ? matches[index + 1].old : olds.count
      if next > o { space(as: olds[o - 1]) }
    }
    change(olds[o...], news[n...])
  }

  /// Before words that are gone the last one kept has the space that it had before them.
  private mutating func space(as token: Token) {
    guard var text = runs.popLast() else { return }
    while text.text.last == " " { text.text.removeLast() }
    if token.range.last.map({ old.bytes[$0] == 0x20 }) ?? false { text.text += " " }
    runs.append(text)
  }

  /// The runs of a passage that is in one text only, or the same in both.
  static func runs(of passage: ComparedPassage, _ kind: ChangeRun.Kind) -> [ChangeRun] {
    var comparison = WordComparison(only: passage)
    comparison.add(passage.tokens()[...], kind)
    return comparison.runs
  }

  private init(only passage: ComparedPassage) {
    old = passage
    new = passage
    isOfOne = true
  }

  /// Lets what came or went begin after a stop and end with one, where it could as well begin with
  /// one: `fell. +Then it rose.+` and not `fell+. Then it rose+.`
  private func slid(
    _ matches: [Alignment.Match], _ olds: [Token], _ news: [Token]
  ) -> [Alignment.Match] {
    var slid: [Alignment.Match] = []
    for var match in matches {
      while let last = slid.last, match.count > 0 {
        let (o, n) = (last.old + last.count, last.new + last.count)
        // Either side has nothing between the two matches.
        guard (o == match.old) != (n == match.new) else { break }
        let token = o == match.old ? news[n] : olds[o]
        guard token.key == news[match.new].key, isStop(token, o == match.old ? new : old) else {
          break
        }
        slid[slid.count - 1].count += 1
        match = Alignment.Match(old: match.old + 1, new: match.new + 1, count: match.count - 1)
      }
      if match.count > 0 { slid.append(match) }
    }
    return slid
  }

  private func isStop(_ token: Token, _ passage: ComparedPassage) -> Bool {
    guard token.mark == nil else { return false }
    let text = passage.bytes[token.range].prefix { $0 != 0x20 }
    return Self.stops.contains(String(decoding: text, as: UTF8.self))
  }

  private static let stops: Set<String> = [".", "!", "?", ";", ":", ",", "。", "、", "！", "？"]

  /// Leaves out matches so short between two changes that they only tear these apart: a sign, or
  /// a character or two.
  private static func joined(
    _ matches: [Alignment.Match], _ olds: [Token], _ news: [Token]
  ) -> [Alignment.Match] {
    matches.enumerated().filter { index, match in
      let (oldEnd, newEnd) = (match.old + match.count, match.new + match.count)
      let isInside =
        index > 0 && index < matches.count - 1
        || (match.old > 0 && match.new > 0 && oldEnd < olds.count && newEnd < news.count)
      let tokens = news[match.new..<newEnd]
      let bytes = tokens.reduce(0) { $0 + $1.range.count }
      return !isInside || bytes > 4 || tokens.contains { $0.mark != nil }
    }.map(\.element)
  }

  private mutating func change(_ olds: ArraySlice<Token>, _ news: ArraySlice<Token>) {
    add(olds, .removed)
    add(news, .added)
  }

  private mutating func add(_ tokens: ArraySlice<Token>, _ kind: ChangeRun.Kind) {
    let passage = kind == .removed ? old : new
    for token in tokens {
      let isSource = token.mark != nil
      var text = token.mark.map { words(for: $0, kind) } ?? ""
      text += String(decoding: passage.bytes[token.range], as: UTF8.self)
      if let last = runs.last, last.kind == kind, last.isSource == isSource {
        runs[runs.count - 1].text += text
      } else {
        runs.append(ChangeRun(kind: kind, text: text, isSource: isSource))
      }
    }
  }

  /// The number where the citation stays; the outlet with it where it comes, as numbers shift, and
  /// alone where it goes, as the number is another's now. An outlet that the words before it name
  /// is not named again.
  private func words(for index: Int, _ kind: ChangeRun.Kind) -> String {
    let passage = kind == .removed ? old : new
    let mark = passage.marks[index]
    guard !mark.outlet.isEmpty else { return mark.number }
    let isNamed = passage.bytes[..<mark.offset].suffix(mark.outlet.utf8.count)
      .elementsEqual(mark.outlet.utf8)
    return switch kind {
    case .kept: mark.number
    case .added: isNamed ? mark.number : "\(mark.number.dropLast()) \(mark.outlet)]"
    case .removed: isNamed && isOfOne ? "" : "[\(mark.outlet)]"
    }
  }
}
