import BriefLibrary
import BriefModel
import Configuration
import Reader
import Terminal

/// The reader on the list of the library, from its start to its end.
struct LibraryReading {
  /// As many rows are known before the first frame, which is more than any window shows.
  private static let firstRows = 250

  /// Lets the reader read; false where the library has no folders. Throws before the terminal is
  /// touched, and at the end with the exit status where it is not 0.
  func run() throws -> Bool {
    let setup = Setup()
    guard let path = setup.settings.libraryFile(environment: setup.environment),
      let opened = try? Library.openOrRecover(at: path, today: .today())
    else { return false }
    let library = opened.library
    // A new library has no folders; what became of the old one is said all the same.
    if let recovery = opened.recovery { Failure.tell(recovery.description) }
    guard let folders = try? setup.folders(of: library), !folders.isEmpty else { return false }
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: path))
    let notices = opened.recovery.map { [Message.failure($0.description)] } ?? []
    let status = try read(setup, library, index, folders, notices)
    if status != 0 { throw Ending(status: status) }
    return true
  }

  private func read(
    _ setup: Setup, _ library: Library, _ index: BriefIndex, _ folders: [String],
    _ notices: [Message]
  ) throws -> Int32 {
    let today = try CalendarDate.today()
    let request = ListRequest()
    let listing = try index.listing(order: request.order, limit: Self.firstRows)
    let counts = try index.counts()
    let signals = try Signals()
    let mailbox = try Mailbox<Message>()
    let terminal = try Terminal(options: setup.terminalOptions)
    let state = State(
      library: listing, counts: counts, request: request,
      options: setup.options(on: terminal, today: today), keymap: setup.keymap)
    var loop = EventLoop(
      state: state, setup: setup, terminal: terminal, signals: signals, mailbox: mailbox,
      reader: BriefReader(library: library, today: today, standardInput: nil),
      index: IndexAccess(
        index: index, library: library, folders: folders, today: today, mailbox: mailbox)
    ) { (library: library, notices: []) }
    return loop.run(first: nil, notices: setup.notices + notices)
  }
}
