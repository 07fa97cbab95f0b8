import BriefLibrary
import BriefModel
import Glibc

/// All of `broadsheet add`, `remove` and `folders`.
struct FolderList {
  /// Whose settings hold.
  var given = GivenReader()

  /// Adds folders; one that is missing or is none ends the program with its status at the end.
  func add(_ paths: [String]) throws {
    let files = try OpenLibrary(given: given)
    var status: Int32 = 0
    for path in paths {
      guard let problem = problem(with: path) else {
        let isNew = try files.library.addFolder(path)
        let said = try isNew ? "added" + around(path, files.library) : "was there already"
        try say("\(Sanitizer.line(path)): \(said)")
        continue
      }
      Failure.tell("\(Sanitizer.line(path)): \(problem)")
      status = 66
    }
    if status != 0 { throw Ending(status: status) }
    try say("Their briefs are read by broadsheet index, and by a broadsheet that starts or is open")
  }

  /// Takes folders out, and their briefs; one that was not there ends the program with a status.
  func remove(_ paths: [String]) throws {
    let files = try OpenLibrary(given: given)
    var status: Int32 = 0
    var isAnyRemoved = false
    for path in paths {
      if try files.library.removeFolder(path) {
        isAnyRemoved = true
        try say("\(Sanitizer.line(path)): removed; its marks are kept")
      } else {
        Failure.tell("\(Sanitizer.line(path)): is no folder of the library")
        status = 66
      }
    }
    if isAnyRemoved { try forget(files) }
    if status != 0 { throw Ending(status: status) }
  }

  /// Takes the briefs out of the index that are in none of the folders any more, or says what does.
  private func forget(_ files: OpenLibrary) throws {
    var indexer = Indexer(
      index: files.index, library: files.library, today: files.today,
      archiving: files.setup.settings.archive)
    let progress: IndexProgress?
    do throws(LibraryError) {
      progress = try indexer.forget(outside: files.setup.folders(of: files.library))
    } catch {
      Failure.tell(error.description)
      progress = nil
    }
    guard progress == nil else { return }
    try say(
      "Its briefs are listed until broadsheet index, or a broadsheet that is open, has seen that")
  }

  /// One folder a line, with the way in which it is followed where that is asked for.
  func print(withWays: Bool) throws {
    let mounts = withWays ? MountTable.current() : MountTable("")
    let setup = try Setup(of: given)
    for folder in try setup.folders(of: setup.library(toRead: true, today: .today())) {
      let way = withWays ? "  " + FolderWay(folder, mounts).words : ""
      try say(Sanitizer.line(folder) + way)
    }
  }

  /// That a folder lies within one of the library, so that its briefs are there already.
  private func around(_ path: String, _ library: Library) throws(LibraryError) -> String {
    guard let outer = try library.folder(around: path) else { return "" }
    return "; its briefs are read already, as it lies in \(Sanitizer.line(outer))"
  }

  private func problem(with path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else {
      if Refusal.isMisnamed(path) { return Refusal.misnaming }
      return errno == ENOENT
        ? "there is no such folder; give the path of one that there is"
        : "cannot be looked at: " + String(cString: strerror(errno))
    }
    return status.st_mode & S_IFMT == S_IFDIR
      ? nil : "is not a folder; give the folder that it is in"
  }

  private func say(_ line: String) throws {
    StandardOutput.prepare()
    try StandardOutput.write(Array((line + "\n").utf8))
  }
}
