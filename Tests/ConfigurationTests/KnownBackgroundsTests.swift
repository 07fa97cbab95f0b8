import Testing

@testable import Configuration

@Suite("What terminals said of their backgrounds") struct KnownBackgroundsTests {
  @Test func isKeptForEachOfThem() {
    var known = KnownBackgrounds(path: nil)
    #expect(known.isLight("xterm") == nil && known.text.isEmpty)
    known.learn(isLight: true, of: "xterm vte")
    known.learn(isLight: false, of: "xterm")
    known.learn(isLight: false, of: "xterm vte")
    #expect(known.text == "dark xterm vte\ndark xterm\n")
    #expect(KnownBackgrounds(text: known.text) == known)
    #expect(known.isLight("xterm vte") == false && known.isLight("xterm kitty") == nil)
  }

  @Test func isOfTheLastSixteen() {
    var known = KnownBackgrounds(text: "")
    for number in 0..<20 { known.learn(isLight: true, of: "t\(number)") }
    #expect(known.isLight("t3") == nil && known.isLight("t4") == true)
    #expect(known.text.split(separator: "\n").count == 16)
  }

  @Test(arguments: ["", "light", "LIGHT x\n", "\u{1B}[2J light x", "grey x\nlightx y\n", "\0\n\n"])
  func isNothingInAFileThatIsNone(text: String) {
    #expect(KnownBackgrounds(text: text).text.isEmpty)
  }

  @Test func aTerminalIsToldByWhatItSaysOfItself() {
    let of = { KnownBackgrounds.terminal(of: Environment($0)) }
    #expect(
      of(["TERM": "xterm-256color", "TERM_PROGRAM": "a\nb", "COLORFGBG": "0;15"])
        == "xterm-256color ab 0;15")
    #expect(of(["TERM": String(repeating: "x", count: 9000)]).count == 200)
    #expect(of(["TERM": "xterm"]) != of(["TERM": "xterm", "TERM_PROGRAM": "a"]))
  }
}
