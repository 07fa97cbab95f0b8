import Cells
import Testing

@testable import Terminal

@Suite struct InputDecoderTests {
  private static func decode(_ text: String) -> [InputEvent] {
    var decoder = InputDecoder(table: KeyTable())
    return decoder.feed(Array(text.utf8)) + decoder.giveUpWaiting()
  }

  @Test(
    "Of a sequence that is too long nothing is typed, however it is cut",
    arguments: [1, 7, 64, 200])
  func overlong(piece: Int) {
    let digits = String(repeating: "9", count: 150)
    for (sent, awaits) in [
      ("\u{1B}[\(digits)~", false), ("\u{1B}]11;rgb:\(digits)\u{7}", true),
      ("\u{1B}]11;rgb:\(digits)\u{1B}\\", true),
    ] {
      var decoder = InputDecoder(table: KeyTable())
      decoder.awaitsBackground = awaits
      let bytes = Array((sent + "j").utf8)
      var events: [InputEvent] = []
      for start in stride(from: 0, to: bytes.count, by: piece) {
        events += decoder.feed(Array(bytes[start..<min(start + piece, bytes.count)]))
      }
      #expect(events == [.key(.character("j"))])
      #expect(decoder.held == .nothing)
    }
    var decoder = InputDecoder(table: KeyTable())
    #expect(decoder.feed(Array("\u{1B}[\(digits)".utf8)) == [] && decoder.held == .key)
    #expect(decoder.giveUpWaiting() == [])
    #expect(decoder.feed(Array("9".utf8)) == [.key(.character("9"))], "keys are keys again")
  }

