package import BriefModel
import Cells

/// Everything that the reader shows and knows; changed by `update` alone.
package struct State: Sendable {
  package var options: Options
  package var keymap: Keymap
  package internal(set) var rows = 24
  package internal(set) var columns = 80

  // The briefs of this run, and the one that is shown.
  package internal(set) var entries: [Entry]
  package internal(set) var current: Int
  /// Where to go once the current brief is there.
  var jump: Jump?
  /// The rows of their list.
  var list: BriefRows
  /// Files that are found in one folder each, and stand in the order of their names until all have
  /// been read and are sorted.
  let folders: [Range<Int>]
  var isSorted = false
  /// What the library knows beyond the list, and what is asked of it.
  var library = LibraryState()

  // The panes.
  package internal(set) var focus: Pane
  var shown: [Pane: Bool] = [:]
  var isZoomed = false
  var arrangement: Arrangement
  var briefs = ListCursor()
  var sections = ListCursor()
  var sources = ListCursor()
  var sourceOrder = SourceOrder.number
  /// Indices into `Brief.sources` in the order of the pane's rows.
  var sourceRows: [Int] = []
  /// What each section rests on, once the pane of sections is shown: it takes all of the text, and
  /// so is no work for each frame.
  var sourcings: [Sourcing] = []

  // The text of the current brief.
  var layout: TextLayout?
  var text = TextPosition()
  var recent: [Int] = []

  /// The entry of which it is told what changed, once that is known.
  var telling: Int?
  /// The entry whose changes are shown once its brief is there.
  var comparing: Int?

  // What lies over or is going on.
  var overlay: Overlay? {
    didSet { if overlay?.isAside != true { covered = [] } }
  }
  /// What is below an overlay that is looked at for a moment, the undermost first.
  var covered: [Overlay] = []
  /// The first line shown of a panel, in linear mode.
  var panelTop = 0
  var prompt: Prompt?
  var histories = PromptHistories()
  var search: Search?
  var typedSearch: TypedSearch?
  var count: Int?
  var note: Note?
  /// What the last key did at once, to be told with how the rest of it went.
  var doneAtOnce: String?
  /// Whether a frame has shown the note.
  var isNoteShown = false
  var messages: [Note] = []
  /// The themes there are, once they were asked for; and the one that is shown though another holds.
  var themes: [ThemeChoice]?
  var previewedTheme: String?
  var marks = MarkHistory()
  var trail = Trail()
  /// Parts of the current brief that were read past since the last message.
  var passedParts: [BriefSummary.Part] = []
  /// Whether the sources were shown by `'` alone, and go again with it.
  var shownOnCall = false
  /// Where `'` came from, to go back to.
  var citationSpot: Spot?

  /// Starts with the files that were asked for, none of them read yet.
  ///
  /// One file is opened in the text, several start in their list; those of `folders` are sorted by
  /// their dates once these are known.
  package init(
    paths: [String], inputName: String? = nil, folders: [Range<Int>] = [],
    options: Options = Options(),
    keymap: Keymap = Keymap()
  ) {
    self.folders = folders
    self.options = options
    self.keymap = keymap
    entries = paths.map { Entry(path: $0, givenName: inputName) }
    list = BriefRows(fileCount: paths.count)
    current = 0
    focus = paths.count > 1 ? .briefs : .text
    arrangement = Arrangement(
      Arrangement.Wish(
        rows: 24, columns: 80, options: options, shown: [:], focus: focus, isZoomed: false,
        briefCount: paths.count, sectionCount: 0, sourceCount: 0))
  }

  /// Starts with the list of the library, of which the first rows are known.
  package init(
    library listing: BriefListing, counts: LibraryCounts, request: ListRequest,
    options: Options = Options(), keymap: Keymap = Keymap()
  ) {
    self.init(paths: [], options: options, keymap: keymap)
    list = BriefRows(listing, for: request)
    library.grouping = request.grouping
    library.order = request.order
    library.listed = request
    library.counts = counts
    focus = .briefs
  }

  /// What is to be done before the first frame (the first effect), and beside it (the others).
  package mutating func start(rows: Int, columns: Int) -> [Effect] {
    self.rows = rows
    self.columns = columns
    arrange()
    if list.isLibrary { return readRows() + [askForList()].compactMap(\.self) }
    guard !entries.isEmpty else { return [] }
    var effects: [Effect] = []
    if focus != .briefs || arrangement.panes[.text] != nil {
      effects += show(0, at: .kept)
    }
    if entries.count > 1 {
      effects += entries.enumerated().map { .scan(entry: $0.offset, $0.element.origin) }
    }
    return effects
  }

  /// Takes one message and says what is to be done.
  package mutating func update(_ message: Message) -> [Effect] {
    var effects: [Effect] = []
    switch message {
    case .input(let event):
      library.hasRowsFailed = false
      effects = take(event) + markPassed()
    case .resized(let rows, let columns):
      self.rows = rows
      self.columns = columns
    case .loaded(let entry, let result): effects = take(loaded: result, entry: entry)
    case .compared(let entry, let comparison): take(comparison, entry: entry)
    case .rested: effects = showSelected()
    case .glanced(let entry, let head):
      if entries.indices.contains(entry) { entries[entry].head = head }
    case .scanned(let entry, let result): effects = take(scanned: result, entry: entry)
    case .listed(let number, let result, let counts):
      effects = take(listed: result, counts, number: number)
    case .rows(let rows, let asked): effects = take(rows, asked: asked)
    case .counted(let name, let count): take(count: count, of: name)
    case .passage(let entry, let passage, let phrases):
      if phrases == list.phrases { library.passages[entry] = .some(passage) }
    case .desk(let number, let rows): take(desk: rows, number: number)
    case .cited(let request, let result): effects = take(cited: result, request)
    case .rowsFailed(let text):
      library.pending = nil
      library.hasRowsFailed = true
      tell(text, isFailure: true)
    case .marked(let flags, let counts): effects = take(marked: flags, counts)
    case .readings(let records): take(readings: records)
    case .bulk(let progress): if library.bulk != nil { library.bulk = progress }
    case .bulkEnded(let end): take(end)
    case .libraryChanged: effects = relist()
    case .libraryOpened: effects = takeOpened()
    case .noLibrary: library.isMissing = true
    case .recorded(let records): take(recorded: records)
    case .unregistered(let entries): effects = [.readLater(entries: entries)]
    case .waiting(let count): library.waiting = count
    case .indexing(let progress):
      library.indexing = progress
      if progress == nil { effects = endLooking() }
    case .themes(let themes): effects = take(themes: themes)
    case .fileChanged(let entry):
      if entries.indices.contains(entry) { effects = reload(entry) }
    case .ending: effects = keepPlace() + [.quit]
    case .handedOver(let url, let text):
      openAside(.peek(.address(url)))
      tell(answer: text)
    case .notCopied(let text, let reason):
      openAside(.peek(.uncopied(text)))
      tell(answer: reason)
    case .located(let entry, let id): effects = take(located: entry, as: id)
    case .remark(let text): keep(Note(text: Sanitizer.line(text), isFailure: false))
    case .notice(let text): tell(answer: text)
    case .failure(let text): tell(answer: text, isFailure: true)
    }
    arrange()
    return effects + endPreview() + readRows() + findPassage()
  }

  /// The brief that is shown, once it is there.
  package var brief: Brief? { entries.indices.contains(current) ? entries[current].brief : nil }

  /// The message in the status line, until the first key after a frame that shows it.
  package var message: String? { note?.text }

  /// A frame with all of this has been presented.
  package mutating func wasPresented() {
    if prompt == nil, !isConfirmingAll { isNoteShown = true }
  }

  private var isConfirmingAll: Bool {
    if case .confirmAll = overlay { true } else { false }
  }

  /// Takes the message away, unless nobody can have seen it: keys may come faster than frames.
  mutating func clearNote() {
    if isNoteShown { note = nil }
  }

  /// Keeps what was repaired in a brief for `:messages`; the status line tells it, or how much it is,
  /// unless it answers what the reader did.
  mutating func tell(_ notices: [Notice]) {
    let (answer, wasShown) = (note, isNoteShown)
    defer { if answer != nil { (note, isNoteShown) = (answer, wasShown) } }
    for notice in notices { tell(notice.line.map { "Line \($0): \(notice.text)" } ?? notice.text) }
    guard notices.count > 1 else { return }
    tell("\(notices.count) places in this file were repaired or left out; :messages shows them")
  }

  /// Shows a message in the status line and keeps it for `:messages`.
  mutating func tell(_ text: String, isFailure: Bool = false) {
    let note = Note(text: Sanitizer.line(text), isFailure: isFailure)
    self.note = note
    isNoteShown = false
    keep(note)
  }

  /// Shows how it went what a key asked for, behind what the key did at once.
  private mutating func tell(answer: String, isFailure: Bool = false) {
    tell(answer, isFailure: isFailure)
    guard let done = doneAtOnce, let text = note?.text else { return }
    doneAtOnce = nil
    note?.text = "\(done). \(text)"
  }

  /// Keeps a message for `:messages`.
  private mutating func keep(_ note: Note) {
    messages.append(note)
    if messages.count > Note.limit { messages.removeFirst(messages.count - Note.limit) }
  }
}
