import Cells
import PtyHarness
import Testing

@testable import Terminal

@Suite struct FrameFilterTests {
  private static func filter(_ frame: String, _ slots: Slots = Slots()) -> String {
    var look: Rendition? = Rendition()
    let bytes = FrameFilter.filter(
      Array(frame.utf8), indents: Array(repeating: 2, count: 24), foreground: slots,
      background: Slots(isBackground: true),
      look: &look)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func slots(_ meanings: Slots.Meaning...) -> (Slots, [Int]) {
    var slots = Slots()
    var numbers: [Int] = []
    for meaning in meanings {
      guard let number = slots.number(for: meaning) else { continue }
      slots.retain(number)
      numbers.append(number)
    }
    return (slots, numbers)
  }

  private static func link(_ url: String, _ id: Int = 7) -> Slots.Meaning {
    Slots.Meaning(tint: .index(4), link: Grid.Link(url: url, id: id))
  }

  @Test func plainTextAndMovesPassUnchanged() {
    let frame = "\u{1B}[2;5Hwords 漢\u{1B}[K\r\n\u{1B}[1;23r\u{1B}M"
    #expect(Self.filter(frame) == frame)
  }

  @Test func whatIsTheDefaultIsSentShort() {
    #expect(Self.filter("\u{1B}[1;24r\u{1B}[1;1Hx") == "\u{1B}[r\u{1B}[Hx")
  }

  @Test func whatSomeTerminalsLackIsSentInOtherWords() {
    #expect(
      Self.filter("\u{1B}[24;1H\u{1B}[3S\u{1B}[H\u{1B}[2Tx")
        == "\u{1B}[24;1H\n\n\n\u{1B}[H\u{1B}[2Lx")
    #expect(Self.filter("a-\u{1B}[4bz") == "a-----z")
  }

