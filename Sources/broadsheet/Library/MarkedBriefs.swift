import BriefLibrary
import BriefModel

/// Collects what marking briefs changes, and keeps all of it at once.
struct MarkedBriefs {
  let action: MarkAction
  let library: Library
  private var changes: [LibraryChange] = []
  /// Briefs that were found, and those of them that change.
  private(set) var found = 0
  private(set) var changed = 0

  init(action: MarkAction, library: Library) {
    self.action = action
    self.library = library
  }

  /// Adds a brief; `register` gives it a number in the library, which is called only where
  /// something changes.
  mutating func add(
    _ parts: [BriefSummary.Part], _ record: ReadingRecord, register: () throws -> ReadingRecord?
  ) throws {
    found += 1
    guard !action.changes(of: parts, record).isEmpty else { return }
    guard let record = record.id == nil ? try register() : record else { return }
    changes += action.changes(of: parts, record)
    changed += 1
  }

  /// Keeps the marks, and then the texts of what was read as far as that takes no time to speak of.
  func keep(today: CalendarDate) throws {
    try library.keep(changes)
    let texts = ReadTexts(today: today)
    texts.keep(for: changes, in: library)
    texts.close()
  }

  /// One line: how many briefs and sections were marked, and how many were so already.
  var sentence: String {
    let sections = changes.count { if case .section = $0 { true } else { false } }
    let parts =
      [Self.counted(changed, "brief")] + (sections > 0 ? [Self.counted(sections, "section")] : [])
    let rest = found - changed
    return parts.joined(separator: " and ") + " \(action.participle)"
      + (rest > 0 ? "; \(Self.counted(rest, "brief")) had nothing to change" : "")
  }

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
