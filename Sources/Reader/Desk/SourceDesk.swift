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
    /// Lines of the first passage on the screen that stand above it, where it is taller than that.
    var hidden = 0
  }

  /// From the outlets down to what is shown; never empty.
  var levels: [Level]
  /// The number of the question whose answer the last level waits for.
  var asked = 0

  /// Starts with the outlets that have some text in their names or hosts.
  init(filter: String = "") {
    let name = filter.isEmpty ? "SOURCES" : "SOURCES with “\(filter)”"
    levels = [Level(request: .outlets(filter), name: name)]
  }

  /// Whether only some of the outlets are shown.
  var isFiltered: Bool {
    if case .outlets(let text) = level.request { return !text.isEmpty }
    return false
  }

  var level: Level {
    get { levels[levels.count - 1] }
    set { levels[levels.count - 1] = newValue }
  }

  var count: Int { level.rows?.count ?? 0 }
}
