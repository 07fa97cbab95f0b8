import BriefModel

/// What the state knows of the library beyond the rows of its list.
struct LibraryState: Sendable {
  var counts = LibraryCounts()
  /// How far the index is brought up to date; nil where that is not going on.
  var indexing: String?
  /// How far marks are made of many briefs at once; nil where that is not going on.
  var bulk: BulkProgress?
  /// Whether there is none, so that marks hold for this run only.
  var isMissing = false
  /// So many marks are on the screen and cannot be kept yet.
  var waiting = 0
  /// What is taken back or done again.
  var replayed = ""
  /// The number of the last question for a list, and whether it waits for its answer.
  var asked = 0
  var isWaiting = false
  /// Whether the library changed while a question waited.
  var isOutdated = false
  /// Where the filter began that is being typed.
  var typed: TypedFilter?
  /// Where the query was asked for that `:filter` gave and that has not been answered yet.
  var commanded: TypedFilter?
  /// What is wrong with the query as typed so far.
  var failure: ListFailure?
  /// The passages that answer the search, by entry; nil within where there is none.
  var passages: [Int: Passage?] = [:]
  /// The entry whose passage was asked for last.
  var askedPassage: Int?
  /// What is asked for the briefs that share sources with one.
  var related: RelatedSearch?
  /// What was asked so last and has been answered.
  var answeredRelated: RelatedSearch?
  /// The brief that is being looked for, which cites a source, too.
  var sought: CitingRequest?
  /// The desk of all sources, as it was left.
  var desk = SourceDesk()
  /// Whether rows could not be read; they are asked for again with the next key.
  var hasRowsFailed = false
  /// The order of the list where nothing is searched.
  var order = BriefOrder.unread
  /// What the list is parted by, whatever is asked for.
  var grouping = BriefGrouping.none
  /// Whether the query is to be taken as it is once it has been answered.
  var isAccepting = false
  /// What the list answers.
  var listed: ListRequest? = ListRequest()
  /// The brief that the cursor goes to with the next list.
  var wanted: WantedRow?
  /// The entry that was under the cursor and that the list has no more.
  var lost: Int?
  /// Files that are looked for, by their entries, and whether the index has been brought up to date
  /// since the last of them was missed.
  var lostFiles: [Int: LostFile] = [:]
  var hasLooked = false
  /// What waits for rows to be read.
  var pending: Pending?

  enum Pending: Sendable, Equatable {
    case show(Int64, Jump)
    case markAll
  }

  /// What is said while no message is: how far many marks are, else what is not kept.
  var note: Note? {
    if let bulk { return Note(text: bulk.sentence, isFailure: false) }
    guard waiting > 0 else { return nil }
    let verb = waiting == 1 ? "waits" : "wait"
    return Note(text: "\(Count.of(waiting, "mark")) \(verb) to be kept", isFailure: true)
  }
}
