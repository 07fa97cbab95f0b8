import BriefModel

/// Briefs whose files are gone.
extension Indexer {
  /// Keeps the texts of the briefs that some files held last; returns for which of them that could
  /// be done. A file that is still there, in a folder that is no more of the library, is not gone.
  func archive(
    _ files: ArraySlice<FileComparison.Gone>, _ folders: [String]
  ) throws(LibraryError) -> [Bool] {
    guard archives, let library else { return files.map { _ in false } }
    let folders = folders.map(AbsolutePath.of)
    let last = try index.read { db in
      try files.map { file in
        try IndexWriter(db: db).lastOf(file).flatMap { brief in
          folders.contains { AbsolutePath.isIn(brief.path, $0) }
            && FileStamp(path: brief.path) == nil ? brief : nil
        }
      }
    }
    let kept = try library.archive(last.compactMap(\.self))
    return last.map { $0.map { kept.contains($0.fingerprint) } ?? false }
  }

  /// Takes archived briefs out that are not to be listed, and puts those in that the index does not
  /// have, as when it was made anew.
  func settleArchive(_ folders: [String]) throws(LibraryError) {
    let folders = archives ? folders.map(AbsolutePath.of) : []
    try index.write { db in
      try IndexWriter(db: db).removeArchived(but: folders)
      try IndexMeta(db: db).set(.texts, archives ? 1 : 0)
    }
    guard archives, let library else { return }
    for brief in try library.archived()
    where folders.contains(where: { AbsolutePath.isIn(brief.path, $0) }) {
      try putBack(brief, from: library)
    }
  }

  private func putBack(_ brief: ArchivedBrief, from library: Library) throws(LibraryError) {
    let isKnown = try index.read { db in
      try IndexWriter(db: db).brief(holding: brief.fingerprint) != nil
    }
    guard !isKnown, FileStamp(path: brief.path) == nil,
      let slash = brief.path.lastIndex(of: "/"),
      let content = library.archivedBrief(at: brief.path, today: today),
      content.fingerprint == brief.fingerprint
    else { return }
    let folder = slash == brief.path.startIndex ? "/" : String(brief.path[..<slash])
    let name = String(brief.path[brief.path.index(after: slash)...])
    let record = try library.knownRecords(of: [brief.fingerprint]).first ?? ReadingRecord()
    try index.write { db in
      let writer = IndexWriter(db: db)
      let file = IndexedFile(
        folder: folder, name: name, stamp: FileStamp(size: -1, modified: -1, inode: -1),
        content: .success(IndexedBrief(content)))
      if let words = try writer.put(file, record: record) { try writer.put(words) }
      try writer.archive(name, in: writer.folder(folder))
    }
  }
}
