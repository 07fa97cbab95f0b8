import BriefModel
import Glibc

/// The library's file and folder on the disk, private to the user before SQLite opens them.
struct StateFile {
  /// Absolute path of the database.
  let path: String

  private var folder: String { path.folderAndName?.folder ?? "/" }

  /// Makes what is missing (folders 0700, file 0600) and refuses what others own or may write.
  ///
  /// A symbolic link is followed, as people keep their state on other disks; what counts is the
  /// owner of its target. The file is opened here only to create it: closing any descriptor of a
  /// database drops the locks that this process holds on it.
  func prepare() throws(LibraryError) {
    try prepareFolder()
    try prepareFile()
  }

  /// The same for the folder alone.
  ///
  /// One of the program's own name is closed to others who could read it; another may be anything,
  /// such as a home, and keeps its rights. In one that others may write to anything may lie by now.
  /// Rights are only taken away: who made the folder or the file read-only meant it.
  func prepareFolder() throws(LibraryError) {
    let folder = folder
    guard let known = status(of: folder) else { return try makeFolder(folder) }
    guard known.st_mode & S_IFMT == S_IFDIR else {
      throw .folder(path: folder, why: "not a folder")
    }
    guard known.st_uid == geteuid() else { throw .wrongOwner(path: folder) }
    guard known.st_mode & S_IWOTH == 0, !isWritableByGroup(known) else {
      throw .exposed(path: folder)
    }
    if folder.hasSuffix("/broadsheet"), let code = closeToOthers(folder, known) {
      throw .folder(path: folder, why: reason(code))
    }
  }

  /// Whether others may write there by their group.
  private func isWritableByGroup(_ status: stat) -> Bool {
    status.st_mode & S_IWGRP != 0 && status.st_gid != Self.ownGroup
  }

  /// Where each user has a group of their own, of the same name and without other members, folders
  /// are often made writable by it; nil where this user has none.
  ///
  /// Asked once: the kiosk may not read the system's lists of users and groups later.
  private static let ownGroup: gid_t? = {
    guard let user = getpwuid(geteuid())?.pointee, let group = getgrgid(user.pw_gid)?.pointee,
      strcmp(group.gr_name, user.pw_name) == 0
    else { return nil }
    var member = group.gr_mem
    while let name = member?.pointee {
      if strcmp(name, user.pw_name) != 0 { return nil }
      member = member?.successor()
    }
    return user.pw_gid
  }()

  private func prepareFile() throws(LibraryError) {
    try checkKind()
    guard let known = status(of: path) else { return try makeFile() }
    guard known.st_uid == geteuid() else { throw .wrongOwner(path: path) }
    if let code = closeToOthers(path, known) { throw .unwritable(path: path, why: reason(code)) }
    // Root could write it all the same.
    guard known.st_mode & S_IWUSR != 0 else {
      let mayRead = known.st_mode & S_IRUSR != 0
      throw .unwritable(path: path, why: mayRead ? "it is read-only" : "nobody may read it")
    }
    try checkCompanions()
  }

  /// Throws where the log that SQLite keeps beside a file, or its index, is no file of the user's:
  /// SQLite says of it that the file itself cannot be opened. Those of a link lie beside its target.
  private func checkCompanions() throws(LibraryError) {
    var known = stat()
    guard lstat(path, &known) == 0, known.st_mode & S_IFMT == S_IFREG else { return }
    for suffix in ["-wal", "-shm"] where lstat(path + suffix, &known) == 0 {
      if let what = Self.name(of: known.st_mode) {
        throw .noFile(path: path + suffix, what: what)
      }
      guard known.st_uid == geteuid() else { throw .wrongOwner(path: path + suffix) }
    }
  }

  /// Takes the rights of all but the owner; the system's number of why that failed.
  private func closeToOthers(_ path: String, _ known: stat) -> Int32? {
    guard known.st_mode & 0o077 != 0, chmod(path, known.st_mode & 0o700) != 0 else { return nil }
    return errno
  }

  private func makeFile() throws(LibraryError) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    if descriptor >= 0 {
      close(descriptor)
    } else if errno != EEXIST {
      throw .unwritable(path: path, why: reason(errno))
    }
  }

  /// Throws where something else than a file lies at the path; nothing at all may. SQLite tells no
  /// more of it than that it cannot be opened, and waits for ever for who writes to a pipe.
  func checkKind() throws(LibraryError) {
    var known = stat()
    if stat(path, &known) != 0 {
      guard errno == ELOOP || errno == ENOENT, lstat(path, &known) == 0 else { return }
    }
    guard let what = Self.name(of: known.st_mode) else { return }
    throw .noFile(path: path, what: what)
  }

  /// What a thing of a kind is called; nil for a file.
  private static func name(of mode: mode_t) -> String? {
    switch mode & S_IFMT {
    case S_IFREG: nil
    case S_IFDIR: "a folder"
    case S_IFIFO: "a pipe"
    case S_IFSOCK: "a socket"
    case S_IFLNK: "a link that leads nowhere"
    default: "a device"
    }
  }

  /// Makes a folder and those above it.
  private func makeFolder(_ folder: String) throws(LibraryError) {
    if mkdir(folder, 0o700) == 0 || errno == EEXIST { return }
    guard errno == ENOENT, let above = folder.folderAndName?.folder, above != "/" else {
      throw .folder(path: folder, why: reason(errno))
    }
    try makeFolder(above)
    if mkdir(folder, 0o700) != 0, errno != EEXIST {
      throw .folder(path: folder, why: reason(errno))
    }
  }

  private func status(of path: String) -> stat? {
    var result = stat()
    return stat(path, &result) == 0 ? result : nil
  }

  private func reason(_ code: Int32) -> String { String(cString: strerror(code)) }
}
