import BriefLibrary
import BriefModel
import Reader

/// Marks briefs and counts them: those of a query a batch at a time, and files all at once.
struct MarkedBriefs {
  let action: MarkAction
  let library: Library
  private var changes: [LibraryChange] = []
  /// Briefs that were found, and those of them that change.
  private(set) var found = 0
  private(set) var changed = 0
  private var sections = 0
  /// Briefs that were added, the marks of which are not kept yet.
  private var pending = 0
  /// Those of a few briefs are read again to keep their texts, but not all of a library.
  private let texts: ReadTexts

  /// As many briefs of a query are marked in one batch, which is kept whole or not at all.
  private static let batch = 1024

  init(action: MarkAction, library: Library, today: CalendarDate) {
    texts = ReadTexts(today: today)
    self.action = action
    self.library = library
  }

  /// Marks briefs of an index.
  mutating func mark(_ ids: [Int64], of index: BriefIndex) throws {
    for start in stride(from: 0, to: ids.count, by: Self.batch) {
      let some = ids[start..<min(ids.count, start + Self.batch)]
      let batch = try library.mark(some, of: index, action.changes)
      found += some.count
      changed += batch.briefs
      sections += batch.changes.count(where: \.isOfSection)
      if start == 0 { texts.keep(for: batch.changes, in: library) }
    }
  }

  /// Adds a brief; `register` gives it a number in the library, which is called only where
  /// something changes.
  mutating func add(
    _ brief: BriefKey, _ record: ReadingRecord, register: () throws -> ReadingRecord?
  ) throws {
    found += 1
    guard !action.changes(of: brief, record).isEmpty else { return }
    guard let record = record.id == nil ? try register() : record else { return }
    changes += action.changes(of: brief, record)
    pending += 1
  }

  /// Keeps the marks of what was added.
  mutating func keep() throws {
    try library.keep(changes)
    changed += pending
    sections += changes.count(where: \.isOfSection)
    texts.keep(for: changes, in: library)
    (changes, pending) = ([], 0)
  }

  /// Keeps the texts of what was read as far as that takes no time to speak of.
  func close() { texts.close() }

  /// One line: how many briefs and sections were marked, and how many were so already.
  var sentence: String {
    let parts =
      [Count.of(changed, "brief")] + (sections > 0 ? [Count.of(sections, "section")] : [])
    let rest = found - changed
    return parts.joined(separator: " and ") + " \(action.participle)"
      + (rest > 0 ? "; \(Count.of(rest, "brief")) had nothing to change" : "")
  }
}

extension LibraryChange {
  fileprivate var isOfSection: Bool {
    switch self {
    case .section: isCounted
    case .star, .place: false
    }
  }
}
