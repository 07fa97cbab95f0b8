/// What was typed in each kind of prompt, oldest first.
struct PromptHistories: Sendable, Equatable {
  private var searches: [String] = []
  private var commands: [String] = []
  private var filters: [String] = []
  private var outlets: [String] = []
  private static let limit = 200

  subscript(kind: Prompt.Kind) -> [String] {
    switch kind {
    case .search: searches
    case .command: commands
    case .filter: filters
    case .outlets: outlets
    }
  }

  mutating func add(_ line: String, to kind: Prompt.Kind) {
    guard !line.isEmpty else { return }
    var lines = self[kind]
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.limit { lines.removeFirst() }
    switch kind {
    case .search: searches = lines
    case .command: commands = lines
    case .filter: filters = lines
    case .outlets: outlets = lines
    }
  }
}
