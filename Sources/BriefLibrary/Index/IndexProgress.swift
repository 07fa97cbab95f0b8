/// How far an index is brought up to date.
package struct IndexProgress: Sendable, Equatable {
  /// Files that are to be read, as far as they are known.
  package var total = 0
  /// Files that were read and are in the index.
  package var done = 0
  /// Files that could not be read.
  package var unreadable = UnreadableFiles()
  /// Files that are gone, and are out of the index.
  package var gone = 0
  /// Those of them whose text lies elsewhere, as that of files that were moved.
  package var elsewhere = 0
  /// What cannot be looked into; what the index has of it stays.
  package var missing: [UnseenFolder] = []
  /// Seconds since it began.
  package var seconds = 0.0
  /// Whether files are read once more, as too many words are of texts that are no more.
  package var isRenewal = false

  package init() {}

  /// Seconds until all are read, at the rate so far; nil where there is none yet.
  package var secondsLeft: Double? {
    guard done > 0, seconds > 0 else { return nil }
    return Double(total - done) * seconds / Double(done)
  }
}
