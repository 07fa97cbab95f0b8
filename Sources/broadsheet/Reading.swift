import BriefLibrary
import BriefModel
import Configuration
import Glibc
import Reader
import Terminal

/// The reader from its paths to its end.
struct Reading {
  let paths: [String]
  var isLinear = false
  var given = GivenReader()
  var kiosk: Kiosk?

  /// Opens the briefs and lets the reader read; throws before the terminal is touched, and at the
  /// end with the exit status where it is not 0.
  func run() throws {
    try given.check()
    try kiosk?.enter()
    if kiosk == nil { try MistypedCommand.refuse(in: paths) }
    if kiosk != nil, isatty(STDIN_FILENO) != 1 || !StandardOutput.isTerminal {
      throw Refusal(
        description: "there is no terminal to show briefs on; over SSH, connect with ssh -t",
        status: .unavailable)
    }
    if looksForLibrary, try LibraryReading(isLinear: isLinear, given: given, kiosk: kiosk).run() {
      return
    }
    guard StandardOutput.isTerminal else { return try Printing().run(paths: named) }
    let today = try CalendarDate.today()
    let setup = Setup(isLinear: isLinear, given: given, kiosk: kiosk)
    if kiosk != nil { try confine(setup) }
    guard let (found, passedOver) = try files(today) else { return try welcome(setup, today) }
    let all = Array(found.joined())
    let files = named.count > 1 ? BriefFiles.distinct(all) : all
    let first = files.count == 1 || files.contains("-") ? try preloaded(files, today) : nil
    let folders = Self.ranges(of: found, in: files)
    let status = try read(
      files, folders, setup, first: first, passedOver: passedOver, today: today)
    if status != 0 { throw Ending(status: status) }
  }

  /// Whether the library is opened where it has folders.
  private var looksForLibrary: Bool {
    paths.isEmpty && StandardOutput.isTerminal && isatty(STDIN_FILENO) == 1
  }

  /// The files of each path, and what is passed over below them; nil where nobody named one and the
  /// current folder has none.
  private func files(
    _ today: CalendarDate
  ) throws(BriefError) -> (files: [[String]], passedOver: [BriefError])? {
    do throws(BriefError) {
      let bounds = bounds
      let found = try named.map { path throws(BriefError) in
        try BriefFiles.found(at: path, within: bounds)
      }
      let passedOver = found.flatMap(\.passedOver)
      if let first = passedOver.first, found.allSatisfy(\.paths.isEmpty) { throw first }
      return (found.map { BriefFiles.newestFirst($0.paths, today: today) }, passedOver)
    } catch {
      guard named == ["."], paths.isEmpty, error.reason == .noBriefs else { throw error }
      return nil
    }
  }

  private func welcome(_ setup: Setup, _ today: CalendarDate) throws {
    let status = try read(
      ["-"], [0..<1], setup, first: try WelcomeBrief.brief(today: today), today: today,
      inputName: WelcomeBrief.name)
    if status != 0 { throw Ending(status: status) }
  }

  /// Where the files of each path stand among all, which are the first of each.
  private static func ranges(of found: [[String]], in files: [String]) -> [Range<Int>] {
    // By their bytes, as two names may be equal to Unicode and not to the disk.
    var left = Set(files.map { Array($0.utf8) })
    var start = 0
    return found.map { paths in
      let count = paths.count { left.remove(Array($0.utf8)) != nil }
      defer { start += count }
      return start..<start + count
    }
  }

  /// What may be read, where not all may be.
  private var bounds: ReadBounds? { kiosk.map { _ in ReadBounds(paths) } }

  /// Without a path, and without a library: what is piped in, else the current folder.
  private var named: [String] {
    if !paths.isEmpty { return paths }
    return [isatty(STDIN_FILENO) == 1 ? "." : "-"]
  }

  /// The one file, or standard input, which is read before the terminal is taken: what is wrong
  /// with it is said on an untouched screen.
  private func preloaded(_ files: [String], _ today: CalendarDate) throws(BriefError) -> Brief {
    try BriefLoader.load(
      path: files.count == 1 ? files[0] : "-", within: bounds, today: today)
  }

  /// Where somebody may only read, what may be read is named: never the folder that the program was
  /// started in, nor the keyboard. Nothing else can be opened from now on.
  private func confine(_ setup: Setup) throws(Refusal) {
    guard !paths.isEmpty, !paths.contains("-") else {
      let file = setup.kiosk?.settingsFile ?? "settings"
      throw .missing(
        "there is nothing to read: name folders in \(Sanitizer.line(file)), or paths after --kiosk")
    }
    try KioskSessions.take(besideLibrary: setup.libraryFile)
    KioskFiles(
      readable: KioskFiles.places(of: paths) + setup.kioskPlaces, library: setup.libraryFile
    ).confine()
  }

  private func read(
    _ files: [String], _ folders: [Range<Int>], _ setup: Setup, first: Brief?,
    passedOver: [BriefError] = [], today: CalendarDate, inputName: String? = nil
  ) throws -> Int32 {
    let signals = try Signals()
    let mailbox = try Mailbox<Message>()
    let terminal = try setup.openTerminal()
    var options = setup.options(on: terminal, today: today)
    options.hasLibrary = !looksForLibrary
    let reader = BriefReader(
      today: today, standardInput: first?.path == "-" ? first : nil,
      bounds: bounds)
    var recovery: LibraryRecovery?
    var loop = EventLoop(
      state: State(
        paths: files, inputName: inputName, folders: folders, options: options,
        keymap: setup.keymap),
      setup: setup, terminal: terminal, signals: signals, mailbox: mailbox, reader: reader
    ) {
      let opened = openLibrary(setup, today)
      recovery = opened.recovery
      return (opened.library, opened.notices)
    }
    let status = loop.run(
      first: files.count == 1 ? first : nil,
      notices: setup.notices(on: terminal) + notices(of: passedOver))
    recovery?.wasTold()
    return status
  }

  /// What the status line says of what was passed over.
  private func notices(of passedOver: [BriefError]) -> [Message] {
    let notices = passedOver.map { Message.failure($0.description) }
    guard notices.count > 1 else { return notices }
    let all = "\(notices.count) paths were passed over; :messages shows them all"
    return notices + [.failure(all)]
  }

  /// Reading goes on without a library; that nothing is kept is said in the status line.
  private func openLibrary(_ setup: Setup, _ today: CalendarDate) -> (
    library: Library?, notices: [Message], recovery: LibraryRecovery?
  ) {
    guard let path = setup.libraryFile else {
      return (nil, [.failure("Marks are not kept: neither HOME nor XDG_STATE_HOME is set")], nil)
    }
    do throws(LibraryError) {
      let opened = try Library.openOrRecover(at: path, today: today)
      let notices: [Message] = opened.recovery.map { [.failure($0.description)] } ?? []
      return (opened.library, notices, opened.recovery)
    } catch {
      let unwritable = try? Library.openUnwritable(at: path, because: error)
      return (unwritable, [.failure(error.message)], nil)
    }
  }
}
