import Testing

@testable import Delivery

@Suite("Link commands")
struct LinkCommandTests {
  private let address = "https://a.example/x?y=1&z=%73;$(touch%20p)"

  @Test(
    "The address takes the place of %s, or the end, and %% is %",
    arguments: [
      ("run", ["URL"]),
      ("run -n", ["-n", "URL"]),
      ("run %s -n", ["URL", "-n"]),
      ("run --open=%s", ["--open=URL"]),
      ("run 100%% %s", ["100%", "URL"]),
      ("run %%s", ["%s", "URL"]),
      ("run %d 5%", ["%d", "5%", "URL"]),
    ])
  func placeholder(command: String, expected: [String]) throws {
    let words = try LinkCommand(parsing: command).words(opening: address)
    let filled = expected.map { argument in
      argument.hasSuffix("URL") ? argument.dropLast(3) + address : argument
    }
    #expect(words.arguments == filled)
    #expect(words.program == "run")
  }

  @Test("An address is given once")
  func repeated() {
    #expect(throws: DeliveryError.repeatedPlaceholder(command: "run %s %s")) {
      try LinkCommand(parsing: "run %s %s")
    }
  }
}
