import BriefModel
import Cells
import Foundation
import Testing

@testable import Reader

/// A reader at the keyboard: gives messages to a state, answers its effects as the program would,
/// and looks at the screen.
struct Reading {
  var state: State
  /// The paths of the library's briefs in their order; a brief's number is its place from 1.
  var shelf: [String] = []
  /// All effects that reach the outside, oldest first; `load` and `scan` are answered instead.
  var effects: [Effect] = []
  /// Whether keys come so fast that nothing is shown until they rest.
  var holdsKeys = false
  /// Where briefs were read that were shown, oldest first.
  var origins: [TextOrigin] = []
  /// The files there are.
  var files: [String: String]
  /// What the library holds.
  var records: [String: ReadingRecord]
  /// Where else briefs lie, by their paths, and when files that tell no date were written.
  var otherPaths: [String: [String]] = [:]
  var modified: CalendarDate?
  /// Paths of briefs whose files are gone and whose texts were kept.
  var archived: Set<String> = []
  /// Numbers of briefs that the library has no more.
  var gone: Set<Int64> = []
  /// As what a query is kept that is being typed, and what is wrong with some.
  var keeping: @Sendable (String) -> String? = { $0 }
  var mistakes: [String: ListFailure] = [:]
  /// What was kept of the brief that is shown, the newest first.
  var readTexts: [Brief] = []
  let theme = Theme(name: "plain", styles: [:])

  static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures")

  /// The text of a fixture.
  static func fixture(_ name: String) throws -> String {
    try String(contentsOf: fixtures.appending(path: name), encoding: .utf8)
  }

  /// Opens fixtures, or the given files, in a window.
  init(
    _ paths: String..., rows: Int = 24, columns: Int = 80, options: Options = Options(),
    keymap: Keymap = Keymap(), files: [String: String] = [:],
    records: [String: ReadingRecord] = [:], folders: Bool = false
  ) throws {
    var known = files
    for path in paths where known[path] == nil { known[path] = try Self.fixture(path) }
    self.files = known
    self.records = records
    var options = options
    options.today = CalendarDate(year: 2026, month: 3, day: 13)
    state = State(
      paths: paths, folders: folders ? [0..<paths.count] : [], options: options, keymap: keymap)
    carry(out: state.start(rows: rows, columns: columns))
  }

  /// Opens the library that holds the given files, the first of them the newest.
  init(
    library: [(path: String, text: String)], rows: Int = 24, columns: Int = 80,
    options: Options = Options()
  ) throws {
    files = Dictionary(uniqueKeysWithValues: library.map { ($0.path, $0.text) })
    shelf = library.map(\.path)
    records = [:]
    var options = options
    options.today = CalendarDate(year: 2026, month: 3, day: 13)
    let request = ListRequest(grouping: options.grouping)
    state = State(
      library: BriefListing(), counts: LibraryCounts(), request: request, options: options)
    state = State(
      library: listing(request), counts: counts, request: request, options: options)
    carry(out: state.start(rows: rows, columns: columns))
  }

  /// Gives a message to the state, and shows what comes of it.
  mutating func send(_ message: Message) {
    carry(out: state.update(message))
    state.wasPresented()
  }

  /// Presses keys, written as `]]m<Tab>`.
  mutating func press(_ keys: String) {
    var rest = Substring(keys)
    while let first = rest.first {
      if first == "<", let end = rest.firstIndex(of: ">"),
        let key = KeyName.key(String(rest[rest.index(after: rest.startIndex)..<end])),
        rest.index(rest.startIndex, offsetBy: 2) < end
      {
        send(.input(.key(key)))
        rest = rest[rest.index(after: end)...]
      } else {
        send(.input(.key(first == " " ? .character(" ") : .character(first))))
        rest = rest.dropFirst()
      }
    }
  }

