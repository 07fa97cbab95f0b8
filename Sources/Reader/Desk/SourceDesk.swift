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

  init() {
    levels = [Level(request: .outlets(""), name: "SOURCES")]
  }

  var level: Level {
    get { levels[levels.count - 1] }
    set { levels[levels.count - 1] = newValue }
  }

  var count: Int { level.rows?.count ?? 0 }
}
