/// The folders of the library, each with what lies in it or was found in it by a link.
package struct LibraryRoots: Sendable {
  private let roots: Set<String>
  /// Without links.
  private let paths: [String]

  package init(_ folders: [String]) {
    roots = Set(folders)
    paths = folders.map(AbsolutePath.of)
  }

  /// Whether a path is in the library; `root` is that of its `FolderPlace`, where that is known.
  func holds(_ path: String, root: String?) -> Bool {
    root.map(roots.contains) == true || holds(path)
  }

  /// Whether an absolute path without links lies in the folders.
  func holds(_ path: String) -> Bool { paths.contains { AbsolutePath.isIn(path, $0) } }

  /// Whether a path leads to something that lies in the folders, links followed.
  package func hold(targetOf path: String) -> Bool { AbsolutePath.real(path).map(holds) ?? false }
}
