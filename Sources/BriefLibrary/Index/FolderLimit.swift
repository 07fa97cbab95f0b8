/// How far a folder of the library is looked through.
package enum FolderLimit {
  /// As many folders below one another.
  static let depth = 64
  /// As many folders of each that was added, which is several for each brief of a large library.
  package static let folders = 500_000
}
