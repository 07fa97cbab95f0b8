import BriefModel
import GRDB

extension Indexer {
  /// Makes the words anew where too many are of briefs that are gone; see `WordsRenewal`.
  ///
  /// `report` may return false to stop; the rest is done with the next run.
  func renewWords(_ folders: [String], _ report: (IndexProgress) -> Bool) throws(LibraryError) {
    guard try index.read({ db in try WordsRenewal(db: db).isDue() }) else { return }
    try index.write { db in try WordsRenewal(db: db).begin() }
    let files = try index.read { db in try WordsRenewal(db: db).missing() }
    var progress = IndexProgress()
    progress.isRenewal = true
    progress.total = files.count
    let start = elapsed
    let batches = ReadAhead(files, within: readBounds(folders), today: today)
    while let batch = batches.next() {
      try index.write { db in try batch.forEach(WordsRenewal(db: db).put) }
      progress.done += batch.count
      progress.seconds = elapsed - start
      guard report(progress) else { return }
    }
    try renewArchivedWords()
    try index.write { db in try WordsRenewal(db: db).end() }
    try index.giveBackRoom()
  }

  /// The words of briefs whose files are gone come from their texts.
  private func renewArchivedWords() throws(LibraryError) {
    for brief in try index.read({ db in try WordsRenewal(db: db).missingArchived() }) {
      guard
        let content = library?.archivedBrief(
          holding: brief.fingerprint, at: brief.path, today: today)
      else { continue }
      _ = try index.write { db in try WordsRenewal(db: db).put(IndexedBrief(content)) }
    }
  }
}
