import Testing

@testable import BriefLibrary

@Suite("A query for an address")
struct AddressQueryTests {
  @Test(
    "finds what cites an address or anything below it, however it is written",
    arguments: [
      ("source:https://github.com", ["Cat", "Dog"]),
      ("source:http://www.github.com/", ["Cat", "Dog"]),
      ("source:https://github.com/cats", ["Cat"]), ("source:https://github.com/cats/", ["Cat"]),
      ("source:https://github.com/cat", []), ("source:https://github.com/cats/tom", ["Cat"]),
      ("source:https://github.com/dogs/rex/issues", ["Dog"]),
      ("source:https://example.org/cats", []),
      ("source:https://t.co", ["Cow"]), ("source:https://t.co/moo", ["Cow"]),
      ("source:https://t.co/mo", []), ("source:https://shop.example.co.uk", ["Cow"]),
      ("source:https://example.co.uk", []),
    ])
  func addresses(query: String, titles: [String]) throws {
    let desk = try IndexedFolder()
    for (title, links) in [
      ("Cat", ["https://www.github.com/cats/tom?tab=1#x"]),
      ("Dog", ["https://github.com/dogs/rex/issues?page=2", "https://example.org/cat"]),
      ("Cow", ["https://t.co/moo", "http://shop.example.co.uk/?a=1&b=2"]),
    ] {
      let text = links.map { "It is so [A](\($0)).\n" }.joined(separator: "\n")
      try desk.write("\(title).md", "# \(title)\n\n\(text)")
    }
    try desk.run()
    #expect(try desk.titles(query) == titles)
  }

  @Test(
    "for a host finds what is there and below it, and no other that only has its name",
    arguments: [
      ("source:example.org", ["Below", "Host", "Port", "Query"]),
      ("source:www.Example.org", ["Below", "Host", "Port", "Query"]),
      ("source:m.example.org.evil.com", ["Evil"]), ("source:example.org:8443", ["Port"]),
      ("source:example.org*", ["Below", "Evil", "Host", "Port", "Query"]),
      ("source:ja.example.net/wiki/東京", ["Tokyo"]),
      ("source:ja.example.net/wiki", ["Planet", "Tokyo"]),
      ("https://ja.example.net/wiki/東京", ["Tokyo"]),
      ("source:https://ja.example.net/wiki/Mercury_(planet)", ["Planet"]),
      ("(source:ja.example.net OR x) -https://ja.example.net/wiki/Mercury_(planet)", ["Tokyo"]),
      ("source:https://www.example.or*", ["Host"]),
    ])
  func hosts(query: String, titles: [String]) throws {
    let desk = try IndexedFolder()
    for (title, link) in [
      ("Host", "https://www.example.org/rail"), ("Below", "https://news.example.org"),
      ("Port", "https://example.org:8443/a"), ("Query", "http://example.org?a=1"),
      ("Evil", "https://m.example.org.evil.com/rail"),
      ("Path", "https://other.example/example.org/rail"),
      ("Front", "https://notexample.org/rail"), ("Tokyo", "https://ja.example.net/wiki/東京"),
      ("Planet", "https://ja.example.net/wiki/Mercury_(planet)"),
    ] {
      try desk.write("\(title).md", "# \(title)\n\nIt is so [A](<\(link)>).\n")
    }
    try desk.run()
    #expect(try desk.titles(query) == titles)
  }
}
