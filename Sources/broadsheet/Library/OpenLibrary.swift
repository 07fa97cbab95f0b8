import BriefLibrary
import BriefModel

/// The library and its index, for the commands that work with them.
struct OpenLibrary {
  let library: Library
  let index: BriefIndex
  /// The folders that were added and those that the settings name, absolute.
  let folders: [String]
  let today: CalendarDate

  init() throws {
    let setup = Setup()
    setup.tellProblems()
    guard let path = setup.settings.libraryFile(environment: setup.environment) else {
      throw Homeless()
    }
    library = try Library.open(at: path)
    index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: path))
    folders = try setup.folders(of: library)
    today = try CalendarDate.today()
  }

  /// There is no place for a library.
  struct Homeless: Error, CustomStringConvertible {
    var description: String {
      "there is no library: neither HOME nor XDG_STATE_HOME is set, nor library in the settings"
    }
  }

  /// Reads a query; throws what is wrong with it, with a mark at the place.
  func query(_ words: [String]) throws -> Query {
    let text = words.joined(separator: " ")
    do throws(QueryError) {
      return try Query(text, today: today)
    } catch {
      throw WrongQuery(text: error.pointed(in: Sanitizer.line(text)))
    }
  }

  /// A query that cannot be understood.
  struct WrongQuery: Error, CustomStringConvertible {
    var text: String
    var description: String { text }
  }
}

extension Setup {
  /// The folders of a library: those that were added, then those that the settings name.
  func folders(of library: Library) throws(LibraryError) -> [String] {
    let named = settings.folders.map(environment.expanding)
    let added = try library.folders()
    return added + named.filter { !added.contains($0) }
  }
}