  @Test(
    "An answer of the terminal is never typed, wherever it is cut, and keys around it are",
    arguments: [
      "]11;rgb:ffff/ffff/ffff\u{1B}\\", "]11;rgb:ffff/ffff/ffff\u{7}", "]lq\u{1B}\\",
      "P>|xterm(379)\u{1B}\\", "P1$r0m\u{1B}\\", "_Gi=1;OK\u{1B}\\", "^q\u{1B}\\", "Xq\u{1B}\\",
      "P" + String(repeating: "q", count: 5000) + "\u{1B}\\",
    ])
  func answers(answer: String) {
    let bytes = Array(("j\u{1B}" + answer + "k").utf8)
    for cut in Set((0..<min(bytes.count, 40)) + [bytes.count - 2, bytes.count - 3]) {
      var decoder = InputDecoder(table: KeyTable())
      let events = decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...]))
      #expect(events == [.key(.character("j")), .key(.character("k"))], "cut at \(cut)")
      #expect(decoder.held == .nothing)
    }
  }

  @Test(
    "So is one in control characters of eight bits, and none that looks like a key with numbers",
    arguments: [
      "\u{9B}?1;2c", "\u{9B}12;40R", "\u{9B}0n", "\u{9B}200~", "\u{9D}11;rgb:0/0/0\u{9C}",
      "\u{9D}11;rgb:0/0/0\u{7}", "\u{90}1$r0m\u{9C}", "\u{9F}Gi=1\u{9C}", "\u{90}q\u{1B}\\",
      "\u{9D}" + String(repeating: "q", count: 3000) + "\u{9C}",
      "\u{1B}[12;40R", "\u{1B}[1;2R", "\u{1B}[?12;40R", "\u{1B}[?1;2c", "\u{1B}[8;24;80t",
      "\u{1B}[1$~", "\u{1B}[?0u",
    ])
  func eightBitAnswers(answer: String) {
    let bytes = answer.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let sent = [UInt8(ascii: "j")] + bytes + [UInt8(ascii: "k")]
    for cut in Set((0..<min(sent.count, 20)) + [sent.count - 2, sent.count - 1]) {
      var decoder = InputDecoder(table: KeyTable())
      let events = decoder.feed(Array(sent[..<cut])) + decoder.feed(Array(sent[cut...]))
      #expect(events == [.key(.character("j")), .key(.character("k"))], "cut at \(cut)")
      #expect(decoder.held == .nothing)
    }
    var decoder = InputDecoder(table: KeyTable())
    #expect(decoder.feed([0x1B] + bytes).first == .key(.escape), "behind the key")
  }

  @Test("F3 is a key alone, and what begins one byte for an answer is none")
  func aloneAndBegun() {
    #expect(Self.decode("\u{1B}[R\u{1B}OR") == [.key(.function(3)), .key(.function(3))])
    #expect(Self.decode("\u{1B}[1;5A") == [.key(.up)])
    for begun: [UInt8] in [[0x9B], [0x9B, 0x31, 0x3B], [0x9D], [0x9D, 0x31]] {
      var decoder = InputDecoder(table: KeyTable())
      #expect(decoder.feed(begun) == [] && decoder.held != .nothing)
      #expect(decoder.giveUpWaiting() == [] && decoder.held == .nothing)
    }
  }

  @Test("What begins an answer is Alt and a key where nothing follows it")
  func altAndAKey() {
    for key in "]P_^X" {
      #expect(Self.decode("\u{1B}\(key)") == [.key(.alt(key))])
      #expect(Self.decode("\u{1B}\(key)\r") == [.key(.alt(key)), .key(.enter)])
      #expect(Self.decode("\u{1B}\(key)\u{1B}[A") == [.key(.alt(key)), .key(.up)])
    }
  }

  @Test("An answer that does not end is thrown away, and keys are keys again")
  func endlessAnswer() {
    for text in ["P>|xterm", "]11;rgb", "P" + String(repeating: "q", count: 5000), "Pq\u{1B}"] {
      var decoder = InputDecoder(table: KeyTable())
      #expect(decoder.feed(Array(("\u{1B}" + text).utf8)) == [])
      #expect(decoder.held == .string)
      #expect(decoder.giveUpWaiting() == [] && decoder.held == .nothing)
      #expect(decoder.feed([0x6A]) == [.key(.character("j"))])
    }
  }

  @Test(arguments: ["\u{1B}[155u", "\u{1B}[27;5;133~", "\u{1B}[128;3u", "\u{1B}[7u"])
  func aControlCharacterIsNoKeyHoweverItIsSent(sent: String) {
    var decoder = InputDecoder(table: KeyTable())
    #expect(decoder.feed(Array(sent.utf8)) == [])
    #expect(decoder.held == .nothing)
  }

  @Test(arguments: [
    ("j", Key.character("j")), ("é", .character("é")), ("漢", .character("漢")),
    ("\u{3}", .control("c")), ("\r", .enter), ("\t", .tab), ("\u{7F}", .backspace),
    ("\u{8}", .backspace), ("\u{1A}", .control("z")), ("\u{A}", .control("j")),
    ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[1;5C", .right), ("\u{1B}[Z", .backTab),
    ("\u{1B}[5~", .pageUp), ("\u{1B}[6;2~", .pageDown), ("\u{1B}[H", .home), ("\u{1B}[4~", .end),
    ("\u{1B}[3~", .delete), ("\u{1B}OP", .function(1)), ("\u{1B}[15~", .function(5)),
    ("\u{1B}[24~", .function(12)), ("\u{1B}x", .alt("x")), ("\u{1B}ü", .alt("ü")),
    ("\u{1B}", .escape), ("\u{1B}O", .alt("O")), ("\u{1B}[", .alt("[")),
    ("\u{1B}[27;5;105~", .control("i")), ("\u{1B}[120;3u", .alt("x")),
  ])
  func aKeyIsWhatTheTerminalMeans(bytes: String, key: Key) {
    #expect(Self.decode(bytes) == [.key(key)])
  }

  @Test func aKeyCutAtAnyByteIsTheSameKey() {
    for text in ["\u{1B}[1;5C", "漢", "\u{1B}[<0;12;7M", "\u{1B}[200~paste\u{1B}[201~"] {
      let bytes = Array(text.utf8)
      let whole = Self.decode(text)
      for cut in 1..<bytes.count {
        var decoder = InputDecoder(table: KeyTable())
        let parts = decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...]))
        #expect(parts == whole, "\(text.debugDescription) cut at \(cut)")
      }
    }
  }

  @Test(
    "What a terminal says of its margins is no key",
    arguments: [(0, false), (1, true), (2, true), (3, false), (4, false)])
  func margins(state: Int, isTrue: Bool) {
    let bytes = Array("j\u{1B}[?69;\(state)$yk".utf8)
    for cut in 0..<bytes.count {
      var decoder = InputDecoder(table: KeyTable())
      let events = decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...]))
      #expect(events == [.key(.character("j")), .key(.character("k"))], "cut at \(cut)")
      #expect(decoder.hasMargins == isTrue)
    }
  }

  @Test(arguments: ["\u{1B}[?2026;2$y", "\u{1B}[69;2$y", "\u{1B}[?69$y", "\u{1B}[?69;2y"])
  func otherAnswersSayNothingOfMargins(sent: String) {
    var decoder = InputDecoder(table: KeyTable())
    #expect(decoder.feed(Array(sent.utf8)) == [])
    #expect(decoder.hasMargins == nil)
  }

  @Test func aReceiptIsNoKey() {
    var decoder = InputDecoder(table: KeyTable())
    #expect(decoder.feed(Array("j\u{1B}[0".utf8)) == [.key(.character("j"))])
    let early = decoder.takeReceipt()
    #expect(decoder.feed(Array("nk".utf8)) == [.key(.character("k"))])
    let (receipt, another) = (decoder.takeReceipt(), decoder.takeReceipt())
    #expect(!early && receipt && !another)
  }

  @Test func anEscapeAloneIsHeldUntilNothingFollows() {
    var decoder = InputDecoder(table: KeyTable())
    #expect(decoder.feed([0x1B]) == [])
    #expect(decoder.held == .key)
    #expect(decoder.giveUpWaiting() == [.key(.escape)])
    #expect(decoder.held == .nothing)
  }

  @Test func keysTypedAheadComeInTheirOrder() {
    #expect(
      Self.decode("3\u{1B}[Bq\u{1B}")
        == [.key(.character("3")), .key(.down), .key(.character("q")), .key(.escape)])
  }

  @Test func clicksAndTheWheelCarryTheirCell() {
    #expect(Self.decode("\u{1B}[<0;12;7M\u{1B}[<0;12;7m") == [.click(row: 6, column: 11)])
    #expect(Self.decode("\u{1B}[<64;1;1M") == [.wheel(row: 0, column: 0, lines: -3)])
    #expect(Self.decode("\u{1B}[<65;300;200M") == [.wheel(row: 199, column: 299, lines: 3)])
    #expect(Self.decode("\u{1B}[<32;1;1M\u{1B}[<2;1;1M\u{1B}[<0;0;0M") == [])
    #expect(Self.decode("\u{1B}[M !!j") == [.click(row: 0, column: 0), .key(.character("j"))])
  }

  @Test func aPasteIsOneTextWhateverIsInIt() {
    let pasted = Self.decode("\u{1B}[200~q\u{1B}[Aé\u{1B}[201~j")
    #expect(pasted == [.paste("q\u{1B}[Aé"), .key(.character("j"))])
  }

  @Test func aPasteIsBounded() {
    let long = String(repeating: "x", count: InputDecoder.longestPaste * 2)
    let pasted = Self.decode("\u{1B}[200~" + long + "\u{1B}[201~j")
    #expect(pasted.count == 2)
    #expect(pasted.first == .paste(String(long.prefix(InputDecoder.longestPaste))))
  }

  @Test func aPasteWithoutItsEndIsGivenUp() {
    var decoder = InputDecoder(table: KeyTable())
    #expect(decoder.feed(Array("\u{1B}[200~lost".utf8)) == [])
    #expect(decoder.held == .paste)
    #expect(decoder.giveUpWaiting() == [.paste("lost")])
    #expect(decoder.feed([0x6A]) == [.key(.character("j"))])
  }

  @Test func whatIsNoKeyIsIgnored() {
    var decoder = InputDecoder(table: KeyTable())
    let bytes: [UInt8] = [0xFF, 0xC0, 0x80, 0xC3, 0x28, 0xED, 0xA0, 0x80, 0xC2, 0x9B, 0x00]
    #expect(decoder.feed(bytes) + decoder.giveUpWaiting() == [.key(.character("("))])
    #expect(Self.decode("\u{1B}[?1;2c\u{1B}[I\u{1B}[99~") == [])
  }

  @Test func aTerminalsOwnSequencesComeFirst() {
    var decoder = InputDecoder(table: KeyTable([("\u{1B}[[A", .function(1))]))
    #expect(decoder.feed(Array("\u{1B}[[Aj".utf8)) == [.key(.function(1)), .key(.character("j"))])
  }

  @Test func noBytesMakeItFailOrKeepMoreThanTheyAre() {
    var generator = SplitMix(state: 7)
    var decoder = InputDecoder(table: KeyTable([("\u{1B}[[A", .function(1))]))
    let likely = Array("\u{1B}[O<;0129~MmZ\u{1B}200~201~u".utf8)
    for _ in 0..<5000 {
      let bytes = (0..<(generator.next() % 12)).map { _ in
        generator.next() % 3 == 0
          ? UInt8(generator.next() % 256) : likely[Int(generator.next() % UInt64(likely.count))]
      }
      _ = decoder.feed(bytes)
      if generator.next() % 4 == 0 {
        _ = decoder.giveUpWaiting()
        #expect(decoder.held == .nothing)
      }
    }
  }
}

/// The same numbers in each run (Steele, Lea, Flood: SplitMix).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
