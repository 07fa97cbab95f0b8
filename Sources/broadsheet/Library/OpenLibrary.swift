import BriefLibrary
import BriefModel

/// The library and an index, for the commands that work with them.
struct OpenLibrary {
  let setup: Setup
  let library: Library
  let index: BriefIndex
  /// The folders that were added and those that the settings name, absolute; those of a published
  /// index where that is read.
  let folders: [String]
  let today: CalendarDate

  /// Opens the library that the settings name, with the index of its own, which is brought up to date
  /// and published. What cannot be written is read as it is, which is told, where it is `only` to be
  /// read.
  init(given: GivenReader = GivenReader(), toRead only: Bool = false) throws {
    setup = try Setup(of: given)
    today = try CalendarDate.today()
    library = try setup.library(toRead: only, today: today)
    index = try setup.ownIndex(toRead: only, of: library)
    folders = try setup.folders(of: library)
  }

  /// Opens a reader's library with the index that they read: the published one, where the settings
  /// name one. An index that cannot be written is read as it is, also where marks are kept.
  ///
  /// One that cannot be opened is told; where nothing is asked of it, work goes on without. A name
  /// that was mistyped is none of a reader, who would begin with this.
  init(of reader: GivenReader, toRead only: Bool = false, asking: Bool = true) throws {
    setup = try Setup(of: reader)
    if setup.reader != nil { _ = try setup.existingLibrary() }
    today = try CalendarDate.today()
    library = try setup.library(toRead: only, today: today)
    do {
      (index, folders) = try setup.indexToRead(of: library)
    } catch let error as LibraryError where !asking {
      Failure.tell(error.description)
      index = try .empty(insteadOf: error.path)
      folders = []
    }
  }

  /// Takes over the marks that are new to the index; where they cannot be written there, it shows
  /// what was read up to then.
  func takeMarksToRead() throws(LibraryError) {
    guard index.isWritable || index.isPublished else { return }
    do throws(LibraryError) {
      try bringMarks()
    } catch {
      guard error.leavesReadable || error.isPassing else { throw error }
      Failure.tell(error.description)
    }
  }

  /// Lets the index know what was read. A published one is told in memory, and its briefs that were
  /// rewritten have their marks first.
  func bringMarks() throws(LibraryError) {
    // A library that cannot be written keeps what it has of earlier texts, and its marks are read.
    var failure: LibraryError?
    if index.isPublished, library.obstacle == nil {
      do throws(LibraryError) { try index.tell(library) } catch { failure = error }
    }
    try index.takeMarks(from: library)
    if let failure { throw failure }
  }

  /// Lets an index of one's own know what was marked just now. The marks are safe; an index that is
  /// busy takes them over with its next change.
  func passMarksOn() {
    if !index.isPublished { _ = try? index.takeMarks(from: library) }
  }

  /// Reads a query; throws what is wrong with it, with a mark at the place.
  func query(_ words: [String]) throws -> Query {
    try setup.query(words, today: today, saved: index.knowingFolders(setup.savedQueries))
  }

  /// The rows of a listing, some hundreds at a time.
  func forEachBatch(
    of listing: BriefListing, _ body: ([ListedBrief]) throws -> Void
  ) throws {
    let batch = 500
    for start in stride(from: 0, to: listing.ids.count, by: batch) {
      let ids = listing.ids[start..<min(listing.ids.count, start + batch)]
      try body(try index.rows(of: ids, from: library))
    }
  }
}

extension Library {
  /// Backs it up where that was not done today, or of much less; work goes on where it cannot be.
  func backUpDaily() {
    guard let today = try? CalendarDate.today() else { return }
    do throws(LibraryError) {
      try Self.backUpDaily(at: path, today: today)
    } catch {
      Failure.tell(error.description)
    }
  }
}

extension LibraryRecovery {
  /// Says on standard error what was done.
  func tell() {
    Failure.tell(description)
    wasTold()
  }
}

extension Setup {
  /// Where the library is; one of several readers of an account has a folder of their own beside it.
  /// Nil where there is no place for one.
  var libraryFile: String? {
    guard let path = settings.libraryFile(environment: environment), let reader else {
      return settings.libraryFile(environment: environment)
    }
    return path.sibling(named: "readers/\(reader.text)/library.sqlite")
  }

  /// Where the library is; throws where there is no place for one.
  func libraryPath() throws(Refusal) -> String {
    guard let path = libraryFile else {
      throw .missing(
        "there is no library: neither HOME nor XDG_STATE_HOME is set, nor library in the settings")
    }
    return path
  }

  /// Opens the library; one that cannot be written is read as it is, which is told, where it is
  /// `only` to be read.
  func library(toRead only: Bool = false, today: CalendarDate) throws -> Library {
    let path = try libraryPath()
    do throws(LibraryError) {
      let opened = try Library.openOrRecover(at: path, today: today)
      opened.recovery?.tell()
      return opened.library
    } catch {
      guard only, error.leavesReadable,
        let library = try? Library.openUnwritable(at: path, because: error)
      else { throw error }
      Failure.tell(error.description)
      return library
    }
  }

  /// Reads the settings that hold for a reader, and says what of them could not.
  init(of reader: GivenReader) throws(Refusal) {
    try reader.check()
    self.init(given: reader)
    tellProblems()
  }

  /// Opens the index beside the library; one that cannot be written is read as it is, which is told
  /// where the library's own state does not tell it, where it is `only` to be read.
  func ownIndex(toRead only: Bool, of library: Library) throws -> BriefIndex {
    let path = BriefIndex.path(besideLibrary: try libraryPath())
    do throws(LibraryError) {
      return try BriefIndex.openOrRemake(at: path)
    } catch {
      guard only, error.leavesReadable, let index = try? BriefIndex.openUnwritable(at: path) else {
        throw error
      }
      if library.obstacle == nil { Failure.tell(error.description) }
      return index
    }
  }

  /// Opens the index that a reader reads, and tells which folders it is of.
  func indexToRead(of library: Library) throws -> (BriefIndex, folders: [String]) {
    if let published = publishedIndex {
      let index = try BriefIndex.openPublished(at: published)
      return (index, try index.roots())
    }
    return (try ownIndex(toRead: true, of: library), try folders(of: library))
  }

  /// Reads a query; throws what is wrong with it, with a mark at the place.
  func query(_ words: [String], today: CalendarDate, saved: SavedQueries) throws -> Query {
    let text = words.joined(separator: " ")
    do throws(QueryError) {
      return try Query(text, today: today, saved: saved)
    } catch {
      throw Refusal.usage(QueryMistake(error: error, query: text).text)
    }
  }

  /// Where another process publishes an index that is to be read; nil for an index of one's own.
  var publishedIndex: String? { settings.published.map(environment.expanding) }

  /// The folders that the settings name.
  var namedFolders: [String] { settings.folders.map(environment.expanding) }

  /// The folders of a library: those that were added, then those that the settings name; in the
  /// kiosk the administrator's settings alone say what is read.
  func folders(of library: Library) throws(LibraryError) -> [String] {
    kiosk == nil ? withNamed(try library.folders()) : namedFolders
  }

  /// Folders that were added, then those that the settings name.
  func withNamed(_ added: [String]) -> [String] {
    added + namedFolders.filter { !added.contains($0) }
  }
}