  private mutating func carry(out all: [Effect]) {
    for effect in all {
      switch effect {
      case .load(let entry, let origin):
        origins.append(origin)
        send(.loaded(entry: entry, load(origin.path)))
      case .scan(let entry, let origin):
        send(
          .scanned(
            entry: entry,
            load(origin.path).map {
              ScannedBrief(
                summary: BriefSummary($0.brief), fingerprint: $0.fingerprint, record: $0.record)
            }))
      case .list(let request, let number):
        let mistake = mistakes[request.query].map(Result<BriefListing, ListFailure>.failure)
        send(.listed(number: number, mistake ?? .success(listing(request)), counts))
      case .rows(let ids):
        send(.rows(ids.compactMap(row), asked: ids))
      case .rest: if holdsKeys { effects.append(.rest) } else { send(.rested) }
      case .desk, .citing, .updateLibrary, .readLater: effects.append(effect)
      case .locate(let path, let entry):
        if let index = shelf.lastIndex(of: path) {
          send(.located(entry: entry, Int64(index + 1)))
        }
      case .countSaved:
        for saved in state.options.savedQueries {
          let found = listing(ListRequest(query: saved.query))
          send(
            .counted(
              saved.name,
              saved.query.hasPrefix("(")
                ? nil
                : FoundCount(
                  briefs: found.ids.count, unread: found.flags.count { $0.contains(.unread) })))
        }
      case .findPassage(let entry, let origin, let phrases):
        let brief = try? load(origin.path).get().brief
        send(.passage(entry: entry, brief.flatMap { Passage(phrases, in: $0) }, of: phrases))
      case .keep(let changes):
        effects.append(effect)
        keep(changes)
      case .compare(let entry, let brief, let record):
        send(
          .compared(
            entry: entry, BriefComparison(of: brief, sinceOneOf: readTexts, record: record)))
      case .listThemes:
        send(
          .themes(["dawn", "dusk", "noon"].map { ThemeChoice(name: $0, description: "For \($0)") }))
      case .markBulk, .replayBulk, .open, .copy, .edit, .suspend, .repaint, .quit, .useTheme:
        effects.append(effect)
      }
    }
  }

  // MARK: - The library

  func row(_ id: Int64) -> ListedBrief? {
    guard !gone.contains(id), let path = shelf[safe: Int(id) - 1],
      let brief = try? load(path).get().brief
    else {
      return nil
    }
    return ListedBrief(
      id: id, path: path, otherPaths: otherPaths[path] ?? [], fingerprint: brief.fingerprint,
      summary: BriefSummary(brief), record: records[path] ?? ReadingRecord(),
      isArchived: archived.contains(path))
  }

  /// Briefs whose text has the query, unread ones first.
  private func listing(_ request: ListRequest) -> BriefListing {
    let saved = state.options.savedQueries.first { $0.reference == request.query }
    let query = (saved?.query ?? request.query).lowercased().replacing("*", with: "")
      .replacing("title:", with: "# ")
    let found = shelf.indices.filter { index in
      query.isEmpty || files[shelf[index]]?.lowercased().contains(query) == true
    }
    let rows = found.compactMap { row(Int64($0 + 1)) }
    let flags = rows.map { BriefFlags($0.summary, in: $0.fingerprint, $0.record) }
    let keys = rows.map { row -> String in
      switch request.grouping {
      case .none: ""
      case .day: String(99_999_999 - (row.summary.date?.date.code ?? 0))
      case .folder: Self.folder(of: row.path)
      }
    }
    let order = rows.indices.sorted {
      (keys[$0], flags[$0].contains(.unread) ? 0 : 1, $0)
        < (keys[$1], flags[$1].contains(.unread) ? 0 : 1, $1)
    }
    var listing = BriefListing(
      phrases: request.query.isEmpty ? [] : [phrase(of: request.query)])
    for index in order {
      let name: BriefGroup.Name? =
        switch request.grouping {
        case .none: nil
        case .day: .day(rows[index].summary.date?.date)
        case .folder: .folder(Self.folder(of: rows[index].path))
        }
      listing.append(rows[index].id, flags[index], in: name)
    }
    listing.kept = request.isTyped ? keeping(request.query) : nil
    return listing
  }

  private func phrase(of query: String) -> SoughtPhrase {
    let isOfTitle = query.hasPrefix("title:")
    return SoughtPhrase(
      isOfTitle ? String(query.dropFirst("title:".count)) : query, isPrefix: true,
      in: isOfTitle ? .title : .text)
  }

