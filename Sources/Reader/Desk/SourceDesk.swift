import BriefModel

/// The desk of all sources of the library: outlets, their articles, the passages that cite one.
struct SourceDesk: Sendable, Equatable {
  /// One level of it, with where the cursor stands.
  struct Level: Sendable, Equatable {
    var request: DeskRequest
    /// What the level is of, for the header.
    var name: String
    /// Nil while it is being read.
    var rows: DeskRows?
    var cursor = ListCursor()
  }

  /// From the outlets down to what is shown; never empty.
  var levels: [Level]
  /// The number of the question whose answer the last level waits for.
  var asked = 0

  /// What outlets and articles are sorted by.
  var outletOrder = DeskOrder.count
  var articleOrder = DeskOrder.newest

  /// Starts with all outlets.
  init() {
    levels = [Level(request: .outlets("", by: outletOrder), name: "SOURCES")]
  }

  /// Narrows the outlets to those with some text in their names or hosts.
  mutating func filter(by text: String) {
    let name = text.isEmpty ? "SOURCES" : "SOURCES with “\(text)”"
    levels = [Level(request: .outlets(text, by: outletOrder), name: name)]
  }

  /// Goes down to the articles of an outlet.
  mutating func enter(_ outlet: DeskOutlet) {
    levels.append(
      Level(request: .articles(outlet: outlet.id, by: articleOrder), name: outlet.name))
  }

  /// Goes down to the passages that cite an article.
  mutating func enter(_ article: DeskArticle) {
    levels.append(
      Level(request: .passages(source: article.id), name: article.title ?? article.url.display))
  }

  /// Asks for the rows of the last level in another order, the first of them under the cursor.
  mutating func sort(by order: DeskOrder) {
    switch level.request {
    case .outlets(let text, _):
      outletOrder = order
      level.request = .outlets(text, by: order)
    case .articles(let outlet, _):
      articleOrder = order
      level.request = .articles(outlet: outlet, by: order)
    case .passages: return
    }
    level.cursor = ListCursor()
  }

  /// Whether only some of the outlets are shown.
  var isFiltered: Bool {
    if case .outlets(let text, _) = level.request { return !text.isEmpty }
    return false
  }

  var level: Level {
    get { levels[levels.count - 1] }
    set { levels[levels.count - 1] = newValue }
  }

  var count: Int { level.rows?.count ?? 0 }
}
