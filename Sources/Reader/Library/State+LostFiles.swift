import BriefModel

/// Files of the library that are not where they were: the index may know where they are, once it
/// has looked.
extension State {
  /// A file that was read again is not there. That of a brief of the library is looked for.
  mutating func takeLost(_ entry: Int, _ error: BriefError) -> [Effect] {
    guard error.reason == .missing, list.isLibrary, entries[entry].id != nil else {
      tellLost(entry, error)
      return []
    }
    library.lostFiles[entry] = LostFile(error: error)
    library.hasLooked = false
    if entry == current { tell("\(entries[entry].fileName) is not where it was; looking for it") }
    return [.updateLibrary]
  }

  /// Its row says so where its text is not in memory.
  private mutating func tellLost(_ entry: Int, _ error: BriefError) {
    guard entries[entry].brief != nil else {
      entries[entry].failure = error
      return
    }
    tell(error.description + "; the text shown is the last one read", isFailure: true)
  }

  /// The index has been brought up to date: it says where files are that are looked for, and those
  /// that could not be read may be there again.
  mutating func endLooking() -> [Effect] {
    library.hasLooked = true
    let missing = entries.indices.filter {
      entries[$0].id != nil && entries[$0].failure?.reason == .missing
    }
    let ids = library.lostFiles.keys.compactMap { entries[$0].id }.sorted()
    return missing.flatMap { reload($0) } + (ids.isEmpty ? [] : [.rows(ids)])
  }

  /// Goes over to where rows say that files are which were looked for.
  mutating func findLostFiles(asked: [Int64]) -> [Effect] {
    guard !library.lostFiles.isEmpty else { return [] }
    let known = Set(asked)
    let entries = library.lostFiles.keys.sorted().filter { entry in
      self.entries[entry].id.map(known.contains) ?? false
    }
    return entries.flatMap { findLostFile(of: $0) }
  }

  private mutating func findLostFile(of entry: Int) -> [Effect] {
    guard let lost = library.lostFiles[entry] else { return [] }
    let (path, isArchived) = (entries[entry].path, entries[entry].isArchived)
    guard isArchived || !path.isPath(lost.error.path) else {
      guard library.hasLooked, !lost.isTold else { return [] }
      library.lostFiles[entry]?.isTold = true
      tellLost(entry, lost.error)
      return []
    }
    library.lostFiles[entry] = nil
    if entry == current {
      let name = Sanitizer.line(String(lost.error.path.pathName))
      tell(
        isArchived
          ? "The file is gone; this is the text that was kept"
          : "\(name) was moved to \(shownPath(path))")
    }
    return reload(entry)
  }
}
