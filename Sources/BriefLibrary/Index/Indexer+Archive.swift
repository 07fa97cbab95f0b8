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

  /// Takes archived briefs out that are not to be listed, puts those in that the index does not
  /// have, as when it was made anew, and lets the texts go of those whose files have come back.
  func settleArchive(_ folders: [String]) throws(LibraryError) {
    let kept = archives ? try library?.archived() ?? [] : []
    let roots = LibraryRoots(folders)
    let places = try index.read(FolderPlace.all)
    let listed = kept.filter { brief in
      let root = brief.root ?? places[LibraryCopy.folder(of: brief.path)]?.root
      return roots.holds(brief.path, root: isConfined ? nil : root)
    }
    try index.write { db in
      try IndexWriter(db: db).removeArchived(but: Set(listed.map(\.fingerprint)))
    }
    guard let library, !kept.isEmpty else { return }
    let unknown = try index.read { db in
      try listed.filter { try IndexWriter(db: db).brief(holding: $0.fingerprint) == nil }
    }
    for brief in unknown { try putBack(brief, from: library) }
    let held = try index.read { db in try IndexWriter(db: db).held(of: kept) }
    if !held.isEmpty { try library.unarchive(held.map(\.fingerprint)) }
  }

  private func putBack(_ brief: ArchivedBrief, from library: Library) throws(LibraryError) {
    guard let (folder, name) = brief.path.folderAndName,
      let content = library.archivedBrief(
        holding: brief.fingerprint, at: brief.path, today: today),
      content.fingerprint == brief.fingerprint
    else { return }
    let record = try library.knownRecords(of: [brief.fingerprint]).first ?? ReadingRecord()
    try index.write { db in
      let writer = IndexWriter(db: db)
      try writer.putArchived(
        IndexedBrief(content), name, in: writer.folder(folder), record: record)
    }
  }
}
