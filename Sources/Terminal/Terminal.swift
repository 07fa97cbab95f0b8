package import Cells
import Glibc
import Guards

/// The reader's terminal: grids go out, keys come in, and at the end it is given back whole.
///
/// All of it belongs to the loop's thread. To be made after `Signals`.
package final class Terminal {
  package private(set) var rows: Int
  package private(set) var columns: Int
  /// Whether only ASCII can be shown: the locale that was chosen is not UTF-8, or none here is.
  package let isASCIIOnly: Bool
  private let tty: TTY
  private let canvas: Canvas
  private let options: TerminalOptions
  private var decoder: InputDecoder
  /// When the bytes that the decoder holds came.
  private var heldSince = 0
  private let escapeDelay: Int
  private var isUp = false
  private var isClosed = false
  private var errors: ErrorLog?
  /// What goes before the next frame.
  private var opening: [UInt8] = []
  /// When the terminal was asked for its background.
  private var askedAt: Int?
  /// Where a slow line may lie between.
  private var receipts: Receipts?
  private var margins: MarginInquiry?

  /// Takes the terminal: key mode, alternate screen, mouse and bracketed paste.
  package init(options: TerminalOptions = TerminalOptions()) throws(TerminalError) {
    self.options = options
    let isASCIIOnly = !Locale.isUTF8(environment: options.environment)
    self.isASCIIOnly = isASCIIOnly
    tty = try TTY()
    (rows, columns) = tty.size ?? (24, 80)
    canvas = try Canvas(
      options: options, rows: rows, columns: columns, isASCIIOnly: isASCIIOnly)
    decoder = InputDecoder(table: canvas.description.keys)
    if canvas.description.isXtermLike {
      margins = MarginInquiry()
      if options.isRemote { receipts = Receipts(cells: rows * columns) }
    }
    escapeDelay = Self.escapeDelay(options.environment)
    take()
  }

  deinit { close() }

  /// The name under which the terminal's description was found.
  package var name: String { canvas.description.name }
  /// Set where there is no description of the terminal itself.
  package var unknown: UnknownTerminal? { canvas.description.unknown }
  package var depth: ColorDepth { canvas.depth }
  /// Whether links go to the terminal with their text (OSC 8).
  package var sendsLinks: Bool { canvas.sendsLinks }
  /// To be polled for reading, and for writing while `isBusy`.
  package var descriptor: Int32 { tty.descriptor }
  /// Whether the last frame is not yet out; no other is taken until then.
  package var isBusy: Bool { tty.isBusy }
  /// Milliseconds for which no frame is to be begun, as the terminal is not done with the last ones.
  ///
  /// `readEvents` may end it sooner.
  package var receiptDelay: Int { receipts?.delay(now: Clock.milliseconds) ?? 0 }
  /// Writes to the device so far, for measurements.
  package var writes: Int { tty.writes }
  /// Whether the other end has hung up.
  package var isGone: Bool { tty.isGone }

  // MARK: Out

  /// Shows a grid, in one write where the terminal takes it; no bytes where it shows it already.
  ///
  /// While `isBusy` nothing happens: draw again when it is not.
  package func present(_ grid: Grid) {
    guard isUp, !isBusy, !isGone else { return }
    var bytes = opening + canvas.bytes(for: grid)
    opening = []
    ask(after: &bytes)
    guard bytes.count >= Self.largeFrame, canvas.description.isXtermLike else {
      tty.send(bytes)
      return
    }
    tty.send(Self.synchronizedStart + bytes + Self.synchronizedEnd)
  }

  /// Goes on with a frame that the terminal did not take whole.
  package func flush() { tty.flush() }

  /// Has the next `present` draw everything anew.
  package func repaint() { canvas.forget() }

  /// Asks the device for its size; whether it has changed.
  package func updateSize() -> Bool {
    guard let size = tty.size, size != (rows, columns) else { return false }
    (rows, columns) = size
    receipts?.cells = rows * columns
    canvas.resize(rows: rows, columns: columns)
    return true
  }

  /// Gives text to the clipboard of the reader's own machine (OSC 52).
  ///
  /// It cannot be known whether the terminal took it. False where it is too long to be sent.
  package func send(clipboard text: String) -> Bool {
    guard
      var bytes = ClipboardSequence.bytes(
        for: text, way: ClipboardWay(environment: options.environment))
    else { return false }
    ask(after: &bytes)
    tty.send(bytes)
    return true
  }

  private func ask(after bytes: inout [UInt8]) {
    guard receipts?.asks(after: bytes.count, now: Clock.milliseconds) == true else { return }
    bytes += Receipts.question
  }

  /// Frames from this size on, in bytes, are shown at once (mode 2026): they do not fit in a packet.
  private static let largeFrame = 1400
  private static let synchronizedStart = Array("\u{1B}[?2026h".utf8)
  private static let synchronizedEnd = Array("\u{1B}[?2026l".utf8)

  // MARK: In

  /// Takes all that was typed; never waits.
  ///
  /// To be called when the descriptor is readable, and when `pendingTimeout` has passed.
  package func readEvents() -> [InputEvent] {
    let bytes = tty.read()
    if !bytes.isEmpty {
      let events = feed(bytes)
      if decoder.takeReceipt() { receipts?.answer() }
      takeMargins()
      return events
    }
    return pendingTimeout == 0 ? decoder.giveUpWaiting() : []
  }

  /// A string that does not end must not swallow what is typed while it is waited for: it is given
  /// up a while after its beginning, whatever comes.
  private func feed(_ bytes: [UInt8]) -> [InputEvent] {
    let now = Clock.milliseconds
    if decoder.held == .string, now - heldSince >= Self.stringDelay { _ = decoder.giveUpWaiting() }
    let wasInString = decoder.held == .string
    let events = decoder.feed(bytes)
    if !(wasInString && decoder.held == .string) { heldSince = now }
    return events
  }

  private func takeMargins() {
    guard let has = decoder.hasMargins, margins?.isAwaited == true else { return }
    margins?.answer()
    canvas.hasMargins = has
  }

  /// Asks the terminal for the colour of its background, with the next frame.
  ///
  /// Only terminals of xterm's family are asked: others may print the question.
  package func askForBackground() {
    guard isUp, canvas.description.isXtermLike, canvas.depth != .none, askedAt == nil else {
      return
    }
    decoder.awaitsBackground = true
    askedAt = Clock.milliseconds
    opening += BackgroundReport.question
  }

  /// Whether the background is light, once the terminal has said so; an answer that comes late
  /// is none, as colours must not change under the eyes.
  package func takeBackground() -> Bool? {
    guard let report = decoder.takeBackground(), let askedAt,
      Clock.milliseconds - askedAt <= Self.backgroundDelay
    else { return nil }
    return report.isLight
  }

  private static let backgroundDelay = 1000

  /// Milliseconds for which the answer may still be on its way.
  private func backgroundDelay(now: Int) -> Int {
    guard decoder.awaitsBackground, let askedAt else { return 0 }
    return max(0, askedAt + Self.backgroundDelay - now)
  }

  /// Milliseconds after which `readEvents` is to be called though nothing came; nil for never.
  ///
  /// An ESC may be the key or the start of another one: `ESCDELAY`, else 100 ms, decides.
  package var pendingTimeout: Int32? {
    switch decoder.held {
    case .nothing: nil
    case .key: Int32(max(0, heldSince + escapeDelay - Clock.milliseconds))
    case .string: Int32(max(0, heldSince + Self.stringDelay - Clock.milliseconds))
    case .paste: Int32(max(0, heldSince + Self.pasteDelay - Clock.milliseconds))
    }
  }

  /// 10 seconds at most, as nobody would wait longer for a key.
  private static func escapeDelay(_ environment: Environment) -> Int {
    environment["ESCDELAY"].flatMap { Int($0) }.map { min(max(0, $0), 10_000) } ?? 100
  }

  /// A paste of which the end is lost must not swallow what is typed later.
  private static let pasteDelay = 3000
  /// So long the pieces of an answer may be under way.
  private static let stringDelay = 2000

  // MARK: Giving back

  /// Gives the terminal to someone else for a while, then takes it back and draws anew.
  package func withScreenGivenAway<Result>(_ body: () throws -> Result) rethrows -> Result {
    give()
    defer { if !isClosed { take() } }
    return try body()
  }

  /// Stops the process group as Ctrl-Z does; returns when it is continued.
  ///
  /// Where there is no shell that could continue it, as under `ssh -t host broadsheet`, the system
  /// takes no notice of the signal, and the screen is only drawn anew.
  package func suspend() {
    withScreenGivenAway {
      kill(0, SIGTSTP)
      Signals.letThrough(SIGTSTP)
      tty.findModes()
    }
  }

  /// Takes the terminal anew after someone else stopped and continued the process.
  ///
  /// To be called for `Signal.continued`, but for the one that ended `suspend`.
  package func retake() {
    guard isUp else { return }
    give()
    take()
  }

  /// Gives the terminal back for good; may be called again.
  package func close() {
    guard !isClosed else { return }
    isClosed = true
    give()
  }

  private func take() {
    guard !isUp, !isGone else { return }
    tty.enterKeyMode()
    errors = ErrorLog(isASCIIOnly: isASCIIOnly, cleaned: options.cleaned)
    arm()
    isUp = true
    if !updateSize() { canvas.forget() }
    opening = canvas.description.isXtermLike ? Modes.on(mouse: options.usesMouse) : []
    opening += margins?.ask(now: Clock.milliseconds) ?? []
  }

  private func give() {
    guard isUp else { return }
    isUp = false
    let leaving = canvas.leave()
    tty.send((canvas.description.isXtermLike ? Modes.off : []) + leaving)
    tty.drain(milliseconds: 1000)
    // A frame that is cut off would leave the terminal as it is, in the midst of a sequence.
    if tty.isBusy { tty.sendInstead(restoring) }
    awaitAnswers(milliseconds: 1000)
    tty.leaveKeyMode()
    broadsheet_guard_disarm()
    errors = nil
  }

  /// Gives all back that may be in use, from any state.
  private var restoring: [UInt8] {
    canvas.description.isXtermLike ? Modes.crash : Modes.crashPlain
  }

  /// Takes the answers that are still to come, which would else be typed into what follows.
  private func awaitAnswers(milliseconds: Int) {
    let deadline = Clock.milliseconds + milliseconds
    while true {
      let now = Clock.milliseconds
      let delay = max(receiptDelay, margins?.delay(now: now) ?? 0, backgroundDelay(now: now))
      guard tty.wait(milliseconds: min(deadline - now, delay)) else { return }
      _ = readEvents()
    }
  }

  private func arm() {
    var modes = tty.original
    restoring.withUnsafeBytes { bytes in
      broadsheet_guard_arm(
        tty.descriptor, &modes, bytes.baseAddress, bytes.count, errors?.original ?? -1,
        errors?.log ?? -1)
    }
  }
}
