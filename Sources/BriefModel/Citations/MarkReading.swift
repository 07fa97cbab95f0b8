/// Decides what the marks of a document mean, now that its lists are known.
struct MarkReading {
  enum Meaning: Equatable {
    /// A citation of the source to which a link leads.
    case link(Int)
    /// A citation that leads nowhere; its entry or note may be there and have no web address.
    case broken(hasEntry: Bool)
    /// No citation.
    case text
    /// Part of a mark that is counted elsewhere.
    case nothing
  }

  let marks: [Mark]
  /// The names of arrays, whose numbers are indices.
  private let arrays: ArrayNames
  let lists: NumberedLists
  let footnotes: [String: NumberedLists.Target]
  private let lone: LoneEntries
  /// The forms of numbers without brackets by which the text cites for sure.
  private let usual: Set<Citation.Form>
  /// The raised and sticking numbers that are text, as they are higher than all entries.
  private(set) var stray: [StrayNumbers] = []
  /// The last group that was looked at.
  private var group = MarkGroupReading()

  init(_ reader: CitationReader) {
    marks = reader.marks
    lists = reader.lists
    footnotes = reader.footnotes
    lone = reader.lone
    usual = MarkReading.usualForms(reader)
    arrays = ArrayNames(reader.arrays, marks: marks, countsFromZero: lists.have(0))
  }

  /// So many raised numbers, or numbers behind sentences, that lists have make a habit.
  private static let habit = 3

  private static func usualForms(_ reader: CitationReader) -> Set<Citation.Form> {
    var counts: [Citation.Form: Int] = [:]
    for use in reader.uses {
      guard case .candidate = use.role, case let mark = reader.marks[~use.reference] else {
        continue
      }
      switch mark.kind {
      case .superscript(let number), .digits(let number):
        if reader.lists.have(number) { counts[mark.form, default: 0] += 1 }
      case .number, .footnote, .leak, .leakStart, .definition: break
      }
    }
    return Set(counts.filter { $0.value >= habit }.keys)
  }

  /// What a mark means that stands in a part of the document after so many uses.
  mutating func meaning(of index: Int, part: Int, position: Int) -> Meaning {
    let mark = marks[index]
    switch mark.kind {
    case .leak: return .broken(hasEntry: false)
    case .leakStart:
      let next = marks[(index + 1)...].prefix(4).first { $0.kind == .leak || $0.kind == .leakStart }
      return next?.kind == .leak ? .nothing : .broken(hasEntry: false)
    case .definition: return .text
    case .footnote(""): return emptyFootnote(mark, part, position)
    case .footnote(let name): return footnote(name, mark)
    case .number(let number), .superscript(let number), .digits(let number):
      guard isCitation(mark, part, position) else { return .text }
      return meaning(of: lists.target(of: number, part: part, position: position))
    }
  }

  private func meaning(of target: NumberedLists.Target?) -> Meaning {
    if case .link(let link) = target { .link(link) } else { .broken(hasEntry: target != nil) }
  }

  /// Whether a number cites: one that a list has, unless what stands before it says otherwise; one
  /// that no list has only in brackets, and without any list only after the end of a sentence.
  private mutating func isCitation(_ mark: Mark, _ part: Int, _ position: Int) -> Bool {
    if group.marks != mark.group {
      group = MarkGroupReading(mark.group, in: marks, highest: lists.highest) {
        lists.target(of: $0, part: part, position: position) != nil
      }
    }
    let isKnown = group.isKnown
    if group.isBeyond, mark.before == .stop, usual.contains(mark.form) { addStray() }
    if arrays.contain(mark, isListed: isKnown) || group.mayBeYear && !isKnown { return false }
    switch (mark.kind, mark.before) {
    case (.digits, _): return isKnown
    case (.superscript, .unit), (.superscript, .identifier): return false
    // Nothing is raised to the power of 1: `vitamin C¹` cites, `R²` does not.
    case (.superscript(let number), .letter): return isKnown && number == 1
    case (.superscript, _): return isKnown
    case (_, .stop): return group.mayLackEntries
    case (_, .identifier): return false
    case (_, .letter): return isKnown
    case (.number, _):
      return isKnown
        || group.mayLackEntries && group.least > 0
          && lists.explain(part: part, position: position)
    default: return isKnown
    }
  }

  /// Takes note of the group that was looked at last, once.
  private mutating func addStray() {
    let marks = marks[group.marks]
    guard let first = marks.first, let last = marks.last,
      stray.last?.range.lowerBound != first.range.lowerBound
    else { return }
    stray.append(
      StrayNumbers(
        form: first.form, numbers: group.unknown,
        range: first.range.lowerBound..<last.range.upperBound, isWhole: marks.count == 1))
  }

  /// `[^]` cites the only source of the list below it.
  private func emptyFootnote(_ mark: Mark, _ part: Int, _ position: Int) -> Meaning {
    switch mark.before {
    case .stop, .space:
      lone.link(part: part, position: position).map { .link($0) } ?? .broken(hasEntry: false)
    case .word, .unit, .letter, .identifier: .text
    }
  }

  private func footnote(_ name: String, _ mark: Mark) -> Meaning {
    if let target = footnotes[FootnoteName.folded(name)] { return meaning(of: target) }
    let isNumbered = name.utf8.first.map(\.isDigit) ?? false
    return isNumbered || mark.before == .stop ? .broken(hasEntry: false) : .text
  }
}

extension Mark {
  /// How a citation is written that the mark is.
  var form: Citation.Form {
    switch kind {
    case .number: .number
    case .superscript: .superscript
    case .digits: .digits
    case .footnote: .footnote
    case .leak, .leakStart, .definition: .leak
    }
  }

  /// The words of a citation that the mark is: its number or its name.
  var label: String {
    switch kind {
    case .number(let number), .superscript(let number), .digits(let number): "\(number)"
    case .footnote(let name), .definition(let name, _): name
    case .leak, .leakStart: ""
    }
  }
}
