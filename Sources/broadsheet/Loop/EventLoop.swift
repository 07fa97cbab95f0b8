import BriefLibrary
import BriefModel
import Cells
import Glibc
import Reader
import Terminal

/// The one loop: waits for keys, signals, answers and changed files, makes messages of them,
/// lets the state take each, starts the effects, then draws once.
struct EventLoop {
  private(set) var state: State
  private var appearance: Appearance
  /// Whether nothing can stop the program but leaving it.
  private let isKiosk: Bool
  private let terminal: Terminal
  private let signals: Signals
  private let mailbox: Mailbox<Message>
  /// Opens the library, and tells why it could not.
  private let opening: () -> (library: Library?, notices: [Message])
  private var isLibraryOpen = false
  var library: Library?
  var keeper = MarkKeeper(library: nil, now: 0)
  var backups = BackupTimes()
  /// The index, where the library's briefs are listed.
  let index: IndexAccess?
  var reader: BriefReader
  var background: Background
  let readTexts: ReadTexts
  private let bulk: BulkMarks?
  private var deliverer: Deliverer
  private var wait: EventWait
  var watcher = FileWatcher()
  /// As many entries are watched.
  private var watched = 0
  var timers = Timers()
  private var pace = FramePace()
  /// The exit status, once it is clear that the program ends.
  private var ending: Int32?

  init(
    state: State, setup: Setup, terminal: Terminal, signals: Signals, mailbox: Mailbox<Message>,
    reader: BriefReader, index: IndexAccess? = nil,
    opening: @escaping () -> (library: Library?, notices: [Message])
  ) {
    self.state = state
    appearance = Appearance(setup)
    if appearance.asksTerminal { terminal.askForBackground() }
    isKiosk = setup.kiosk != nil
    self.terminal = terminal
    self.signals = signals
    self.mailbox = mailbox
    self.reader = reader
    self.opening = opening
    self.index = index
    readTexts = ReadTexts(today: reader.today, within: reader.bounds)
    bulk = index?.bulkMarks(readTexts)
    background = Background(reader: reader, mailbox: mailbox)
    deliverer = Deliverer(setup: setup, terminal: terminal)
    wait = EventWait(
      terminal: terminal.descriptor, signals: signals.descriptor, mail: mailbox.descriptor,
      files: watcher.descriptor)
  }

  /// Runs until the reader leaves; returns the exit status.
  mutating func run(first: Brief?, notices: [Message]) -> Int32 {
    let rest = begin(with: first)
    for notice in notices { take(notice) }
    draw()
    openLibrary()
    start(rest)
    if index?.isFollowed ?? true { followLibrary() }
    if index?.isFollowed ?? true { backUpDaily() }
    while ending == nil {
      watchFiles()
      step()
      draw()
    }
    terminal.close()
    appearance.keepAnswer()
    let (signals, isLeft) = (signals, ending == 0)
    let goesOn = { !isLeft || !signals.take().contains(where: \.isEnding) }
    var last = keepLast(while: goesOn)
    bulk?.finish(ending == 0 ? signals : nil)
    backUpAtEnd()
    background.finish()
    index?.close()
    readTexts.close()
    try? library?.close()
    last?.runWhenClosed(while: goesOn)
    let isLost = tell(last)
    if ending == 0, isLost { return ExitStatus.cannotWrite.rawValue }
    return ending ?? 0
  }

  // MARK: - Starting

  /// Does what the first frame needs and returns the rest, which goes on beside the loop.
  private mutating func begin(with first: Brief?) -> [Effect] {
    var effects = state.start(rows: terminal.rows, columns: terminal.columns)
    if case .load(let entry, let origin) = effects.first {
      effects.removeFirst()
      openLibrary()
      let answers =
        first.map { reader.answer(entry: entry, origin, brief: $0) }
        ?? reader.load(entry: entry, origin)
      for answer in answers { take(answer) }
    }
    for case .rows(let ids) in effects { index?.rows(ids).forEach { take($0) } }
    effects.removeAll { if case .rows = $0 { true } else { false } }
    for case .scan(let entry, let origin) in effects.prefix(terminal.rows) {
      if let head = reader.head(of: origin.path) { take(.glanced(entry: entry, head)) }
    }
    return effects
  }

  /// Before the first frame where a brief is in it, since its marks and place are; a list alone
  /// does not wait for it.
  private mutating func openLibrary() {
    guard !isLibraryOpen else { return }
    isLibraryOpen = true
    let (library, notices) = opening()
    self.library = library
    keeper = MarkKeeper(library: library, now: now)
    reader.library = library
    background.reader = reader
    if library == nil { take(.noLibrary) }
    for notice in notices { take(notice) }
  }

  /// Watches the files that are new: all after the first frame, as nobody changes one so soon, and
  /// later those that links led to.
  private mutating func watchFiles() {
    let new = watched..<state.entries.count
    watched = state.entries.count
    let refused = new.filter { index in
      let path = state.entries[index].path
      // Whether there is such a file is not told either.
      if let bounds = reader.bounds, !bounds.mayHold(path) { return false }
      return path != "-" && !state.entries[index].isArchived && !watcher.watch(path, entry: index)
    }
    if !refused.isEmpty {
      take(.notice("Files that change on disk go unnoticed here; r reads again"))
    }
  }

  // MARK: - One turn

