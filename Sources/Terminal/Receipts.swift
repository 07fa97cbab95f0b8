/// How far behind the reader's own terminal is, over a line that tells nobody.
///
/// The server of a connection takes some tens of kilobytes before a write has to wait, whatever the
/// line carries: 40 pages within four seconds over 2 KB/s would be shown for half a minute more.
/// So after many bytes in a short time the terminal is asked for its status (DSR), and the next
/// frame waits for the answer: what was asked for meanwhile is drawn at once.
/// Whoever lets each frame come before the next is never asked, however large they are.
package struct Receipts {
  /// So many bytes may be under way, whatever the size of the window.
  static let least = 3072
  /// What any line is taken to carry in a second.
  static let rate = 1000
  /// Milliseconds after which an answer is not waited for, of a terminal that has answered before.
  static let patience = 10_000
  /// The same before the first answer; a terminal that does not give it is not asked again.
  static let firstPatience = 3000

  /// Asks whether the terminal is there.
  package static let question = Array("\u{1B}[5n".utf8)

  /// The bytes that may still be under way, times 1000.
  private var level = 0
  private var last = 0
  private var asked: Int?
  private var hasAnswered = false
  private var isDeaf = false

  /// How many cells the window has: two of its frames may be under way.
  package var cells: Int

  package init(cells: Int) { self.cells = cells }

  /// So many bytes may be under way: a cell takes a byte in text, and some of its look and links.
  private var most: Int { max(Self.least, 2 * cells) }

  /// Takes a frame of so many bytes to account; whether the question is to go with it.
  package mutating func asks(after count: Int, now: Int) -> Bool {
    giveUp(now: now)
    let before = max(0, level - (now - last) * Self.rate)
    level = before + count * 1000
    last = now
    guard count > 0, before > 0, level > most * 1000, asked == nil, !isDeaf else { return false }
    asked = now
    return true
  }

  /// The terminal has answered: it has all that was sent before the question.
  package mutating func answer() {
    guard asked != nil else { return }
    asked = nil
    hasAnswered = true
    level = 0
  }

  /// Milliseconds for which no frame is to be begun.
  package func delay(now: Int) -> Int { asked.map { max(0, $0 + patience - now) } ?? 0 }

  private var patience: Int { hasAnswered ? Self.patience : Self.firstPatience }

  private mutating func giveUp(now: Int) {
    guard asked != nil, delay(now: now) == 0 else { return }
    asked = nil
    isDeaf = !hasAnswered
  }
}
