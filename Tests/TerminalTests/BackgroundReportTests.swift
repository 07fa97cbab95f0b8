import Cells
import Testing

@testable import Terminal

@Suite("The terminal's answer about its background") struct BackgroundReportTests {
  private func decoder(_ text: String, awaits: Bool = true) -> ([InputEvent], BackgroundReport?) {
    var decoder = InputDecoder(table: KeyTable())
    decoder.awaitsBackground = awaits
    let events = decoder.feed(Array(text.utf8)) + decoder.giveUpWaiting()
    return (events, decoder.takeBackground())
  }

  @Test(
    "is light or dark",
    arguments: [
      ("11;rgb:ffff/ffff/ffff\u{7}", true), ("11;rgb:0000/0000/0000\u{1B}\\", false),
      ("11;rgb:fd/f6/e3\u{7}", true), ("11;rgb:00/2b/36\u{7}", false), ("11;rgb:f/f/f\u{7}", true),
      ("11;rgba:1e1e/1e1e/2e2e/ffff\u{1B}\\", false), ("11;rgb:800/800/800\u{7}", false),
    ])
  func isLight(answer: String, expected: Bool) {
    let (events, report) = decoder("j\u{1B}]" + answer + "k")
    #expect(events == [.key(.character("j")), .key(.character("k"))])
    #expect(report?.isLight == expected)
  }

  @Test(
    "is none where it is no colour, and is never typed",
    arguments: [
      "11;rgb:\u{7}", "11;rgb:ffff/ffff\u{7}", "11;rgb:fffff/0/0\u{7}", "11;rgb:-1/0/0\u{7}",
      "11;rgb:+f/0/0\u{7}", "11;?\u{7}", "11;rgb:g/0/0\u{1B}\\", "11;#ffffff\u{7}",
      "11;rgb:0/0/0/0/0\u{7}", "11;\u{7}", "11;rgb:ff/ff/ff", "11;\u{FF}\u{FE}\u{7}",
      "11;rgb:１/１/１\u{7}",
    ])
  func isNone(answer: String) {
    let (events, report) = decoder("\u{1B}]" + answer)
    #expect(events == [])
    #expect(report == nil)
  }

  @Test func cutAtAnyByteIsTheSame() {
    for end in ["\u{7}", "\u{1B}\\"] {
      let bytes = Array(("\u{1B}]11;rgb:ffff/ffff/ffff" + end + "j").utf8)
      for cut in 1..<bytes.count {
        var decoder = InputDecoder(table: KeyTable())
        decoder.awaitsBackground = true
        let events = decoder.feed(Array(bytes[..<cut])) + decoder.feed(Array(bytes[cut...]))
        #expect(events == [.key(.character("j"))], "cut at \(cut)")
        #expect(decoder.takeBackground()?.isLight == true, "cut at \(cut)")
      }
    }
  }

  @Test func thatHasNoEndIsGivenUp() {
    var decoder = InputDecoder(table: KeyTable())
    decoder.awaitsBackground = true
    #expect(decoder.feed(Array(("\u{1B}]11;" + String(repeating: "f", count: 100)).utf8)) == [])
    // No part of it is typed, until nothing more comes for a while.
    #expect(decoder.feed([0x6A]) == [])
    #expect(decoder.giveUpWaiting() == [])
    #expect(decoder.held == .nothing)
    #expect(decoder.feed([0x6A]) == [.key(.character("j"))])
    let (events, report) = self.decoder("\u{1B}]11;rgb:f/f/f\u{1B}[A")
    #expect(events == [.key(.up)])
    #expect(report == nil)
  }

  @Test func isNothingToAProgramThatDidNotAsk() {
    let (events, report) = decoder("\u{1B}]11;rgb:ffff/ffff/ffff\u{7}j", awaits: false)
    #expect(events == [.key(.character("j"))])
    #expect(report == nil)
    #expect(decoder("\u{1B}]").0 == [.key(.alt("]"))])
  }
}
