/// What may be sent to a terminal, and a fault for all else.
///
/// It reads bytes as strictly as ECMA-48 and the Unicode standard define them, and it shares no code
/// with the program, nor with `Screen`, which forgives what terminals forgive.
package struct OutputGrammar {
  /// Where the bytes go to.
  package enum Sink: Sendable {
    /// The reader's screen: text and all sequences that Broadsheet means to send.
    case screen
    /// What is printed: text, line ends, tabs, SGR, and that a line of progress is erased.
    case print
  }

  /// The most marks that one character may carry.
  private static let markLimit = 4

  let bytes: [UInt8]
  let sink: Sink
  var index = 0
  private var marks = 0
  private(set) var faults: [String] = []
  /// What the control strings for GNU screen held so far.
  var passedOn: [UInt8] = []

  /// What of the bytes is not allowed, with the place of each; empty where all is.
  package static func faults(in bytes: [UInt8], of sink: Sink = .screen) -> [String] {
    var grammar = OutputGrammar(bytes: bytes, sink: sink)
    grammar.run()
    return grammar.faults
  }

  private init(bytes: [UInt8], sink: Sink) {
    self.bytes = bytes
    self.sink = sink
  }

  private mutating func run() {
    while index < bytes.count, faults.count < 20 {
      switch bytes[index] {
      case 0x1B: takeSequence()
      case ..<0x20, 0x7F: takeControl()
      default: takeScalar()
      }
    }
    if !passedOn.isEmpty { checkPassedOn() }
  }

  /// Tells what stands from a place up to the index.
  mutating func fail(_ what: String, from start: Int) {
    let shown = bytes[start..<min(bytes.count, max(index, start + 1), start + 40)]
      .map { $0 > 0x20 && $0 < 0x7F ? String(Unicode.Scalar($0)) : "<\(String($0, radix: 16))>" }
    faults.append("\(what) at \(start): \(shown.joined())")
  }

  private mutating func takeControl() {
    let start = index
    index += 1
    marks = 0
    switch (bytes[start], sink) {
    // A VT100 goes back to its usual characters (SI) with each plain style.
    case (0x0A, _), (0x0D, _), (0x08, .screen), (0x0F, .screen), (0x09, .print): break
    default: fail("a control", from: start)
    }
  }

  private mutating func takeScalar() {
    let start = index
    guard let scalar = decodeScalar() else { return fail("ill-formed UTF-8", from: start) }
    guard ShownScalar.isShowable(scalar) else { return fail("what is not seen", from: start) }
    marks = ShownScalar.isMark(scalar) ? marks + 1 : 0
    if marks > Self.markLimit { fail("too many marks", from: start) }
  }

  /// One scalar by the standard library's own reader; nil for what is none.
  private mutating func decodeScalar() -> Unicode.Scalar? {
    let start = index
    var rest = bytes[start...].prefix(4).makeIterator()
    var decoder = Unicode.UTF8.ForwardParser()
    guard case .valid(let encoded) = decoder.parseScalar(from: &rest) else {
      index += 1
      return nil
    }
    index += encoded.count
    return Unicode.UTF8.decode(encoded)
  }
}
