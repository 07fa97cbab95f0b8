import Testing

@testable import Configuration

@Suite struct TOMLDocumentTests {
  private func parse(_ text: String) throws -> TOMLDocument {
    try TOMLDocument(Array(text.utf8), file: "a.toml")
  }

  @Test func everyKeyKnowsItsLine() throws {
    let document = try parse(
      """
      # a comment = 1
      first = 1
      "quoted.key" = 'a # no comment'
      text = \"\"\"
      inside = 1
      [no-table] \"\"\" # end
      raw = '''
      also = inside'''
      list = [ # comment ]
        "a]", # "b
        'c',
      ]
      a.b . "c d" = { x = 1, y = "}" }

      [table.inner]
        key = "\\"# [x]"
      [[many]]
      last = true
      """)
    #expect(document.line(of: ["first"]) == 2)
    #expect(document.line(of: ["quoted.key"]) == 3)
    #expect(document.line(of: ["text"]) == 4)
    #expect(document.line(of: ["inside"]) == nil)
    #expect(document.line(of: ["no-table"]) == nil)
    #expect(document.line(of: ["raw"]) == 7)
    #expect(document.line(of: ["list"]) == 9)
    #expect(document.line(of: ["a", "b", "c d"]) == 13)
    #expect(document.line(of: ["a", "b", "c d", "y"]) == 13)
    #expect(document.line(of: ["table"]) == 15)
    #expect(document.line(of: ["table", "inner", "key"]) == 16)
    #expect(document.line(of: ["many", "last"]) == 18)
  }

  @Test func linesAreThoseOfFilesFromOtherSystems() throws {
    let document = try parse("a = 1\r\n\r\n[b]\r\nc = \"x\"\r\n")
    #expect(document.line(of: ["b", "c"]) == 4)
    #expect(document.root == ["a": .integer(1), "b": .table(["c": .string("x")])])
  }

  @Test func valuesKeepTheirTypes() throws {
    let document = try parse(
      "s = 'x'\ni = -3\nb = true\nl = [1, 'a', [true]]\nf = 1.5\nt = {u = 1}")
    #expect(
      document.root == [
        "s": .string("x"), "i": .integer(-3), "b": .bool(true),
        "l": .array([.integer(1), .string("a"), .array([.bool(true)])]),
        "f": .other("number with a fraction"),
        "t": .table(["u": .integer(1)]),
      ])
  }

  @Test func whatIsNoTOMLIsToldWithItsLine() {
    let error = #expect(throws: ConfigurationProblem.self) { try parse("a = 1\nb = \n") }
    #expect(error?.line == 2)
    #expect(error?.description.hasPrefix("a.toml:2: is not valid TOML: ") == true)
  }

  @Test(arguments: [[0x61, 0x20, 0x3D, 0x0A, 0x00], [0x0A, 0xFF, 0x0A]] as [[UInt8]])
  func bytesThatAreNoTextAreToldWithTheirLine(bytes: [UInt8]) {
    let error = #expect(throws: ConfigurationProblem.self) {
      try TOMLDocument(bytes, file: "a.toml")
    }
    #expect(error?.line == 2)
    #expect(error?.text == "holds bytes that are not text in UTF-8")
  }

  @Test(arguments: [
    "plain", "", "quote \" and \\ backslash", "new\nline\tand \u{1B}", "ünï 漢字", "# no comment",
  ])
  func aWrittenStringReadsAsItself(text: String) throws {
    let node = TOMLNode.string(text)
    let document = try parse("\(TOMLNode.key(text)) = [\(node.written)]")
    #expect(document.root == [text: .array([node])])
  }
}
