package import BriefModel
package import Cells

/// Something that happened; `State.update` answers each with effects.
package enum Message: Sendable {
  case input(InputEvent)
  /// The size of the window in cells.
  case resized(rows: Int, columns: Int)
  /// The answer to `Effect.load`.
  case loaded(entry: Int, Result<LoadedBrief, BriefError>)
  /// What the first lines of an entry's file tell, before the answer to `Effect.scan`.
  case glanced(entry: Int, BriefHead)
  /// The answer to `Effect.scan`.
  case scanned(entry: Int, Result<ScannedBrief, BriefError>)
  /// The file of an entry was written, replaced or removed.
  case fileChanged(entry: Int)
  /// The line is gone or the program is told to end: keep the place, then quit.
  case ending
  /// A link that no program here opens: its address is shown whole, with what was done instead.
  case handedOver(SourceURL, String)
  /// Something worth telling, such as how a link was delivered; whole sentences without a stop.
  case notice(String)
  /// Something failed; says what and what to do.
  case failure(String)
}

/// A brief with what the library knows of its reading.
package struct LoadedBrief: Sendable, Equatable {
  package var brief: Brief
  package var record: ReadingRecord

  package init(brief: Brief, record: ReadingRecord = ReadingRecord()) {
    self.brief = brief
    self.record = record
  }
}

/// What the list of briefs shows of a brief, with what the library knows of its reading.
package struct ScannedBrief: Sendable, Equatable {
  package var summary: BriefSummary
  package var record: ReadingRecord

  package init(summary: BriefSummary, record: ReadingRecord = ReadingRecord()) {
    self.summary = summary
    self.record = record
  }
}