  private static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
  }

  private var counts: LibraryCounts {
    let all = listing(ListRequest())
    return LibraryCounts(
      briefs: all.ids.count, unread: all.flags.count { $0.contains(.unread) },
      changed: all.flags.count { $0.contains(.changed) },
      starred: all.flags.count { $0.contains(.starred) })
  }

  /// Keeps marks where the records are the library's, and gives numbers to those that have none.
  private mutating func keep(_ step: LibraryChanges) {
    guard !shelf.isEmpty else { return }
    var changes: [LibraryChange] = []
    for marks in step.unnumbered {
      let path = marks.key.path ?? "-"
      let number = newRecord(path)
      records[path, default: ReadingRecord()].id = number
      changes += marks.changes(of: number)
    }
    make(changes + step.numbered)
    let numbered = step.unnumbered.map { ($0.key.fingerprint, records[$0.key.path ?? "-"]) }
    send(.recorded(numbered.reduce(into: [:]) { $0[$1.0] = $1.1 }))
  }

  private mutating func make(_ changes: [LibraryChange]) {
    for change in changes {
      switch change {
      case .section(let record, let id, let read):
        records[shelf[Int(record) - 1]]?.readSections[id] = read
      case .star(let record, let isStarred):
        records[shelf[Int(record) - 1]]?.isStarred = isStarred
      case .place(let record, let place): records[shelf[Int(record) - 1]]?.place = place
      }
    }
  }

  private func load(_ path: String) -> Result<LoadedBrief, BriefError> {
    guard let text = files[path] ?? (try? Self.fixture(path)) else {
      return .failure(BriefError(path: path, .missing))
    }
    guard let today = CalendarDate(year: 2026, month: 3, day: 13) else { preconditionFailure() }
    do throws(BriefError) {
      let brief = try BriefParser.parse(
        bytes: Array(text.utf8), path: path, modified: modified,
        today: today)
      return .success(
        LoadedBrief(
          brief: brief, fingerprint: brief.fingerprint,
          record: records[path] ?? ReadingRecord(id: newRecord(path))))
    } catch {
      return .failure(error)
    }
  }

  private func newRecord(_ path: String) -> Int64 {
    shelf.firstIndex(of: path).map { Int64($0 + 1) } ?? Int64(path.count)
  }

  // MARK: - Looking

  var grid: Grid {
    var grid = Grid(rows: state.rows, columns: state.columns)
    state.draw(theme: theme, into: &grid)
    return grid
  }

  /// The rows of the screen without the spaces at their ends.
  var screen: [String] { grid.lines }

  var statusLine: String { screen.last ?? "" }
  var linkLine: String { screen.dropLast().last ?? "" }

  /// Whether some row of the screen holds a text.
  func shows(_ text: String) -> Bool { screen.contains { $0.contains(text) } }
}

extension Grid {
  var lines: [String] {
    (0..<rows).map { row in
      var line = ""
      for column in 0..<columns {
        for value in self[row, column].scalars {
          if let scalar = Unicode.Scalar(value) { line.unicodeScalars.append(scalar) }
        }
      }
      while line.last == " " { line.removeLast() }
      return line
    }
  }
}

/// Compares a screen with `Tests/Snapshots/NAME.txt`; `BROADSHEET_RECORD=1` writes the file
/// instead, and fails the run.
func expectScreen(
  _ reading: Reading, is name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let file = Reading.fixtures.deletingLastPathComponent().appending(path: "Snapshots/\(name).txt")
  let got = reading.screen.joined(separator: "\n") + "\n"
  if ProcessInfo.processInfo.environment["BROADSHEET_RECORD"] == "1" {
    try got.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("written: \(name).txt", sourceLocation: sourceLocation)
    return
  }
  let expected = try String(contentsOf: file, encoding: .utf8)
  guard got != expected else { return }
  let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
  let new = got.split(separator: "\n", omittingEmptySubsequences: false)
  let rows = (0..<max(old.count, new.count)).filter { row in
    (row < old.count ? old[row] : "") != (row < new.count ? new[row] : "")
  }
  let differing = rows.map { row in
    "  row \(row)\n  expected |\(row < old.count ? old[row] : "")\n  got      |"
      + "\(row < new.count ? new[row] : "")"
  }
  Issue.record(
    "\(name): \(rows.count) rows differ\n\(differing.joined(separator: "\n"))",
    sourceLocation: sourceLocation)
}
