/// The folders of the library, each with what lies in it or was found in it by a link.
struct LibraryRoots {
  private let roots: Set<String>
  /// Without links.
  private let paths: [String]

  init(_ folders: [String]) {
    roots = Set(folders)
    paths = folders.map(AbsolutePath.of)
  }

  /// Whether a path is in the library; `root` is that of its `FolderPlace`, where that is known.
  func holds(_ path: String, root: String?) -> Bool {
    root.map(roots.contains) == true || paths.contains { AbsolutePath.isIn(path, $0) }
  }
}
