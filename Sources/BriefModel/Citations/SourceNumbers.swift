/// The numbers that a brief itself gives its sources.
struct SourceNumbers {
  /// The numbers by `WebLink.source`; empty where the brief has none that are unique.
  private(set) var numbers: [Int: Int] = [:]
  private var owners: [Int: Int] = [:]
  private var isUnique = true
  /// All of them, those too that more than one source has.
  private var used: Set<Int> = []

  /// Takes note that the brief calls a source by a number.
  mutating func add(_ number: Int, for source: Int) {
    used.insert(number)
    guard isUnique else { return }
    guard owners[number, default: source] == source else {
      isUnique = false
      return numbers = [:]
    }
    owners[number] = source
    numbers[source] = min(number, numbers[source] ?? number)
  }

  /// The highest of all, also of those that a source has beside its own; 0 where none is kept.
  var highest: Int { numbers.isEmpty ? 0 : used.max() ?? 0 }

  /// Whether the numbers are counted from 1 with fewer gaps than numbers: labels such as `163` may
  /// be names.
  var areCounted: Bool {
    guard owners[1] != nil, owners.count > 1, let highest = owners.keys.max() else { return false }
    return highest <= 2 * owners.count
  }

  /// The same for numbers that several sources may have, or only one.
  var countUp: Bool {
    used.contains(1) && (used.max() ?? 0) <= 2 * used.count
  }

  /// The number that a link's label is: `1` of `[1](https://…)`.
  static func number(_ link: WebLink, label: String) -> Int? {
    switch link.form {
    case .link, .reference, .html:
      return ListNumber.read(label)
    case .autolink, .address, .number, .footnote, .superscript, .digits, .leak: return nil
    }
  }
}
