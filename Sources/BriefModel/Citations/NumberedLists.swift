/// The numbered lists of a document, and which of them a number in the text means.
struct NumberedLists {
  /// What a number leads to.
  enum Target: Equatable {
    case link(Int)
    /// The entry has no web address.
    case text
  }

  /// The parts of the document for which a list stands.
  struct Scope: Equatable {
    /// The part under whose heading the list is.
    let root: Int
    /// The first and the last part whose numbers it explains.
    let parts: ClosedRange<Int>
    /// Whether the list has a section of its own; one without explains the text before it.
    var isHeaded = true
  }

  private struct NumberedList {
    let scope: Scope
    /// How many uses were read before its first entry.
    let position: Int
    private(set) var targets: [Int: Target] = [:]
    /// Up to which number it has all from 1 on.
    private var run = 0

    init(scope: Scope, position: Int) {
      self.scope = scope
      self.position = position
    }

    mutating func add(_ number: Int, _ target: Target) {
      targets[number] = target
      while targets[run + 1] != nil { run += 1 }
    }

    /// What a number leads to; one that could be a year only where no number before it is missing.
    func target(of number: Int) -> Target? {
      number <= NumberGroup.numberLimit || number <= run ? targets[number] : nil
    }
  }

  private var lists: [NumberedList] = []
  /// What numbers lead to that lead to the same in all lists that have them.
  private var common: [Int: Target?] = [:]
  /// The largest number that an entry has.
  static let numberLimit = 9999
  /// How many lists behind the text are looked through.
  private static let reach = 16

  var isEmpty: Bool { lists.isEmpty }
  /// The highest number that an entry has, and a citation may have.
  private(set) var highest = 0

  /// Whether any list has a number.
  func have(_ number: Int) -> Bool { common[number] != nil }

  /// Adds an entry; a number that the list already has starts the next list.
  ///
  /// `isNew` says that text which cites stands between the entry and the one before.
  mutating func add(_ number: Int, _ target: Target, scope: Scope, position: Int, isNew: Bool) {
    let fits = lists.last.map { $0.scope == scope && !isNew && $0.targets[number] == nil } ?? false
    if !fits { lists.append(NumberedList(scope: scope, position: position)) }
    lists[lists.count - 1].add(number, target)
    guard number <= NumberGroup.numberLimit else { return }
    highest = max(highest, number)
    if let known = common[number] {
      if known != target { common[number] = .some(nil) }
    } else {
      common[number] = .some(target)
    }
  }

  /// What a number means that stands in a part of the document after so many uses: an entry of the
  /// nearest following list of its section, else of the nearest following one that is no section,
  /// else of the file's last list, else the only one.
  func target(of number: Int, part: Int, position: Int) -> Target? {
    let following = following(position)
    let own = following.first { $0.scope.parts.contains(part) }
    if let target = own?.target(of: number) { return target }
    let next = following.first { !$0.scope.isHeaded && $0.targets[number] != nil }
    return next?.target(of: number) ?? filesList?.target(of: number) ?? (common[number] ?? nil)
  }

  /// Whether a list explains the numbers of a part of the document after so many uses, so that
  /// one that it lacks is missing.
  func explain(part: Int, position: Int) -> Bool {
    guard !isEmpty else { return false }
    return following(position).contains { $0.scope.parts.contains(part) || !$0.scope.isHeaded }
      || filesList != nil
  }

  /// The lists behind so many uses that are looked through.
  private func following(_ position: Int) -> ArraySlice<NumberedList> {
    let next = lists.partitioningIndex { $0.position >= position }
    return lists[next...].prefix(NumberedLists.reach)
  }

  /// The last list that stands for the whole file.
  private var filesList: NumberedList? {
    lists.suffix(NumberedLists.reach).last { $0.scope.isHeaded && $0.scope.parts.lowerBound == 0 }
  }
}
