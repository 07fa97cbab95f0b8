import BriefModel

/// One spelling of a mark that leads nowhere, or a part of whose numbers does: where it stands first,
/// and how often it stands.
struct LostMark {
  let form: Citation.Form
  /// The bytes of the whole mark, those of its numbers that lead somewhere included.
  let range: Range<Int>
  /// The mark as it stands in the text, or what of it leads nowhere: `9 of [1, 9]`.
  let words: String
  /// Whether several of its numbers lead nowhere.
  let isSeveral: Bool
  /// Whether the entries are there, but have no web address.
  let lacksAddress: Bool
  var count = 1

  /// ` (and 3 more times)`, or nothing where it stands once.
  var more: String { Count.more(count) }

  /// All of a manuscript, each spelling where it stands first.
  static func all(in manuscript: Manuscript) -> [LostMark] {
    var marks: [LostMark] = []
    var places: [Spelling: Int] = [:]
    for found in each(in: manuscript) {
      let spelling = Spelling(words: found.words, lacksAddress: found.lacksAddress)
      if let place = places[spelling] {
        marks[place].count += 1
      } else {
        places[spelling] = marks.count
        marks.append(found)
      }
    }
    return marks
  }

  private static func each(in manuscript: Manuscript) -> [LostMark] {
    let citations = manuscript.brief.citations
    var marks: [LostMark] = []
    var index = 0
    while index < citations.count {
      let mark = wholeMark(from: index, in: citations)
      index = mark.upperBound
      marks += lost(citations[mark], manuscript)
    }
    return marks + manuscript.brief.strayNumbers.map { LostMark($0, manuscript) }
  }

  private init(_ stray: StrayNumbers, _ manuscript: Manuscript) {
    self.init(
      form: stray.form, range: stray.range, numbers: stray.numbers, isWhole: stray.isWhole,
      lacksAddress: false, manuscript)
  }

  /// A mark with those of its numbers that lead nowhere.
  private init(
    form: Citation.Form, range: Range<Int>, numbers: [Int], isWhole: Bool, lacksAddress: Bool,
    _ manuscript: Manuscript
  ) {
    let text = manuscript.excerpt(range)
    self.init(
      form: form, range: range, words: isWhole ? text : "\(Count.lines(numbers)) of \(text)",
      isSeveral: numbers.count > 1, lacksAddress: lacksAddress)
  }

  private init(
    form: Citation.Form, range: Range<Int>, words: String, isSeveral: Bool, lacksAddress: Bool
  ) {
    self.form = form
    self.range = range
    self.words = words
    self.isSeveral = isSeveral
    self.lacksAddress = lacksAddress
  }

  private struct Spelling: Hashable {
    let words: String
    let lacksAddress: Bool
  }

  /// The citations that are of one mark with the one at an index.
  private static func wholeMark(from start: Int, in citations: [Citation]) -> Range<Int> {
    var end = start + 1
    while end < citations.count, citations[end].joinsMark,
      citations[end].range.lowerBound == citations[end - 1].range.upperBound
    {
      end += 1
    }
    return start..<end
  }

  /// What of one mark leads nowhere: the numbers without an entry, and those whose entry has no
  /// address. Each footnote is told by itself, as each has a definition.
  private static func lost(
    _ mark: ArraySlice<Citation>, _ manuscript: Manuscript
  ) -> [LostMark] {
    guard let first = mark.first, let last = mark.last else { return [] }
    let range = first.range.lowerBound..<last.range.upperBound
    let lost = mark.filter { $0.source == nil }
    let isWhole = mark.count == 1
    guard first.form != .footnote || isWhole else {
      return lost.map {
        LostMark(
          form: $0.form, range: range, words: "[^\($0.label)]", isSeveral: false,
          lacksAddress: $0.lacksAddress)
      }
    }
    return [false, true].compactMap { lacksAddress in
      let numbers = lost.filter { $0.lacksAddress == lacksAddress }
      guard !numbers.isEmpty else { return nil }
      return LostMark(
        form: first.form, range: range, numbers: numbers.compactMap { Int($0.label) },
        isWhole: isWhole, lacksAddress: lacksAddress, manuscript)
    }
  }
}
