import Testing

@testable import Reader

@Suite("A library without briefs") struct EmptyLibraryTests {
  private func reading(
    _ folders: [String], columns: Int = 80, configure: (inout Options) -> Void = { _ in }
  ) throws -> Reading {
    var options = Options()
    options.home = "/home/ada"
    options.folders = folders
    configure(&options)
    return try Reading(library: [], columns: columns, options: options)
  }

  private func said(_ reading: Reading) -> String {
    reading.screen.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private static let expected = "; expected *.md, *.markdown or *.txt files"

  @Test(
    "says where they are looked for", arguments: [40, 80],
    [
      (["/home/ada/news"], "~/news"), (["/srv/a", "/srv/b"], "/srv/a and 1 more folder"),
      (["/srv/a", "/srv/b", "/srv/c"], "/srv/a and 2 more folders"),
      ([], "the folders of the library"),
    ])
  func tells(columns: Int, folders: (paths: [String], words: String)) throws {
    let reading = try reading(folders.paths, columns: columns)
    #expect(
      said(reading).contains(
        "No briefs in \(folders.words)\(Self.expected). broadsheet add FOLDER adds another folder"))
  }

  @Test func tellsLineByLineToo() throws {
    let reading = try reading(["/home/ada/news"], columns: 40) { $0.isLinear = true }
    #expect(
      said(reading).contains("No briefs in ~/news" + Self.expected + ". broadsheet add FOLDER"))
  }

  @Test func offersNoCommandToWhoMayOnlyRead() throws {
    let reading = try reading(["/srv/a"]) { $0.isKiosk = true }
    #expect(said(reading).contains("No briefs in /srv/a" + Self.expected))
    #expect(!said(reading).contains("broadsheet add"))
  }

  @Test func hintsAtWhatHelps() throws {
    var reading = try reading(["/srv/a"])
    #expect(reading.statusLine.hasPrefix(" r look again  ? help"))
    reading.press("r")
    #expect(reading.effects.contains { if case .updateLibrary = $0 { true } else { false } })
    reading.press("Fnosuch<Enter>")
    #expect(reading.statusLine.contains("Esc shows all  F find anew"))
  }
}
