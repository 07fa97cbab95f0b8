/// Folders that were taken out of the library.
extension Indexer {
  /// Takes the briefs out that lie in none of the folders and were found in none, without a look at
  /// the disk; nil where another process is at work on the index.
  package mutating func forget(
    outside folders: [String]
  ) throws(LibraryError) -> IndexProgress? {
    guard let lock = try IndexLock(path: index.path) else { return nil }
    defer { withExtendedLifetime(lock) {} }
    var comparison = FileComparison()
    try index.read { db in try comparison.compare(outside: LibraryRoots(folders), with: db) }
    try remove(comparison.gone, folders)
    try settleArchive(folders)
    return progress
  }
}
