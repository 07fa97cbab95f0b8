package import BriefModel
package import Cells

/// Something that happened; `State.update` answers each with effects.
package enum Message: Sendable {
  case input(InputEvent)
  /// The size of the window in cells.
  case resized(rows: Int, columns: Int)
  /// The answer to `Effect.load`.
  case loaded(entry: Int, Result<LoadedBrief, BriefError>)
  /// The answer to `Effect.compare`; nil where no earlier text could be read.
  case compared(entry: Int, BriefComparison?)
  /// The answer to `Effect.rest`: what is under the cursor may be shown beside the list.
  case rested
  /// What the first lines of an entry's file tell, before the answer to `Effect.scan`.
  case glanced(entry: Int, BriefHead)
  /// The answer to `Effect.scan`.
  case scanned(entry: Int, Result<ScannedBrief, BriefError>)
  /// The answer to the `Effect.list` of this number.
  case listed(number: Int, Result<BriefListing, ListFailure>, LibraryCounts)
  /// How much a saved query finds; nil where it cannot be understood.
  case counted(String, FoundCount?)
  /// The answer to `Effect.findPassage`; nil where the words stand in titles alone.
  case passage(entry: Int, Passage?, of: [SoughtPhrase])
  /// The answer to the `Effect.desk` of this number.
  case desk(number: Int, DeskRows)
  /// The answer to `Effect.citing`; nil where no other brief does that way.
  case cited(CitingRequest, Result<Int64?, ListFailure>)
  /// The answer to `Effect.rows`: those that there are.
  case rows([ListedBrief], asked: [Int64])
  /// The rows that were asked for could not be read; says why.
  case rowsFailed(String)
  /// Briefs of the library came, went or were marked elsewhere.
  case libraryChanged
  /// The library, which could not be written, can be.
  case libraryOpened
  /// There is no library: what is marked holds for this run only.
  case noLibrary
  /// Briefs got their numbers in the library with what was kept of them, by their contents.
  case recorded([Fingerprint: ReadingRecord])
  /// The library could give the briefs of some entries no number just now, as another program is
  /// writing; what it keeps of them may not all be told.
  case unregistered(entries: [Int])
  /// So many marks wait until they can be kept.
  case waiting(Int)
  /// What is known now of briefs that were marked, here or by another reader.
  case readings([ReadingRecord])
  /// Briefs of the library were marked, here or by another reader.
  case marked([Int64: BriefFlags], LibraryCounts)
  /// How far many briefs are marked.
  case bulk(BulkProgress)
  /// The answer to `Effect.markBulk` and `Effect.replayBulk`.
  case bulkEnded(BulkEnd)
  /// How far the library is brought up to date; nil where that is done.
  case indexing(String?)
  /// The answer to `Effect.listThemes`.
  case themes([ThemeChoice])
  /// The file of an entry was written, replaced or removed.
  case fileChanged(entry: Int)
  /// The line is gone or the program is told to end: keep the place, then quit.
  case ending
  /// A link that no program here opens: its address is shown whole, with what was done instead.
  case handedOver(SourceURL, String)
  /// Text that could not be copied is shown whole, with the reason.
  case notCopied(String, String)
  /// The brief that the file of an entry holds now is another of the library.
  case located(entry: Int, Int64)
  /// Something to be kept for `:messages` alone.
  case remark(String)
  /// Something worth telling, such as how a link was delivered; whole sentences without a stop.
  case notice(String)
  /// Something failed; says what and what to do.
  case failure(String)
}

/// Why a list could not be made.
package struct ListFailure: Error, Sendable, Equatable {
  /// What is wrong, in words.
  package var text: String
  /// The characters of the query that it is about; nil where it is about no query.
  package var range: Range<Int>?

  package init(text: String, range: Range<Int>? = nil) {
    self.text = text
    self.range = range
  }
}

/// A brief with what the library knows of its reading.
package struct LoadedBrief: Sendable, Equatable {
  package var brief: Brief
  /// Of the whole brief; nil where nothing is asked of it.
  package var fingerprint: Fingerprint?
  package var record: ReadingRecord

  package init(
    brief: Brief, fingerprint: Fingerprint? = nil, record: ReadingRecord = ReadingRecord()
  ) {
    self.brief = brief
    self.fingerprint = fingerprint
    self.record = record
  }
}

/// What the list of briefs shows of a brief, with what the library knows of its reading.
package struct ScannedBrief: Sendable, Equatable {
  package var summary: BriefSummary
  /// Of the whole brief; nil where nothing is asked of it.
  package var fingerprint: Fingerprint?
  package var record: ReadingRecord

  package init(
    summary: BriefSummary, fingerprint: Fingerprint? = nil,
    record: ReadingRecord = ReadingRecord()
  ) {
    self.summary = summary
    self.fingerprint = fingerprint
    self.record = record
  }
}
