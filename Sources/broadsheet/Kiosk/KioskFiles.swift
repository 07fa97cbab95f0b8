import BriefLibrary
import BriefModel
import Glibc
import Guards

/// What the system lets the kiosk open from now on, whatever the program would do: its own check of
/// each brief (`ReadBounds`) is the first, and this the second (landlock(7)).
///
/// A folder counts as it is when the list is made: what is mounted in its place later is another.
struct KioskFiles {
  /// Folders and files that may be read.
  var readable: [String]
  /// The library; in its folder all may be written.
  var library: String?

  /// What the libraries open after the start: descriptions of terminals, locales and character sets,
  /// the time zone, and what SQLite begins its random numbers with.
  private static let system = [
    "/etc/terminfo", "/lib/terminfo", "/usr/lib/terminfo", "/usr/share/terminfo",
    "/usr/lib/locale", "/usr/share/locale", "/etc/locale.alias",
    "/usr/lib/x86_64-linux-gnu/gconv", "/usr/lib/aarch64-linux-gnu/gconv", "/usr/lib64/gconv",
    "/usr/lib/gconv", "/usr/share/zoneinfo", "/etc/localtime", "/dev/urandom",
  ]
  /// Where the system tells of processes: Dispatch looks there whether its threads run, each by its
  /// number, and ends the program where it cannot; and `MountTable` which folders are on a network.
  private static let processes = "/proc"
  private static let devices = ["/dev/tty", "/dev/null", "/proc/self/fd/0", "/proc/self/fd/1"]

  /// Whether the system knows of it.
  static var isEnforceable: Bool { broadsheet_guard_landlock() > 0 }

  /// Lets nothing be opened from now on but what is named, as far as the system can do so. What is too
  /// much for SQLite's memory goes beside the library.
  func confine() {
    if let folder { setenv("SQLITE_TMPDIR", folder, 1) }
    _ = enforce()
  }

  /// The folder of the library, which is made where it is missing.
  private var folder: String? { try? library.map(Library.preparedFolder(at:)) }

  /// Lets this thread, and those that it starts, open nothing but what is named. Returns false where
  /// the system cannot do so, and nothing has changed.
  func enforce() -> Bool {
    let list = broadsheet_guard_list_files()
    guard list >= 0 else { return false }
    for path in Self.system + readable { allow(path, list, broadsheet_guard_reads) }
    allow(Self.processes, list, broadsheet_guard_looks_up)
    for path in Self.devices { allow(path, list, broadsheet_guard_talks) }
    if let folder { allow(folder, list, broadsheet_guard_writes) }
    return broadsheet_guard_keep_to(list) == 0
  }

  /// What is not there needs no leave.
  private func allow(_ path: String, _ list: Int32, _ access: broadsheet_guard_access) {
    _ = broadsheet_guard_allow(list, path, access)
  }

  /// Of what was named on the command line: a file is replaced when it is rewritten, so that the
  /// folder counts in which it lies.
  static func places(of paths: [String]) -> [String] {
    paths.map { path in
      var status = stat()
      let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
      return isFolder ? path : folder(of: path)
    }
  }

  /// The folder in which a file lies.
  static func folder(of path: String) -> String {
    path.folderAndName?.folder ?? "."
  }
}
