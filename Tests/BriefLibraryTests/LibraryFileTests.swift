import BriefModel
import Foundation
import GRDB
import Testing

@testable import BriefLibrary

/// The file and its folder: who may use them, and what is left alone.
@Suite struct LibraryFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require(attributes[.posixPermissions] as? Int)
  }

  /// Makes a library in the folder itself, beside the other files of a test.
  private func library() throws -> String {
    try Library.open(at: folder.path + "/library.sqlite").close()
    return folder.path + "/library.sqlite"
  }

  private func alter(_ path: String, _ sql: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  @Test func theFileAndItsFoldersArePrivate() throws {
    let library = try Library.open(at: folder.library)
    _ = try library.record(path: "-", fingerprint: content(1))
    #expect(try mode(folder.path + "/state") == 0o700)
    #expect(try mode(folder.path + "/state/broadsheet") == 0o700)
    for suffix in ["", "-wal", "-shm"] { #expect(try mode(folder.library + suffix) == 0o600) }
  }

  /// Other tests make files, so that the mask is set in a process of its own.
  @Test func allFilesArePrivateWhereTheMaskTakesNothing() async {
    await #expect(processExitsWith: .success) { [folder = folder.path as String] in
      umask(0)
      let path = folder + "/state/broadsheet/library.sqlite"
      let library = try Library.open(at: path)
      let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: path))
      let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
      try library.keep([.star(record: id, true)])
      let today = try #require(CalendarDate(year: 2026, month: 11, day: 24))
      _ = try Library.backUpDaily(at: path, today: today)
      let made = try FileManager.default.subpathsOfDirectory(atPath: folder)
      #expect(made.count > 7, "\(made)")
      for name in made {
        var status = stat()
        #expect(lstat(folder + "/" + name, &status) == 0)
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        #expect(status.st_mode & 0o777 == (isFolder ? 0o700 : 0o600), "\(name)")
      }
      try index.close()
    }
  }

  @Test(arguments: [0o755, 0o750, 0o775]) func aFolderOfItsOwnIsClosedToOthers(rights: Int) throws {
    let own = folder.path + "/broadsheet"
    mkdir(own, mode_t(rights))
    chmod(own, mode_t(rights))
    chmod(folder.path, mode_t(rights))
    try Library.open(at: own + "/library.sqlite").close()
    #expect(try mode(own) == 0o700)
    #expect(try mode(folder.path) == rights, "what is above is not ours")
    try Library.open(at: folder.path + "/library.sqlite").close()
    #expect(try mode(folder.path) == rights, "nor is a folder of another name")
    #expect(try mode(folder.path + "/library.sqlite") == 0o600)
  }

  @Test func aLibraryThatItsOwnerMadeReadOnlyStaysSo() throws {
    let library = try Library.open(at: folder.library)
    try library.close()
    chmod(folder.library, 0o444)
    let error = LibraryError.unwritable(path: folder.library, why: "it is read-only")
    #expect(throws: error) { try Library.open(at: folder.library) }
    #expect(try mode(folder.library) == 0o400, "rights are only taken away")
    let read = try Library.openUnwritable(at: folder.library, because: error)
    #expect(try read.record(path: "-", fingerprint: content(1)).id == nil)
    chmod(folder.path + "/state/broadsheet", 0o555)
    #expect(throws: error) { try Library.open(at: folder.library) }
    #expect(try mode(folder.path + "/state/broadsheet") == 0o500)
    chmod(folder.path + "/state/broadsheet", 0o700)
  }

  /// Whoever could put a link in the place of a file that SQLite makes would have it written there.
  @Test(arguments: ["-wal", "-shm", "-journal"])
  func aLinkInPlaceOfAFileBesideTheLibraryIsNotWrittenThrough(suffix: String) throws {
    let path = try library()
    let victim = try folder.write("victim", "mine")
    symlink(victim, path + suffix)
    if let library = try? Library.open(at: path) {
      _ = try? library.record(path: "-", fingerprint: content(1))
      try? library.close()
    }
    #expect(try folder.bytes("victim") == Data("mine".utf8))
  }

  @Test func aFileThatOthersMayReadIsClosedToThem() throws {
    let path = try library()
    chmod(path, 0o644)
    try Library.open(at: path).close()
    #expect(try mode(path) == 0o600)
  }

  @Test func aFolderThatEveryUserMayWriteToIsRefused() throws {
    chmod(folder.path, 0o777)
    #expect(throws: LibraryError.exposed(path: folder.path)) {
      try Library.open(at: folder.path + "/library.sqlite")
    }
  }

  /// A group of one's own has no other members; that of games is another's.
  @Test(.enabled(if: geteuid() == 0)) func aFolderThatAGroupMayWriteToIsRefused() throws {
    for name in ["g", "broadsheet"] {
      let shared = folder.path + "/" + name
      mkdir(shared, 0o775)
      chmod(shared, 0o775)
      try Library.open(at: shared + "/library.sqlite").close()
      chmod(shared, 0o775)
      chown(shared, 0, 60)
      #expect(throws: LibraryError.exposed(path: shared)) {
        try Library.open(at: shared + "/library.sqlite")
      }
      chmod(shared, 0o755)
      try Library.open(at: shared + "/library.sqlite").close()
    }
  }

  @Test func aFolderThatCannotBeWrittenIsToldWithWhatToDo() async {
    await #expect(processExitsWith: .success) { [folder = folder.path as String] in
      // Root may write everywhere, so become a user who may not.
      if geteuid() == 0 {
        chown(folder, 65534, 65534)
        try #require(seteuid(65534) == 0)
      }
      chmod(folder, 0o500)
      let error = #expect(throws: LibraryError.self) {
        try Library.open(at: folder + "/library.sqlite")
      }
      #expect(
        error?.description
          == "\(folder)/library.sqlite: marks cannot be kept (Permission denied); "
          + "check its permissions")
    }
  }

  @Test func aFileInPlaceOfTheFolderIsTold() throws {
    let path = try folder.write("state")
    #expect(throws: LibraryError.folder(path: path, why: "not a folder")) {
      try Library.open(at: path + "/library.sqlite")
    }
  }

  @Test func aFolderInPlaceOfTheFileIsTold() throws {
    let path = folder.path + "/library.sqlite"
    mkdir(path, 0o700)
    #expect(throws: LibraryError.noFile(path: path, what: "a folder")) {
      try Library.open(at: path)
    }
  }

  @Test func aLinkToAFileElsewhereIsFollowed() throws {
    let elsewhere = try library()
    symlink(elsewhere, folder.path + "/link.sqlite")
    let library = try Library.open(at: folder.path + "/link.sqlite")
    #expect(library.path == elsewhere)
  }

  @Test func aLinkThatLeadsNowhereIsTold() throws {
    let path = folder.path + "/link.sqlite"
    symlink(folder.path + "/gone.sqlite", path)
    #expect(throws: LibraryError.noFile(path: path, what: "a link that leads nowhere")) {
      try Library.open(at: path)
    }
  }

  @Test(.enabled(if: geteuid() == 0, "only root can give files away"))
  func whatBelongsToAnotherUserIsRefused() throws {
    let path = try library()
    chown(path, 65534, 65534)
    #expect(throws: LibraryError.wrongOwner(path: path)) { try Library.open(at: path) }
    chown(folder.path, 65534, 65534)
    #expect(throws: LibraryError.wrongOwner(path: folder.path)) { try Library.open(at: path) }
  }

  @Test func aNewerLibraryIsRefusedAndNotTouched() throws {
    let path = try library()
    try alter(path, "CREATE TABLE later (x); PRAGMA user_version = 9; PRAGMA journal_mode = WAL")
    let before = try folder.bytes("library.sqlite")
    #expect(throws: LibraryError.newer(path: path, version: 9, known: Schema.library.version)) {
      try Library.open(at: path)
    }
    #expect(try folder.bytes("library.sqlite") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["library.sqlite"])
  }

  @Test func theDatabaseOfAnotherProgramIsRefusedAndNotTouched() throws {
    let path = folder.path + "/other.sqlite"
    try alter(path, "CREATE TABLE brief (x)")
    let before = try folder.bytes("other.sqlite")
    #expect(throws: LibraryError.foreign(path: path)) { try Library.open(at: path) }
    #expect(try folder.bytes("other.sqlite") == before)
  }

  @Test func aFileThatIsNoDatabaseIsRefusedAndNotTouched() throws {
    let text = String(repeating: "Dear diary, ", count: 100)
    let path = try folder.write("library.sqlite", text)
    #expect(throws: LibraryError.damaged(path: path)) { try Library.open(at: path) }
    #expect(try folder.bytes("library.sqlite") == Data(text.utf8))
  }

  @Test func aDamagedLibraryIsTold() throws {
    let path = try library()
    var bytes = try folder.bytes("library.sqlite")
    bytes.replaceSubrange(100..<4096, with: Data(repeating: 0xA5, count: 3996))
    try bytes.write(to: URL(fileURLWithPath: path))
    #expect(throws: LibraryError.damaged(path: path)) { try Library.open(at: path) }
  }

  @Test func anEmptyFileBecomesALibrary() throws {
    let path = try folder.write("library.sqlite")
    let library = try Library.open(at: path)
    #expect(try library.record(path: "-", fingerprint: content(1)).id != nil)
  }

  @Test func aLibraryThatIsLockedIsToldAndStillRead() throws {
    let path = try library()
    let holder = try DatabaseQueue(path: path)
    let library = try Library.open(at: path)
    library.wait(atMost: 5)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.star(record: id, true)])
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let moved = try library.record(path: "/elsewhere.md", fingerprint: content(1))
      #expect(moved.isStarred && moved.id == id)
      #expect(try library.record(path: "-", fingerprint: content(2)) == ReadingRecord())
      #expect(throws: LibraryError.locked(path: path)) {
        try library.keep([.star(record: id, false)])
      }
      try db.execute(sql: "ROLLBACK")
      #expect(try library.record(path: "-", fingerprint: content(2)).id != nil)
    }
  }

  /// The end of the program sets how long is waited while briefs are still being looked up.
  @Test(.timeLimit(.minutes(1))) func howLongIsWaitedMayChangeWhileTheConnectionIsInUse() throws {
    let library = try Library.open(at: library())
    let isSet = DispatchSemaphore(value: 0)
    try library.access { _ in
      DispatchQueue.global().async {
        library.wait(atMost: 5)
        isSet.signal()
      }
      // Long enough that the other waits for the connection.
      usleep(100_000)
      #expect(library.obstacle == nil)
    }
    isSet.wait()
    #expect(
      try library.access { try Int.fetchOne($0, sql: "PRAGMA busy_timeout") } == 5)
  }

  /// A mark that is taken back is what it was before, and not gone.
  @Test func aRewrittenBriefHasItsMarksWhileTheLibraryIsLocked() throws {
    let path = try library()
    let library = try Library.open(at: path)
    library.wait(atMost: 5)
    let id = try #require(try library.record(path: "/a.md", fingerprint: content(1)).id)
    try library.keep([.section(record: id, id: "s", read: content(9)), .star(record: id, true)])
    let holder = try DatabaseQueue(path: path)
    try holder.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      let rewritten = try library.record(path: "/a.md", fingerprint: content(2))
      #expect(rewritten.id == nil && rewritten.isStarred)
      #expect(try rewritten.readSections == ["s": content(9)])
      // What was known before is a brief of its own.
      let key = BriefKey(path: "/a.md", fingerprint: try content(2))
      #expect(try library.records(for: [key], known: [content(2)]) == [ReadingRecord()])
      try db.execute(sql: "ROLLBACK")
    }
    #expect(try library.record(path: "/a.md", fingerprint: content(2)).id == id)
  }

  @Test func aSecondConnectionIsToTheSameFileOrToNone() throws {
    let path = try library()
    let library = try Library.open(at: path)
    try library.openAgain().close()
    rename(path, folder.path + "/aside")
    #expect(throws: LibraryError.replaced(path: path)) { try library.openAgain() }
    #expect(access(path, F_OK) != 0)
    let full = LibraryError.diskFull(path: path)
    let closed = try Library.openUnwritable(at: path, because: full)
    #expect(throws: full) { try closed.openAgain() }
  }

  @Test(arguments: [false, true])
  func aLibraryThatIsReplacedWhileItIsOpenTakesNoMark(isRemoved: Bool) throws {
    let path = try library()
    let library = try Library.open(at: path)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    #expect(rename(path, folder.path + "/aside") == 0)
    for suffix in ["-wal", "-shm"] { rename(path + suffix, folder.path + "/aside" + suffix) }
    if !isRemoved {
      let other = try Library.open(at: path)
      #expect(try other.record(path: "-", fingerprint: content(2)).id == id)
    }
    #expect(throws: LibraryError.replaced(path: path)) {
      try library.keep([.section(record: id, id: "s", read: content(3))])
    }
    for name in ["library.sqlite", "aside"] where !isRemoved || name == "aside" {
      let found = try Library.open(at: folder.path + "/" + name)
      #expect(try found.state().briefs.allSatisfy { $0.marks.isEmpty })
    }
  }

  @Test func aLibraryThatCannotBeWrittenIsReadAndOpensLater() throws {
    let path = folder.path + "/library.sqlite"
    let reason = LibraryError.diskFull(path: path)
    let library = try Library.openUnwritable(at: path, because: reason)
    #expect(try library.record(path: "-", fingerprint: content(1)) == ReadingRecord())
    #expect(throws: reason) { try library.keep([.star(record: 1, true)]) }
    mkdir(path, 0o700)
    #expect(!library.reopen() && library.obstacle == reason)
    rmdir(path)
    #expect(library.reopen() && library.obstacle == nil)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.star(record: id, true)])
    try library.close()
    let closed = try Library.openUnwritable(at: path, because: reason)
    #expect(try closed.record(path: "-", fingerprint: content(1)).isStarred)
  }

  @Test func whatIsInTheLogIsReadWhereNothingCanBeWritten() throws {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.keep([.star(record: id, true)])
    let read = try Library.openUnwritable(
      at: folder.library, because: .diskFull(path: folder.library))
    #expect(try read.record(path: "-", fingerprint: content(1)).isStarred)
    #expect(throws: LibraryError.diskFull(path: folder.library)) {
      try read.keep([.star(record: id, false)])
    }
    try library.close()
  }

  @Test func aFileThatIsReplacedWhileItIsOpenedIsOpenedAgain() throws {
    let path = try folder.write("file", "old")
    var count = 0
    let (text, file) = try FileIdentity.opening(path) {
      count += 1
      let text = try folder.bytes("file")
      if count == 1 {
        try folder.write("new", "new")
        rename(folder.path + "/new", path)
      }
      return text
    }
    #expect(count == 2 && text == Data("new".utf8))
    #expect(file == FileIdentity(path: path) && file != nil)
  }

  @Test func aFullDiskIsToldAndNothingIsHalfKept() throws {
    let library = try Library.open(at: folder.library)
    let id = try #require(try library.record(path: "-", fingerprint: content(1)).id)
    try library.access { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    #expect(throws: LibraryError.diskFull(path: folder.library)) {
      try library.keep(
        (0..<5000).map { .section(record: id, id: "section-\($0)", read: try content(1)) })
    }
    #expect(try library.record(path: "-", fingerprint: content(1)).readSections.isEmpty)
  }

  @Test func pathsInMessagesAreHarmless() {
    let error = LibraryError.diskFull(path: "/a\u{1B}[2J/b")
    #expect(!error.description.unicodeScalars.contains { $0.value < 0x20 })
  }
}
