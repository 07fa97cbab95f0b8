import BriefModel

/// Briefs whose files are gone.
extension Indexer {
  /// Keeps the texts of the briefs that some files held last; returns for which of them that could
  /// be done. A file that is still there, in a folder that is no more of the library, is not gone.
  func archive(
    _ files: ArraySlice<FileComparison.Gone>, _ folders: [String]
  ) throws(LibraryError) -> [Bool] {
    guard archives, let library else { return files.map { _ in false } }
    let roots = LibraryRoots(folders)
    let last = try index.read { db in
      // Of files that go together the last one is that of their brief.
      var before: Set<FileComparison.Gone> = []
      return try files.map { file in
        let brief = try IndexWriter(db: db).lastOf(file, after: before, in: roots)
        before.insert(file)
        return brief.flatMap { FileStamp.isAbsent($0.path) ? $0 : nil }
      }
    }
    let kept = try library.archive(last.compactMap(\.self))
    return last.map { $0.map { kept.contains($0.fingerprint) } ?? false }
  }

  /// Takes archived briefs out that are not to be listed, and puts those in that the index does not
  /// have, as when it was made anew.
  func settleArchive(_ folders: [String]) throws(LibraryError) {
    let roots = LibraryRoots(archives ? folders : [])
    try index.write { db in try IndexWriter(db: db).removeArchived(but: roots) }
    guard archives, let library else { return }
    let places = try index.read(FolderPlace.all)
    for brief in try library.archived()
    where roots.holds(brief.path, root: places[LibraryCopy.folder(of: brief.path)]?.root) {
      try putBack(brief, from: library)
    }
  }

  private func putBack(_ brief: ArchivedBrief, from library: Library) throws(LibraryError) {
    let isKnown = try index.read { db in
      try IndexWriter(db: db).brief(holding: brief.fingerprint) != nil
    }
    guard !isKnown, let slash = brief.path.lastIndex(of: "/"),
      let content = library.archivedBrief(
        holding: brief.fingerprint, at: brief.path, today: today),
      content.fingerprint == brief.fingerprint
    else { return }
    let folder = slash == brief.path.startIndex ? "/" : String(brief.path[..<slash])
    let name = String(brief.path[brief.path.index(after: slash)...])
    let record = try library.knownRecords(of: [brief.fingerprint]).first ?? ReadingRecord()
    try index.write { db in
      let writer = IndexWriter(db: db)
      try writer.putArchived(
        IndexedBrief(content), name, in: writer.folder(folder), record: record)
    }
  }
}
