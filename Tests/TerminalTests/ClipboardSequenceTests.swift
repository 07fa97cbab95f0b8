import Testing

@testable import Terminal

@Suite struct ClipboardSequenceTests {
  private static func text(_ bytes: [UInt8]?) -> String? {
    bytes.map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func base64IsThatOfRFC4648(plain: String, encoded: String) {
    #expect(Self.text(ClipboardSequence.base64(Array(plain.utf8))) == encoded)
  }

  @Test func theTextIsEncodedSoThatNothingOfItCanBreakOut() {
    let sent = ClipboardSequence.bytes(for: "\u{1B}]52;c;?\u{7}")
    #expect(Self.text(sent) == "\u{1B}]52;c;G101MjtjOz8H\u{7}")
  }

  @Test func inScreenItIsPassedOnInSmallPieces() throws {
    let text = String(repeating: "x", count: 1000)
    let sent = try #require(
      Self.text(ClipboardSequence.bytes(for: text, way: .screen)))
    let pieces = sent.components(of: "\u{1B}\\").dropLast()
    #expect(pieces.allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 242 })
    let joined = pieces.map { $0.dropFirst(2) }.joined()
    #expect(joined == Self.text(ClipboardSequence.bytes(for: text)) ?? "")
  }

  @Test("What may be screen or tmux gets the form of each")
  func eitherForm() throws {
    #expect(ClipboardWay(environment: Environment(["TERM": "screen-256color"])) == .screenOrTmux)
    #expect(
      ClipboardWay(environment: Environment(["TERM": "screen", "STY": "1.pts-0"])) == .screen)
    #expect(
      ClipboardWay(environment: Environment(["TERM": "screen", "TMUX": "/tmp/t,1,0"])) == .direct)
    #expect(ClipboardWay(environment: Environment(["TERM": "tmux-256color"])) == .direct)
    let direct = try #require(ClipboardSequence.bytes(for: "zinc"))
    let wrapped = try #require(ClipboardSequence.bytes(for: "zinc", way: .screen))
    #expect(ClipboardSequence.bytes(for: "zinc", way: .screenOrTmux) == direct + wrapped)
  }

  @Test func whatIsTooLongIsNotSent() {
    let most = String(repeating: "x", count: 56_244)
    #expect(ClipboardSequence.bytes(for: most) != nil)
    #expect(ClipboardSequence.bytes(for: most + "xxx") == nil)
  }
}
