import BriefLibrary
import BriefModel
import Dispatch
import Synchronization

/// Keeps the texts of briefs in which something was marked read, beside the loop.
///
/// A file is read again for it, and its text is kept only where the parts that were marked are in
/// it as they were read: another may have written the file since.
final class ReadTexts: Sendable {
  /// So long the end of the program waits for what is still to be kept.
  private static let patience = DispatchTimeInterval.milliseconds(800)

  /// So often it is tried while another program is writing, for so many milliseconds.
  private static let (tries, lockPatience) = (20, 100)

  private let today: CalendarDate
  private let bounds: ReadBounds?
  private let queue = DispatchQueue(label: "keeping", qos: .utility)
  private let deadline = Mutex<DispatchTime?>(nil)
  /// A connection of its own, opened with the first text.
  private let opened = Mutex<Library?>(nil)

  /// Nothing is read beyond the bounds.
  init(today: CalendarDate, within bounds: ReadBounds? = nil) {
    self.today = today
    self.bounds = bounds
  }

  /// Keeps the texts of the briefs whose marks these are, in their order; always in the same library.
  func keep(for changes: [LibraryChange], in library: Library) {
    for (record, marks) in Self.marks(in: changes) {
      queue.async { [self] in
        guard isTimeLeft else { return }
        // Marks are safe without the text, so that a failure here is none to be told.
        try? keep(record, marks, own(besides: library))
      }
    }
  }

  /// Does something once all texts are kept that are to be kept now.
  func afterwards(_ body: @escaping @Sendable () -> Void) { queue.async(execute: body) }

  /// Ends the work: what cannot be kept soon is left.
  func close() {
    deadline.withLock { $0 = .now() + Self.patience }
    queue.sync {}
    try? opened.withLock(\.self)?.close()
  }

  private func own(besides library: Library) throws(LibraryError) -> Library {
    if let own = opened.withLock(\.self) { return own }
    let own = try library.openAgain()
    own.wait(atMost: Self.lockPatience)
    opened.withLock { $0 = own }
    return own
  }

  /// What was marked read, by brief.
  private static func marks(
    in changes: [LibraryChange]
  ) -> [(record: Int64, marks: Set<BriefSummary.Mark>)] {
    var order: [Int64] = []
    var marks: [Int64: Set<BriefSummary.Mark>] = [:]
    for case .section(let record, let id, let fingerprint?) in changes {
      if marks[record] == nil { order.append(record) }
      marks[record, default: []].insert(BriefSummary.Mark(id: id, fingerprint: fingerprint))
    }
    return order.map { ($0, marks[$0] ?? []) }
  }

  private func keep(_ record: Int64, _ marks: Set<BriefSummary.Mark>, _ library: Library) throws {
    for path in try library.paths(of: record) {
      guard
        let (brief, text) = try? BriefLoader.loadWithText(
          path: path, within: bounds, today: today)
      else { continue }
      let summary = BriefSummary(brief)
      guard marks.isSubset(of: summary.marks) else { continue }
      let known = ReadText(fingerprint: brief.fingerprint, parts: Set(summary.parts.map(\.id)))
      return try patiently { try library.keep(text, as: known, of: record) }
    }
  }

  private var isTimeLeft: Bool { deadline.withLock { $0.map { .now() < $0 } ?? true } }

  /// Each try waits for a moment alone, as there is no time at the end of the program.
  private func patiently(_ body: () throws -> Void) throws {
    for _ in 0..<Self.tries where isTimeLeft {
      do { return try body() } catch LibraryError.locked {}
    }
    if isTimeLeft { try body() }
  }
}
