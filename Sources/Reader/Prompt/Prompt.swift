/// A line that is being typed in the place of the status line.
struct Prompt: Sendable, Equatable {
  enum Kind: Sendable, Equatable { case search, command, filter, outlets }

  let kind: Kind
  var characters: [Character] = []
  var cursor = 0
  /// Whether all of it goes with the first character that is typed.
  var isSelected = false
  /// Position in the history; nil on the line that is new.
  var remembered: Int?
  /// What was typed before the history was asked.
  var draft: [Character] = []
  /// What Tab goes through, and where it is.
  var completions: [String] = []
  var completion: Int?
  /// As many characters begin all of them, up to the word that Tab completes.
  private(set) var shared = 0

  var text: String { String(characters) }

  mutating func set(_ text: some Sequence<Character>) {
    characters = Array(text)
    cursor = characters.count
    isSelected = false
  }

  /// The most characters of a line, as many as a query may have.
  static let lengthLimit = 2000

  /// Puts a text at the cursor, as far as the line takes it; false where it does not take all.
  @discardableResult
  mutating func insert(_ text: some Collection<Character>) -> Bool {
    if isSelected { clear() }
    let fitting = text.prefix(Self.lengthLimit - characters.count)
    characters.insert(contentsOf: fitting, at: cursor)
    cursor += fitting.count
    forgetCompletions()
    return fitting.count == text.count
  }

  /// Moves the cursor as far as the line goes.
  mutating func moveCursor(by step: Int) {
    isSelected = false
    cursor = max(
      0,
      min(
        characters.count,
        cursor.addingReportingOverflow(step).overflow
          ? characters.count : cursor + step))
  }

  mutating func deleteBackward() {
    if isSelected { return clear() }
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
    forgetCompletions()
  }

  mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
    forgetCompletions()
  }

  mutating func deleteToStart() {
    characters.removeSubrange(..<cursor)
    cursor = 0
    forgetCompletions()
  }

  mutating func deleteToEnd() {
    characters.removeSubrange(cursor...)
    forgetCompletions()
  }

  mutating func deleteWord() {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    characters.removeSubrange(start..<cursor)
    cursor = start
    forgetCompletions()
  }

  private mutating func clear() {
    characters = []
    cursor = 0
    isSelected = false
    forgetCompletions()
  }

  /// Tab and Shift-Tab: through the lines that may become of what was typed.
  mutating func complete(by step: Int, from all: [String]) {
    if completions.isEmpty {
      let typed = text
      completions = all
      guard !completions.isEmpty else { return }
      shared = Self.beginning(of: completions, typed).count
      completion = step > 0 ? -1 : completions.count
    }
    let next = ((completion ?? 0) + step + completions.count) % completions.count
    completion = next
    set(completions[next])
  }

  /// What stands before the words that are completed: all words that were typed to their end.
  private static func beginning(of completions: [String], _ typed: String) -> String {
    let whole = typed + " "
    if completions.allSatisfy({ $0.hasPrefix(whole) }) { return whole }
    return typed.lastIndex(of: " ").map { String(typed[...$0]) } ?? ""
  }

  /// Up and Down: through what was typed before.
  mutating func recall(by step: Int, in history: [String]) {
    let here = remembered ?? history.count
    let next = here - step
    guard next >= 0, next <= history.count else { return }
    if remembered == nil { draft = characters }
    remembered = next == history.count ? nil : next
    set(next == history.count ? draft : Array(history[next]))
    forgetCompletions()
  }

  private mutating func forgetCompletions() {
    isSelected = false
    completions = []
    completion = nil
  }
}
