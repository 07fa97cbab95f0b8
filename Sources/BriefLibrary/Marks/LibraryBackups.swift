import BriefModel
import Glibc

/// The copies beside a library: each day's, `library.sqlite.backup-2026-11-24`, and those from before
/// an update, `library.sqlite.version-1`.
struct LibraryBackups {
  /// As many are kept.
  private static let limit = 3
  /// Fewer changes than that are no reason for another copy on the same day.
  private static let leastGrowth: Int64 = 16

  /// Absolute path of the library.
  let library: String

  func path(on day: CalendarDate) -> String { library + ".backup-" + day.description }

  /// The daily copies there are, by name.
  var paths: [String] {
    let prefix = name + ".backup-"
    return files { $0.hasPrefix(prefix) && $0.utf8.count == prefix.utf8.count + 10 }
  }

  /// What was made to take the place of a damaged library and is not there yet, by name.
  var replacements: [String] { files { LibraryReplacement.isName($0, of: name) } }

  /// Whether the library has seen twice as many changes as any of them.
  var areOutgrown: Bool {
    LibraryCopy.changes(in: library) - mostChanges >= max(Self.leastGrowth, mostChanges)
  }

  /// How many changes the library lies behind the copy that has seen the most: an older one was put
  /// in its place, or a new library was begun. Not above 0 where it does not.
  var lag: Int64 { mostChanges - LibraryCopy.changes(in: library) }

  private var mostChanges: Int64 { max(0, paths.map(LibraryCopy.changes).max() ?? 0) }

  /// The copies of earlier versions, the last of these last.
  private var versions: [String] {
    let prefix = name + ".version-"
    let numbers = names().compactMap { name in
      name.hasPrefix(prefix) ? Int(name.dropFirst(prefix.count)) : nil
    }
    let names = Set(numbers.map { prefix + "\($0)" })
    return files(names.contains).sorted { ($0.utf8.count, $0) < ($1.utf8.count, $1) }
  }

  /// Whether there is any copy, be it damaged.
  var areThere: Bool { !paths.isEmpty || !versions.isEmpty }

  /// The same with those first that saw the fewest changes, whose days may be those of a clock that
  /// was wrong.
  private var pathsByAge: [String] {
    paths.map { ($0, LibraryCopy.changes(in: $0)) }.sorted { ($0.1, $0.0) < ($1.1, $1.0) }.map(\.0)
  }

  /// Removes all but the last three, and what copies that were broken off left.
  func removeOld() {
    for path in pathsByAge.dropLast(Self.limit) { unlink(path) }
    let name = name
    PartFile.removeLeft(in: folder) { $0 == name || $0.hasPrefix(name + ".") }
  }

  /// The newest copy that is in order and can be opened; one of an earlier version where no other is.
  var newestIntact: String? {
    pathsByAge.last(where: LibraryCopy.isUsable) ?? versions.last(where: LibraryCopy.isUsable)
  }

  private var folder: String { LibraryCopy.folder(of: library) }
  private var name: String { String(library.pathName) }

  /// The paths of the files whose names are such, by name. What is no file, such as a pipe, would
  /// hold up who opens it.
  private func files(_ isSuch: (String) -> Bool) -> [String] {
    names().filter(isSuch).sorted().map { folder + "/" + $0 }.filter { path in
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
  }

  private func names() -> [String] { FolderNames.all(in: folder) }
}
