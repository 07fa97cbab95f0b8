/// Turns a frame of the terminal library into what is sent: slots become colours and links.
///
/// Runs of SGR sequences between two texts become one with no more than what changes, and the useless
/// return from a character set that is
/// never left (`ESC ( B`) goes. What the library spells out though it is the default
/// (`CSI 1;1H`, and the whole screen as scroll region) is sent short, and what some terminals lack
/// in other words.
struct FrameFilter {
  private let foreground: Slots
  private let background: Slots
  private let wholeScreen: [UInt8]
  private var lines: LineStarts
  private var output: [UInt8] = []
  /// How the terminal shows text now, where that is known, and how the next text wants it.
  private var look: Rendition?
  private var next: Rendition
  /// Whether anything was said of that since the last text.
  private var isNextSaid = false
  /// Parameters that are not understood, and passed on.
  private var others: [UInt8] = []
  /// What the terminal keeps to restore it with its cursor.
  private var saved: Rendition?
  /// The link that is open on the terminal, and the one that the next text wants.
  private var open: [UInt8] = []
  private var wanted: [UInt8] = []

  /// Filters one whole frame, and keeps how the terminal shows text after it.
  ///
  /// `indents` has for each row the blanks that it begins with once the frame is shown.
  static func filter(
    _ frame: [UInt8], indents: [Int], foreground: Slots, background: Slots, look: inout Rendition?
  ) -> [UInt8] {
    var filter = FrameFilter(
      indents: indents, foreground: foreground, background: background, look: look)
    filter.run(frame)
    look = filter.look
    return filter.output
  }

  private init(indents: [Int], foreground: Slots, background: Slots, look: Rendition?) {
    self.look = look
    next = look ?? Rendition()
    wholeScreen = Array("\u{1B}[1;\(indents.count)r".utf8)
    lines = LineStarts(indents: indents)
    self.foreground = foreground
    self.background = background
  }

  private mutating func run(_ frame: [UInt8]) {
    output.reserveCapacity(frame.count * 2)
    var start = 0
    while start < frame.count {
      let escape = frame[start...].firstIndex(of: 0x1B) ?? frame.count
      if escape > start {
        settle()
        output += frame[start..<escape]
        lines.take(text: frame[start..<escape])
      }
      start = escape < frame.count ? takeSequence(frame, at: escape) : escape
    }
    wanted = []
    settle()
  }

  /// Handles the sequence at an ESC and returns the index after it.
  private mutating func takeSequence(_ frame: [UInt8], at start: Int) -> Int {
    if frame[start...].starts(with: Self.characterSet) { return start + Self.characterSet.count }
    guard start + 1 < frame.count, frame[start + 1] == UInt8(ascii: "[") else {
      settle()
      return takeShort(frame, at: start)
    }
    let final = frame[(start + 2)...].firstIndex { $0 >= 0x40 && $0 <= 0x7E }
    guard let final else {
      settle()
      output += frame[start...]
      return frame.count
    }
    if frame[final] == UInt8(ascii: "m") {
      takeRendition(frame[(start + 2)..<final])
    } else {
      settle()
      takeOther(frame[start...final])
    }
    return final + 1
  }

  /// An ESC that begins no control sequence; DECSC and DECRC keep and restore the look, too.
  private mutating func takeShort(_ frame: [UInt8], at start: Int) -> Int {
    output.append(0x1B)
    lines.takeEscape()
    guard start + 1 < frame.count else { return start + 1 }
    switch frame[start + 1] {
    case UInt8(ascii: "7"): saved = look
    case UInt8(ascii: "8"):
      look = saved
      next = saved ?? Rendition()
    default: return start + 1
    }
    output.append(frame[start + 1])
    return start + 2
  }

  /// Sends a sequence that changes no look, in the form that every terminal knows.
  ///
  /// SU, SD and REP are missing in some. The library scrolls up at the region's last row and down
  /// at its first: line feeds and IL are the same there.
  private mutating func takeOther(_ sequence: ArraySlice<UInt8>) {
    let shorter = lines.take(sequence, isPlain: look == Rendition() && open.isEmpty)
    if let shorter { return output += shorter }
    let final = sequence[sequence.endIndex - 1]
    let digits = sequence.dropFirst(2).dropLast()
    let count = min(max(1, digits.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 9999) }), 9999)
    switch final {
    case UInt8(ascii: "S"): output += repeatElement(0x0A, count: count)
    case UInt8(ascii: "T"): output += sequence.dropLast() + [UInt8(ascii: "L")]
    case UInt8(ascii: "b"):
      if let last = output.last { output += repeatElement(last, count: count) }
    default:
      let isDefault =
        sequence.elementsEqual(Self.firstCell) || sequence.elementsEqual(wholeScreen)
      output += isDefault ? [0x1B, UInt8(ascii: "["), final] : sequence
    }
  }

  private static let characterSet: [UInt8] = [0x1B, 0x28, 0x42]
  private static let firstCell = Array("\u{1B}[1;1H".utf8)

  /// Adds the parameters of one SGR sequence to those that wait.
  private mutating func takeRendition(_ bytes: ArraySlice<UInt8>) {
    let numbers = bytes.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x3B || $0 == 0x3A }
    ).map { digits in digits.reduce(0) { min($0 * 10 + Int($1 & 0x0F), 99_999) } }
    var index = 0
    while index < numbers.count {
      let number = numbers[index]
      let isIndexed = index + 2 < numbers.count && numbers[index + 1] == 5
      if number == 38 || number == 48, isIndexed {
        takeColor(numbers[index + 2], isBackground: number == 48)
        index += 3
      } else {
        takePlain(number)
        index += 1
      }
    }
  }

  private mutating func takeColor(_ number: Int, isBackground: Bool) {
    let slots = isBackground ? background : foreground
    let expansion = slots.expansion(of: number)
    if !isBackground { wanted = expansion?.opening ?? [] }
    let parameters = expansion?.parameters ?? Array("\(isBackground ? 48 : 38);5;\(number)".utf8)
    if isBackground { next.background = parameters } else { next.foreground = parameters }
    isNextSaid = true
  }

  private mutating func takePlain(_ number: Int) {
    switch number {
    case 0, 30...37, 39, 90...97: wanted = []
    default: break
    }
    isNextSaid = true
    if !next.take(number) { others += Array(";\(number)".utf8) }
  }

  /// Brings the terminal to what the next text wants.
  private mutating func settle() {
    if isNextSaid, next != look || !others.isEmpty {
      output += [0x1B, UInt8(ascii: "[")]
      output += next == look ? Array(others.dropFirst()) : next.parameters(from: look) + others
      output.append(UInt8(ascii: "m"))
    }
    if isNextSaid { look = next }
    isNextSaid = false
    others = []
    guard wanted != open else { return }
    output += wanted.isEmpty ? LinkSequence.closing : wanted
    open = wanted
  }
}
