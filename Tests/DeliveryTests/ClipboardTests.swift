import Testing

@testable import Delivery

@Suite("The clipboard")
struct ClipboardTests {
  @Test("tmux is asked through its own command, screen and the terminal by OSC 52")
  func choice() {
    let choose = { (environment: [String: String], installed: Set<String>) in
      ClipboardChoice.choose(
        surroundings: Surroundings(environment), isInstalled: installed.contains)
    }
    let tmux = ClipboardChoice.program(
      CommandWords(program: "tmux", arguments: ["load-buffer", "-w", "-"]))
    #expect(choose(["TMUX": "/tmp/tmux-0/default,1,0"], ["tmux"]) == tmux)
    #expect(choose(["TMUX": "/tmp/tmux-0/default,1,0"], []) == .terminal)
    #expect(choose(["STY": "1234.pts-0"], ["tmux"]) == .screen)
    #expect(choose([:], ["tmux"]) == .terminal)
    #expect(choose(["TMUX": "", "STY": ""], ["tmux"]) == .terminal)
  }

  @Test(
    "Base64 gives the test vectors of RFC 4648",
    arguments: [
      ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
      ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("\u{FF}\u{3FF}", "w7/Pvw=="),
    ])
  func base64(text: String, expected: String) {
    #expect(String(decoding: Base64.encode(Array(text.utf8)), as: UTF8.self) == expected)
  }

  @Test("The sequence sets the clipboard and holds nothing of the text but its Base64")
  func sequence() throws {
    let bytes = try ClipboardSequence.terminal("foobar")
    #expect(String(decoding: bytes, as: UTF8.self) == "\u{1B}]52;c;Zm9vYmFy\u{07}")
    let hostile = try ClipboardSequence.terminal("a\u{1B}]0;x\u{07}\u{1B}\\b")
    #expect(hostile.filter { $0 < 0x20 } == [0x1B, 0x07])
  }

  @Test("Through screen the same bytes arrive, in strings short enough for it")
  func screen() throws {
    let text = String(repeating: "https://a.example/", count: 100)
    let wrapped = String(decoding: try ClipboardSequence.screen(text), as: UTF8.self)
    let pieces = wrapped.components(separator: "\u{1B}\\")
    #expect(pieces.last == "")
    #expect(pieces.dropLast().allSatisfy { $0.hasPrefix("\u{1B}P") && $0.utf8.count <= 242 })
    let joined = pieces.dropLast().map { $0.dropFirst(2) }.joined()
    #expect(Array(joined.utf8) == (try ClipboardSequence.terminal(text)))
  }

  @Test("Text over the limit is refused, at the limit it is not")
  func limit() throws {
    let most = String(repeating: "x", count: ClipboardSequence.limit)
    #expect(try ClipboardSequence.terminal(most).count <= 100_000)
    #expect(
      throws: DeliveryError.tooLong(bytes: most.count + 1, limit: ClipboardSequence.limit)
    ) {
      try ClipboardSequence.terminal(most + "x")
    }
  }
}

extension String {
  fileprivate func components(separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
