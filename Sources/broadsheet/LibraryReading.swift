import BriefLibrary
import BriefModel
import Configuration
import Reader
import Terminal

/// The reader on the list of the library, from its start to its end.
struct LibraryReading {
  var isLinear = false
  var given = GivenReader()
  var kiosk: Kiosk?

  /// As many rows are known before the first frame, which is more than any window shows.
  private static let firstRows = 250

  /// The files of a library that has folders.
  private struct Files {
    var library: Library
    var index: BriefIndex
    /// None where the files cannot be written, so that nothing tries to; those of a published index
    /// are read alone.
    var folders: [String]
    var notices: [Message] = []
    /// What is told by the screen alone.
    var recovery: LibraryRecovery?
  }

  /// Lets the reader read; false where the library has no folders. Throws before the terminal is
  /// touched, and at the end with the exit status where it is not 0.
  func run() throws -> Bool {
    let setup = Setup(isLinear: isLinear, given: given, kiosk: kiosk)
    guard let path = setup.libraryFile,
      let files = try open(path, setup, try .today())
    else { return false }
    let status = try read(setup, files)
    if status != 0 { throw Ending(status: status) }
    return true
  }

  private func open(
    _ path: String, _ setup: Setup, _ today: CalendarDate
  ) throws(LibraryError) -> Files? {
    if let published = setup.publishedIndex {
      return try openPublished(published, path, setup, today)
    }
    let indexPath = BriefIndex.path(besideLibrary: path)
    do throws(LibraryError) {
      let opened = try openLibrary(path, today)
      // A new library has no folders; what became of the old one is said all the same.
      opened.recovery?.tell()
      let folders = try setup.folders(of: opened.library)
      guard !folders.isEmpty else { return nil }
      let notices: [Message] = opened.recovery.map { [.failure($0.description)] } ?? []
      return try files(opened.library, indexPath, folders, notices)
    } catch {
      // What cannot be written can still be read.
      guard let library = try? Library.openUnwritable(at: path, because: error) else { return nil }
      guard let index = try? BriefIndex.openUnwritable(at: indexPath) else {
        // The library's folders are not the one that the program was started in.
        if error.path.hasPrefix(indexPath) { throw error }
        return nil
      }
      return Files(
        library: library, index: index, folders: [], notices: [.failure(error.message)])
    }
  }

  /// Opens the library; damage that shows only where it is read is mended as by commands, as far as
  /// it shows in a moment.
  private func openLibrary(
    _ path: String, _ today: CalendarDate
  ) throws(LibraryError) -> (library: Library, recovery: LibraryRecovery?) {
    let opened = try Library.openOrRecover(at: path, today: today)
    do throws(LibraryError) {
      _ = (try opened.library.folders(), try opened.library.seenMarks())
      return opened
    } catch {
      guard error.isMendedByOpening else { throw error }
    }
    try? opened.library.close()
    return try Library.openOrRecover(at: path, today: today)
  }

  /// Marks are kept beside an index that can only be read.
  private func files(
    _ library: Library, _ indexPath: String, _ folders: [String], _ notices: [Message]
  ) throws(LibraryError) -> Files {
    do throws(LibraryError) {
      return Files(
        library: library, index: try BriefIndex.openOrRemake(at: indexPath), folders: folders,
        notices: notices)
    } catch {
      guard case .indexUnwritable = error,
        let index = try? BriefIndex.openUnwritable(at: indexPath)
      else { throw error }
      return Files(
        library: library, index: index, folders: [], notices: notices + [.failure(error.message)])
    }
  }

  /// Opens what another process publishes, with a library of one's own; without one, or where it
  /// cannot be written, briefs are read all the same.
  ///
  /// What the kiosk shows is the administrator's to say, as far as the settings do, and not that of
  /// who writes the index.
  private func openPublished(
    _ published: String, _ path: String, _ setup: Setup, _ today: CalendarDate
  ) throws(LibraryError) -> Files {
    let named = kiosk == nil ? [] : setup.namedFolders
    let index = try BriefIndex.openPublished(
      at: published, showing: named.isEmpty ? nil : named)
    let folders = try named.isEmpty ? index.roots() : named
    do throws(LibraryError) {
      let opened = try openLibrary(path, today)
      return Files(
        library: opened.library, index: index, folders: folders,
        notices: opened.recovery.map { [.failure($0.description)] } ?? [], recovery: opened.recovery
      )
    } catch {
      let library = try Library.openUnwritable(at: path, because: error)
      return Files(
        library: library, index: index, folders: folders, notices: [.failure(error.message)])
    }
  }

  /// Lets nothing be read from now on but what the library has, and returns what that is.
  private func confine(_ setup: Setup, _ files: Files) throws(Refusal) -> ReadBounds {
    try KioskSessions.take(besideLibrary: setup.libraryFile)
    let folders = files.folders + setup.namedFolders
    KioskFiles(
      readable: folders + setup.kioskPlaces + [KioskFiles.folder(of: files.index.path)],
      library: setup.libraryFile
    ).confine()
    return ReadBounds(folders)
  }

  /// What the reader takes, with what a library has beyond files.
  private func options(
    _ setup: Setup, on terminal: Terminal, _ folders: [String], today: CalendarDate
  ) -> Options {
    var options = setup.options(on: terminal, today: today)
    options.folders = folders
    let names = QueryCompletion.words(from: "", saved: setup.savedQueries)
    // Saved queries are completed apart, by their names in quotation marks.
    let fields = names.filter { $0.hasSuffix(":") && $0 != "in:" }
    options.queryWords =
      names + fields.flatMap { QueryCompletion.words(from: $0, saved: setup.savedQueries) }
    return options
  }

  private func read(_ setup: Setup, _ files: Files) throws -> Int32 {
    let bounds = try kiosk.map { _ throws(Refusal) in try confine(setup, files) }
    let today = try CalendarDate.today()
    let request = ListRequest(grouping: setup.settings.group)
    // What was read elsewhere meanwhile, as far as that takes no time; the rest comes after the
    // first frame. Where the file cannot be written it shows as it was.
    let seen = files.index.takeFewMarks(from: files.library)
    let listing = try files.index.listing(
      order: request.order, grouping: request.grouping, limit: Self.firstRows)
    let counts = try files.index.counts()
    let signals = try Signals()
    let mailbox = try Mailbox<Message>()
    let terminal = try setup.openTerminal()
    let state = State(
      library: listing, counts: counts, request: request,
      options: options(setup, on: terminal, files.folders, today: today), keymap: setup.keymap)
    let library = files.library
    let folders = KnownFolders(files.folders) { try setup.folders(of: library) }
    var loop = EventLoop(
      state: state, setup: setup, terminal: terminal, signals: signals, mailbox: mailbox,
      reader: BriefReader(
        library: library, index: files.index, today: today, standardInput: nil, bounds: bounds),
      index: IndexAccess(
        index: files.index, library: library,
        folders: folders.now, today: today, seen: seen, bounds: bounds,
        saved: setup.savedQueries, archiving: setup.settings.archive, mailbox: mailbox)
    ) { (library: library, notices: []) }
    let status = loop.run(first: nil, notices: setup.notices(on: terminal) + files.notices)
    files.recovery?.wasTold()
    return status
  }
}
