/// The numbers that mean something in a brief, or would once a list has them, so that new ones are
/// others.
struct TakenNumbers {
  private var taken: Set<Int> = []
  /// The largest number that a list of the brief gives; 0 where there is none.
  private var last = 0
  /// What goes before the numbers of new footnotes: nothing, or where the brief names its own by
  /// words, letters that start no name. Beside words, numbers alone would order the sources anew.
  private(set) var notePrefix = ""

  /// `marks` are what may be citations in the text, and `avoided` the numbers that turned out to
  /// be taken where no mark tells it.
  init(_ brief: Brief, marks: [Mark], _ style: CitationStyle, avoided: Set<Int>) {
    for source in brief.sources {
      for entry in source.entries where style != .numbered || entry.note == nil {
        last = max(last, entry.number ?? 0)
      }
    }
    taken = avoided
    for mark in marks {
      if let number = mark.number(in: style) { taken.insert(number) }
    }
    let words = Set(marks.compactMap { $0.noteName?.lowercased() }).filter { Int($0) == nil }
    if !words.isEmpty { notePrefix = "s" }
    while words.contains(where: { $0.hasPrefix(notePrefix) }), !words.isEmpty { notePrefix += "s" }
  }

  /// Whether a number means something already.
  func contain(_ number: Int) -> Bool { taken.contains(number) }

  /// So many free numbers behind those of the brief's lists, or as many as there are up to a limit.
  ///
  /// They count on without a gap where a run of them is free.
  func free(_ count: Int, upTo limit: Int) -> [Int] {
    guard count > 0 else { return [] }
    var start = last + 1
    var number = start
    while number <= limit, number - start < count {
      if taken.contains(number) { start = number + 1 }
      number += 1
    }
    if number - start == count { return Array(start..<number) }
    var numbers: [Int] = []
    number = last + 1
    while number <= limit, numbers.count < count {
      if !taken.contains(number) { numbers.append(number) }
      number += 1
    }
    return numbers
  }
}

extension Mark {
  /// The name of the footnote that it cites or defines.
  fileprivate var noteName: String? {
    switch kind {
    case .footnote(let name), .definition(let name, isFootnote: true): name
    case .number, .superscript, .digits, .definition, .leak, .leakStart: nil
    }
  }

  /// The number that a list must not have, or no other list, for the mark to mean what it does; nil
  /// for what no list makes a citation.
  fileprivate func number(in style: CitationStyle) -> Int? {
    switch (kind, style) {
    case (.number(let number), .numbered): before == .identifier ? nil : number
    case (.superscript(let number), .numbered):
      before == .identifier || before == .unit ? nil : number
    case (.digits(let number), .numbered): number
    case (.footnote(let name), .footnotes), (.definition(let name, isFootnote: true), .footnotes):
      Int(name)
    case (.definition(let name, isFootnote: false), .numbered): ListNumber.read(name)
    case (.number, _), (.superscript, _), (.digits, _), (.footnote, _), (.definition, _),
      (.leak, _), (.leakStart, _):
      nil
    }
  }
}