  private mutating func step() {
    let ready = wait.wait(forOutput: terminal.isBusy, timeout: timeout)
    if ready.contains(.output) { terminal.flush() }
    if ready.contains(.signals) { signals.take().forEach { take($0) } }
    if ready.contains(.gone) || terminal.isGone { end(status: 128 + SIGHUP) }
    if ending == nil { terminal.readEvents().forEach { take(.input($0)) } }
    if let isLight = terminal.takeBackground(), appearance.learn(isLight: isLight) {
      pace.request()
    }
    if ready.contains(.mail) { mailbox.take().forEach { take($0) } }
    if ready.contains(.files) {
      timers.changes.add(watcher.changedEntries(), now: MonotonicClock.milliseconds)
      if watcher.takePublished() { index?.goOver() }
      if watcher.takeLogWritten() {
        index?.transferMarks()
        timers.following?.logWritten(now: MonotonicClock.milliseconds)
      }
    }
    // Marks of ours that are not kept yet would be undone by those of others.
    let due = timers.take(now: MonotonicClock.milliseconds, withReadings: keeper.waiting == 0)
    due.forEach { take($0) }
    if let retry = keeper.retry(now: now) { take(retry) }
    takeSize()
  }

  /// Milliseconds until something is to be done though nothing comes; nil for never.
  private var timeout: Int32? {
    let frame = terminal.isBusy ? nil : frameDelay.map(Int32.init)
    let timers = timers.delay(now: now, withReadings: keeper.waiting == 0).map(Int32.init)
    let marks = keeper.delay(now: now).map(Int32.init)
    return [frame, timers, marks, terminal.pendingTimeout].compactMap(\.self).min()
  }

  /// Milliseconds until the frame that is due may be drawn; nil where none is.
  private var frameDelay: Int? { pace.delay(now: now).map { max($0, terminal.receiptDelay) } }

  mutating func take(_ message: Message) {
    guard ending == nil else { return }
    start(state.update(keeper.complete(message)))
    pace.request()
  }

  private mutating func take(_ signal: Signal) {
    switch signal {
    case .windowChanged:
      _ = terminal.updateSize()
      takeSize()
    case .suspend: suspend()
    case .continued:
      terminal.retake()
      pace.request()
    case .childExited: deliverer.collect().forEach { take($0) }
    case .interrupt, .quit, .terminate, .hangup: end(status: 128 + signal.number)
    }
  }

  /// The window may have changed while another program had the screen, too.
  private mutating func takeSize() {
    guard (terminal.rows, terminal.columns) != (state.rows, state.columns) else { return }
    take(.resized(rows: terminal.rows, columns: terminal.columns))
  }

  // MARK: - Effects

  private mutating func start(_ effects: [Effect]) {
    var scans: [(entry: Int, origin: TextOrigin)] = []
    for effect in effects where !(isKiosk && effect.reachesOut) {
      switch effect {
      case .load(let entry, let origin): background.load(entry: entry, origin)
      case .scan(let entry, let origin): scans.append((entry, origin))
      case .list(let request, let number): index?.list(request, number: number)
      case .countSaved: index?.countSaved()
      case .findPassage(let entry, let origin, let phrases):
        background.findPassage(entry: entry, origin, phrases)
      case .locate(let path, let entry):
        for answer in index?.locate(path, entry: entry) ?? [] { take(answer) }
      case .updateLibrary:
        index?.transferMarks()
        index?.update()
      case .desk(let request, let number): index?.desk(request, number: number)
      case .citing(let request): index?.seek(request)
      case .rows(let ids): index?.rows(ids).forEach { take($0) }
      case .rest: if timers.rest.step(now: MonotonicClock.milliseconds) { take(.rested) }
      case .keep(let changes): keep(changes)
      case .readLater(let entries):
        timers.unregistered.add(Set(entries), now: MonotonicClock.milliseconds)
      case .markBulk(let ids, let step): bulk?.mark(ids, step: step)
      case .replayBulk(let step, let forward): bulk?.replay(step: step, forward: forward)
      case .compare(let entry, let brief, let record):
        background.compare(entry: entry, brief, record, after: readTexts)
      case .open(let url): take(deliverer.open(url))
      case .copy(let text, let what): take(deliverer.copy(text, what: what))
      case .edit(let path, let line):
        if let answer = deliverer.edit(path: path, line: line) { take(answer) }
      case .listThemes: take(.themes(appearance.catalog.choices))
      case .useTheme(let name): use(theme: name)
      case .suspend: suspend()
      case .repaint: terminal.repaint()
      case .quit: ending = 0
      }
    }
    background.scan(scans)
  }

  /// What is wrong with the theme is kept for `:messages`, as it may only be looked at.
  private mutating func use(theme name: String) {
    for problem in appearance.use(name) { take(.remark(problem.description)) }
    if appearance.asksTerminal { terminal.askForBackground() }
  }

  private mutating func suspend() {
    guard !isKiosk else { return }
    terminal.suspend()
    // Being continued has been answered by taking the terminal back.
    for signal in signals.take() where signal != .continued { take(signal) }
    pace.request()
  }

  /// Keeps the place and ends, whatever is going on.
  private mutating func end(status: Int32) {
    take(.ending)
    ending = status
  }

  // MARK: - Frames

  private mutating func draw() {
    guard !terminal.isBusy, ending == nil, frameDelay == 0 else { return }
    pace.begin(now: now)
    var grid = Grid(rows: terminal.rows, columns: terminal.columns)
    state.draw(theme: appearance.theme, into: &grid)
    terminal.present(grid)
    state.wasPresented()
  }

  var now: Int { MonotonicClock.milliseconds }
}
