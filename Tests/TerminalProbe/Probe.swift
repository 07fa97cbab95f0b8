import Cells
import Glibc
import Terminal

/// A small pager for the terminal's tests: its keys bring about what the tests want to see.
///
/// `j` `k` scroll, `n` moves a marker, `t` changes every address, `c` colours, `l` redraws,
/// `z` suspends, `g` gives the screen away, `y` copies, `x` traps, `f` fails, `o` overflows the
/// stack, `q` quits. The last row tells the last event. With `widths` it is no pager; see `Widths`.
@main
struct Probe {
  private let terminal: Terminal
  private let signals: Signals
  private let mailbox: Mailbox<String>
  private var top = 0
  private var marker = 0
  private var page = 0
  private var isColored = false
  private var event = "none"
  private var isDone = false
  private var isDirty = true
  private var frames = 0

  static func main() {
    guard CommandLine.arguments.dropFirst() != ["widths"] else { return Widths.print() }
    do {
      var probe = try Probe()
      probe.run()
    } catch {
      print("probe: \(error)")
      exit(65)
    }
  }

  private init() throws(TerminalError) {
    signals = try Signals()
    mailbox = try Mailbox()
    terminal = try Terminal()
    event = "ready \(terminal.name) \(terminal.depth) \(terminal.rows)x\(terminal.columns)"
  }

  private mutating func run() {
    var wait = EventWait(
      terminal: terminal.descriptor, signals: signals.descriptor, mail: mailbox.descriptor)
    while !isDone {
      if isDirty, !terminal.isBusy {
        let before = terminal.writes
        terminal.present(drawn())
        frames += terminal.writes > before ? 1 : 0
        isDirty = false
      }
      let ready = wait.wait(forOutput: terminal.isBusy, timeout: terminal.pendingTimeout)
      if ready.contains(.output) { terminal.flush() }
      if ready.contains(.signals) { for signal in signals.take() { take(signal) } }
      if ready.contains(.mail) { for message in mailbox.take() { tell(message) } }
      for event in terminal.readEvents() { take(event) }
      if terminal.isGone { break }
    }
    let writes = terminal.writes
    terminal.close()
    print("probe ended: \(frames) frames, \(writes) writes")
  }

  private mutating func tell(_ text: String) {
    event = text
    isDirty = true
  }

  private mutating func take(_ signal: Signal) {
    tell("signal \(signal)")
    switch signal {
    case .windowChanged: _ = terminal.updateSize()
    case .continued: terminal.retake()
    case .suspend: suspend()
    case .interrupt, .quit, .terminate, .hangup: isDone = true
    case .childExited: break
    }
  }

  private mutating func take(_ input: InputEvent) {
    tell("\(input)")
    guard case .key(.character(let key)) = input else { return }
    switch key {
    case "j": top += 1
    case "k": top = max(0, top - 1)
    case "n": marker += 1
    case "t": page += 1
    case "c": isColored.toggle()
    case "l": terminal.repaint()
    case "z": suspend()
    case "g": terminal.withScreenGivenAway { print("elsewhere") }
    case "y": _ = terminal.send(clipboard: "copied: ä")
    case "m": post()
    case "i": break
    case "q": isDone = true
    default: Crash.happen(for: key)
    }
  }

  private mutating func suspend() {
    terminal.suspend()
    for signal in signals.take() where signal != .continued { take(signal) }
  }

  private func post() {
    let mailbox = mailbox
    Task.detached { mailbox.post("mail") }
  }

  private func drawn() -> Grid {
    var grid = Grid(rows: terminal.rows, columns: terminal.columns)
    for row in 0..<max(0, terminal.rows - 1) {
      let text = "\(top + row) plain text of an article, of a length that"
      grid.write(row == marker ? "▌" : " ", row: row, column: 0, style: Style())
      let taken = grid.write(text, row: row, column: 1, style: style(of: row))
      if (top + row).isMultiple(of: 5) { write(link: top + row, row: row, after: taken, &grid) }
    }
    grid.write(event, row: terminal.rows - 1, column: 0, style: Style(attributes: .reverse))
    return grid
  }

  private func write(link: Int, row: Int, after column: Int, _ grid: inout Grid) {
    let url = "https://example.org/page/\(page)/item/\(link)?from=nowhere"
    let number = grid.add(link: Grid.Link(url: url, id: link))
    let style = Style(foreground: .palette(4), attributes: .underline)
    grid.write("a link 漢字 é", row: row, column: column + 2, style: style, link: number)
  }

  private func style(of row: Int) -> Style {
    guard isColored else { return Style() }
    return Style(
      foreground: .rgb(red: 200, green: UInt8(row * 7 % 256), blue: 90),
      background: .rgb(red: 20, green: 20, blue: 60))
  }
}
