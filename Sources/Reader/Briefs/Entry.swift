package import BriefModel

/// One brief of this run: where it is, and what is known of it so far.
package struct Entry: Sendable, Equatable {
  package let path: String
  package var summary: BriefSummary?
  package var failure: BriefError?
  package var record = ReadingRecord()
  /// The brief itself, while it is on the screen or was lately.
  package var brief: Brief?

  package init(path: String) { self.path = path }

  /// The title, or the file's name until that is known.
  package var title: String { summary?.title ?? fileName }

  /// The last component of the path, harmless to show.
  package var fileName: String {
    Sanitizer.line(path == "-" ? "standard input" : String(path.split(separator: "/").last ?? "/"))
  }

  /// Takes what was read; marks in memory stay where the library could not keep any.
  mutating func take(_ summary: BriefSummary, _ record: ReadingRecord) {
    let marks = self.record
    self.summary = summary
    self.failure = nil
    self.record = record
    if record.id == nil { self.record = marks }
  }
}

/// Whether something was read.
package enum ReadState: Sendable, Equatable {
  case unread, read
  /// It was read, and has another text now.
  case changed

  package var isRead: Bool { self == .read }
}

extension Entry {
  /// The state of one part.
  package func state(of part: BriefSummary.Part) -> ReadState {
    guard let mark = record.readSections[part.id] else { return .unread }
    return mark == part.fingerprint ? .read : .changed
  }

  /// The state of a section; nil where there is nothing to read in it.
  package func state(ofSection section: Int) -> ReadState? {
    summary?.parts.first { $0.section == section }.map(state)
  }

  /// Parts that are not read, changed ones included.
  package var unreadCount: Int {
    summary?.parts.count { !state(of: $0).isRead } ?? 0
  }

  package var changedCount: Int {
    summary?.parts.count { state(of: $0) == .changed } ?? 0
  }

  /// A brief is read when its parts are.
  package var state: ReadState {
    guard let summary else { return .unread }
    if summary.parts.allSatisfy({ state(of: $0).isRead }) { return .read }
    return changedCount > 0 ? .changed : .unread
  }
}
