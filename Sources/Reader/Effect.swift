package import BriefModel

/// Something to be done outside of the state, as a value.
package enum Effect: Sendable, Equatable {
  /// Read the entry's text and its record, to be shown now; answers with `Message.loaded`.
  case load(entry: Int, TextOrigin)
  /// The cursor went to another brief of the list; answers with `Message.rested` at once, or where
  /// such steps come fast once they rest.
  case rest
  /// Read the entry's text for the list of briefs, in the background and in the order of these
  /// effects; answers with `Message.scanned`.
  case scan(entry: Int, TextOrigin)
  /// List the library's briefs, in the background; of several only the last need be answered.
  /// Answers with `Message.listed` of the same number.
  case list(ListRequest, number: Int)
  /// Count what each of the saved queries finds, in the background; answers with
  /// `Message.counted` for each.
  case countSaved
  /// Find the passage of an entry's brief that answers a search, in the background; of several
  /// only the last need be answered. Answers with `Message.passage`.
  case findPassage(entry: Int, TextOrigin, [SoughtPhrase])
  /// Read a level of the desk of all sources, in the background; answers with `Message.desk`.
  case desk(DeskRequest, number: Int)
  /// Find the brief next by date that cites a source, in the background; of several only the last
  /// need be answered. Answers with `Message.cited`.
  case citing(CitingRequest)
  /// Find the brief that a file holds which held another before; answers with `Message.located`.
  case locate(path: String, entry: Int)
  /// Bring the library up to date with its folders and with what other readers marked, in the
  /// background.
  case updateLibrary
  /// Read rows of that list by their numbers in the index; done before the next message is handled.
  /// Answers with `Message.rows`.
  case rows([Int64])
  /// Keep marks and place; done before the next message is handled. Answers with
  /// `Message.recorded` for briefs that got a number, and with `Message.waiting` and
  /// `Message.failure` where it could not be done.
  case keep(LibraryChanges)
  /// Answer with `Message.fileChanged` for each of some entries in a while, when the library may
  /// give them numbers.
  case readLater(entries: [Int])
  /// Mark many briefs of that list read, in the background; answers with `Message.bulk` and
  /// `Message.bulkEnded`. The step is the number by which it can be taken back.
  case markBulk([Int64], step: Int)
  /// Take back what `markBulk` did, or do it again, in the background and with the same answers.
  case replayBulk(step: Int, forward: Bool)
  /// Compare a brief with the texts of it that were read, in the background; answers with
  /// `Message.compared`.
  case compare(entry: Int, Brief, ReadingRecord)
  /// Open a link by the way the settings and the line allow; answers with a notice or a failure.
  case open(SourceURL)
  /// Copy text to the reader's clipboard; `what` names it for the notice.
  case copy(String, what: String)
  /// Open a file in the user's editor at a 1-based line; the screen is given away and taken back.
  case edit(path: String, line: Int)
  /// List the themes there are; answers with `Message.themes`.
  case listThemes
  /// Draw with the theme of this name from now on.
  case useTheme(String)
  /// Stop the program as Ctrl-Z does.
  case suspend
  /// Draw the whole screen anew.
  case repaint
  case quit
}

extension Effect {
  /// Whether it does something of the machine beyond reading; where briefs are only read
  /// (`Options.isKiosk`) it is not done.
  package var reachesOut: Bool {
    switch self {
    case .edit, .suspend: true
    case .load, .rest, .scan, .list, .countSaved, .listThemes, .useTheme, .findPassage, .desk,
      .citing, .locate,
      .updateLibrary, .rows, .keep, .readLater, .markBulk, .replayBulk, .compare, .open, .copy,
      .repaint, .quit:
      false
    }
  }
}
