/// Whether the terminal has margins at its sides (DECLRMM of the VT420), which it is asked once.
///
/// With them the lines of one pane can be moved while those beside it stay. xterm and many of its
/// kin have them, and multiplexers do not; no terminal's description says so.
struct MarginInquiry {
  /// The private mode in which there are such margins.
  static let mode = 69
  /// Asks for the state of the mode (DECRQM); what a terminal prints that does not know the question
  /// is erased again.
  static let question = Array("\u{1B}7\u{1B}[?\(mode)$p\u{1B}8\u{1B}[K".utf8)
  /// Milliseconds within which an answer is expected.
  private static let patience = 500

  private var asked: Int?
  private var isAnswered = false

  /// The question, where it was not asked before.
  mutating func ask(now: Int) -> [UInt8] {
    guard asked == nil else { return [] }
    asked = now
    return Self.question
  }

  var isAwaited: Bool { asked != nil && !isAnswered }

  mutating func answer() { isAnswered = true }

  /// Milliseconds for which an answer may still be on its way.
  func delay(now: Int) -> Int {
    guard let asked, isAwaited else { return 0 }
    return max(0, asked + Self.patience - now)
  }
}