  @Test func aSlotBecomesItsLinkAndItsColour() {
    let (slots, numbers) = Self.slots(Self.link("https://a.example/x"))
    #expect(
      Self.filter("a \u{1B}[4m\u{1B}[38;5;\(numbers[0])mlink\u{1B}(B\u{1B}[m b", slots)
        == "a \u{1B}[4;34m\u{1B}]8;id=7;https://a.example/x\u{1B}\\link"
        + "\u{1B}[m\u{1B}]8;;\u{1B}\\ b")
  }

  @Test func theFormsWithColonsAreRead() {
    let (slots, numbers) = Self.slots(Slots.Meaning(tint: .rgb(red: 1, green: 2, blue: 3)))
    #expect(Self.filter("\u{1B}[38:5:\(numbers[0])mx", slots) == "\u{1B}[38;2;1;2;3mx")
  }

  @Test(arguments: ["", "0", "39", "31", "97"])
  func aLinkEndsWithItsColour(parameters: String) {
    let (slots, numbers) = Self.slots(Self.link("https://a.example/"))
    let sent = Self.filter("\u{1B}[38;5;\(numbers[0])mx\u{1B}[\(parameters)my", slots)
    #expect(sent.hasSuffix("\u{1B}]8;;\u{1B}\\y"))
  }

  @Test(
    "Only what changes of the look is sent, and no more than a reset would take",
    arguments: [
      ("\u{1B}[1mA\u{1B}[mb", "\u{1B}[1mA\u{1B}[mb"),
      ("\u{1B}[31;44mA\u{1B}[32;44mB", "\u{1B}[31;44mA\u{1B}[32mB"),
      ("\u{1B}[31;44mA\u{1B}[m\u{1B}[31;44mB", "\u{1B}[31;44mAB"),
      ("\u{1B}[1;94;104mA\u{1B}[m\u{1B}[94;104mB", "\u{1B}[1;94;104mA\u{1B}[22mB"),
      ("\u{1B}[1;2mA\u{1B}[m\u{1B}[2;95mB", "\u{1B}[1;2mA\u{1B}[;2;95mB"),
      ("\u{1B}[3;4;7;94mA\u{1B}[m\u{1B}[7;94mB", "\u{1B}[3;4;7;94mA\u{1B}[23;24mB"),
      ("\u{1B}[94;104mA\u{1B}[39;49mB", "\u{1B}[94;104mA\u{1B}[mB"),
      ("\u{1B}[31mA\u{1B}[32m\u{1B}[31mB", "\u{1B}[31mAB"),
      ("\u{1B}[53mA\u{1B}[53mB", "\u{1B}[53mA\u{1B}[53mB"),
      ("\u{1B}[31mA\u{1B}7\u{1B}[mB\u{1B}8C", "\u{1B}[31mA\u{1B}7\u{1B}[mB\u{1B}8C"),
    ])
  func looks(frame: String, sent: String) {
    #expect(Self.filter(frame) == sent)
  }

  @Test(
    "The next line is gone on to where it begins with blanks alone",
    arguments: [
      ("\u{1B}[4;3Hab\u{1B}[5;3Hcd", "\u{1B}[4;3Hab\r\n  cd"),
      ("\u{1B}[4;3Hab\u{1B}[K\u{1B}[12GX\u{1B}[5;1Hcd", "\u{1B}[4;3Hab\u{1B}[K\u{1B}[12GX\r\ncd"),
      ("\u{1B}[9dab\u{1B}[10;2Hc", "\u{1B}[9dab\r\n c"),
      ("\u{1B}[4;3Hab\u{1B}[5;4Hcd", "\u{1B}[4;3Hab\u{1B}[5;4Hcd"),
      ("\u{1B}[4;3Hab\u{1B}[6;3Hcd", "\u{1B}[4;3Hab\u{1B}[6;3Hcd"),
      ("ab\u{1B}[5;3Hcd", "ab\u{1B}[5;3Hcd"),
      ("\u{1B}[4;3Ha\nb\u{1B}[5;3Hcd", "\u{1B}[4;3Ha\nb\u{1B}[5;3Hcd"),
      (
        "\u{1B}[4;3Hab\u{1B}[7m\u{1B}[5;3Hcd\u{1B}[m", "\u{1B}[4;3Hab\u{1B}[7m\u{1B}[5;3Hcd\u{1B}[m"
      ),
      ("\u{1B}[2;9r\u{1B}[8;1Ha\u{1B}[9;1Hb", "\u{1B}[2;9r\u{1B}[8;1Ha\u{1B}[9;1Hb"),
      ("\u{1B}[2;9r\u{1B}[1;24r\u{1B}[8;1Ha\u{1B}[9;1Hb", "\u{1B}[2;9r\u{1B}[r\u{1B}[8;1Ha\r\nb"),
      ("\u{1B}[4;3Ha\u{1B}M\u{1B}[5;3Hb", "\u{1B}[4;3Ha\u{1B}M\u{1B}[5;3Hb"),
      ("\u{1B}[24;3Ha\u{1B}[25;3Hb", "\u{1B}[24;3Ha\u{1B}[25;3Hb"),
    ])
  func lineStarts(frame: String, sent: String) {
    #expect(Self.filter(frame) == sent)
  }

  @Test func aLinkThatIsOpenIsNotDrawnOverBlanks() {
    let (slots, numbers) = Self.slots(Self.link("https://example.org"))
    let sent = Self.filter("\u{1B}[4;3H\u{1B}[38;5;\(numbers[0])mab\u{1B}[5;3Hcd\u{1B}[m", slots)
    #expect(sent.contains("ab\u{1B}[5;3Hcd"))
  }

  @Test func aLookThatIsNotKnownIsSetWhole() {
    var look: Rendition?
    let filter = { (frame: String, look: inout Rendition?) in
      String(
        decoding: FrameFilter.filter(
          Array(frame.utf8), indents: Array(repeating: 2, count: 24), foreground: Slots(),
          background: Slots(isBackground: true),
          look: &look), as: UTF8.self)
    }
    #expect(filter("A\u{1B}[31mB", &look) == "A\u{1B}[;31mB")
    #expect(filter("\u{1B}[31mC\u{1B}[m", &look) == "C\u{1B}[m")
    #expect(filter("\u{1B}[31mD", &look) == "\u{1B}[31mD")
  }

  /// What a terminal shows is the same with and without the filter, whatever comes.
  @Test func aFrameLooksAsItDidBefore() throws {
    var numbers = SeededLooks(seed: 7)
    for _ in 0..<400 {
      let frame = numbers.frame()
      var (plain, filtered) = (Screen(rows: 24, columns: 80), Screen(rows: 24, columns: 80))
      plain.feed(Array(frame.utf8))
      filtered.feed(Array(Self.filter(frame).utf8))
      #expect(plain.cells == filtered.cells, "\(frame.debugDescription)")
      #expect(plain.look == filtered.look, "\(frame.debugDescription)")
    }
  }

  @Test func noLinkStaysOpenAfterItsFrame() {
    let (slots, numbers) = Self.slots(Self.link("https://a.example/"))
    #expect(Self.filter("\u{1B}[38;5;\(numbers[0])mx", slots).hasSuffix("x\u{1B}]8;;\u{1B}\\"))
  }

  @Test func oneLinkInTwoColoursIsOpenedOnce() {
    let bright = Slots.Meaning(
      tint: .index(12), link: Grid.Link(url: "https://a.example/", id: 7))
    let (slots, numbers) = Self.slots(Self.link("https://a.example/"), bright)
    let sent = Self.filter(
      "\u{1B}[38;5;\(numbers[0])mCNN\u{1B}[38;5;\(numbers[1])m[3]\u{1B}[m", slots)
    #expect(sent.components(of: "https://").count == 2)
  }

  @Test(arguments: [
    "https://a.example/\u{1B}\\\u{1B}[31m", "https://a.example/ b", "https://a.example/\u{7}",
    "https://ä.example/", "https://a.example/\u{9C}", "",
    "https://a.example/" + String(repeating: "x", count: 2083),
  ])
  func anAddressThatCouldBreakOutGivesNoLink(url: String) {
    #expect(!LinkSequence.accepts(url))
    let (slots, numbers) = Self.slots(Self.link(url))
    #expect(Self.filter("\u{1B}[38;5;\(numbers[0])mx", slots) == "\u{1B}[34mx")
  }

  @Test func aSlotOnTheScreenKeepsItsMeaning() {
    var slots = Slots()
    var held: [Int] = []
    while let number = slots.number(for: Self.link("https://a.example/\(held.count)")) {
      slots.retain(number)
      held.append(number)
    }
    #expect(Set(held).count == held.count)
    #expect(held.allSatisfy { (16..<256).contains($0) })
    #expect(slots.number(for: Self.link("https://late.example/")) == nil)
    #expect(slots.number(for: Slots.Meaning(tint: .index(100))) != nil, "colours keep some")
    slots.release(held[5])
    #expect(slots.number(for: Self.link("https://late.example/")) == held[5])
    #expect(slots.number(for: Self.link("https://a.example/6")) == held[6])
  }

  @Test func aFrameCutAnywhereIsHarmless() {
    let (slots, numbers) = Self.slots(Self.link("https://a.example/"))
    let frame = "a\u{1B}[38;5;\(numbers[0])mb\u{1B}(B\u{1B}[m\u{1B}[3;4Hc\u{1B}7"
    for end in frame.unicodeScalars.indices {
      _ = Self.filter(String(frame[..<end]), slots)
    }
  }
}

extension String {
  /// The pieces between the occurrences of a text.
  func components(of separator: String) -> [Substring] {
    split(separator: separator, omittingEmptySubsequences: false)
  }
}
