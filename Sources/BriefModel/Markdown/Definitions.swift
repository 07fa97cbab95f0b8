/// Finds the definitions of footnotes and references, which md4c takes for its own and drops.
///
/// Footnotes become items of a list, as their content is Markdown. Numbered definitions, which are
/// the brief's list of sources, and others to which nothing refers become headings, as these end
/// with their line; `TreeBuilder` makes items of them.
/// What `[words][1]` still needs goes before the text that md4c reads.
struct Definitions {
  /// The start of a definition, up to its colon.
  struct Definition {
    let range: Range<Int>
    let name: String
    let isFootnote: Bool
  }

  /// Ascending and apart.
  private(set) var all: [Definition] = []
  /// Definitions for md4c, a blank line after them; empty where none are needed.
  private(set) var prefix: [UInt8] = []
  /// The offsets of brackets around numbers, which md4c must not see.
  private(set) var brackets: [Int] = []
  private let file: Bytes
  private let start: Int

  /// The longest name of a definition.
  private static let nameLimit = 200

  init(_ file: Bytes, from start: Int) {
    self.file = file
    self.start = start
    var words: [Definition] = []
    var index = start
    while let open = file.firstIndex(of: 0x5B, from: index) {
      index = open + 1
      guard mayOpenLine(open), let colon = colon(after: open) else { continue }
      add(open..<colon + 1, &words)
    }
    if !prefix.isEmpty {
      prefix.append(0x0A)
      hideNumbers()
    }
    if !words.isEmpty { keepUnused(words) }
  }

  var isEmpty: Bool { all.isEmpty }

  /// The definition in whose start, after the two bytes that open its block, an offset lies.
  func around(_ offset: Int) -> Definition? {
    var low = 0
    var high = all.count
    while low < high {
      let middle = (low + high) / 2
      if all[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 && all[low - 1].range.contains(offset) ? all[low - 1] : nil
  }

  /// Takes the starts of all definitions out of a copy of the file.
  func mask(_ copy: inout [UInt8]) {
    for offset in brackets { copy[offset] = 0x78 }
    for definition in all {
      for offset in definition.range { copy[offset] = 0x78 }
      // `+` is a bullet that hardly anybody uses, so that no other list goes on.
      copy[definition.range.lowerBound] = definition.isFootnote ? 0x2B : 0x23
      copy[definition.range.lowerBound + 1] = 0x20
    }
  }
}

// MARK: - Finding

extension Definitions {
  /// Whether only the marks of quotes and lists stand before a bracket on its line.
  private func mayOpenLine(_ open: Int) -> Bool {
    var index = open
    while index > start, open - index < 40 {
      switch file[index - 1] {
      case 0x0A: return true
      case 0x20, 0x3E, 0x2D, 0x2A, 0x2B, 0x2E, 0x29, 0x30...0x39: index -= 1
      default: return false
      }
    }
    return index == start
  }

  /// The offset of the colon of `[name]:`.
  private func colon(after open: Int) -> Int? {
    let limit = min(file.count - 1, open + Definitions.nameLimit)
    var index = open + 1
    while index < limit {
      switch file[index] {
      case 0x5D: return index > open + 1 && file[index + 1] == 0x3A ? index + 1 : nil
      case 0x5B, 0x5C, 0x0A: return nil
      default: index += 1
      }
    }
    return nil
  }

  private mutating func add(_ range: Range<Int>, _ words: inout [Definition]) {
    let name = file.slice(range.lowerBound + 1..<range.upperBound - 2)
    if name[0] == 0x5E {
      guard name.count > 1, !name.contains(0x20) else { return }
      let text = Sanitizer.clean(name.slice(1..<name.count), for: .prose)
      return all.append(Definition(range: range, name: text, isFootnote: true))
    }
    let definition = Definition(
      range: range, name: Sanitizer.clean(name, for: .prose), isFootnote: false)
    if name.allSatisfy(\.isDigit) {
      guard name.count <= NumberGroup.digitLimit, let address = address(after: range.upperBound)
      else { return }
      all.append(definition)
      prefix += file[range] + [0x20, 0x3C] + file[address] + [0x3E, 0x0A]
    } else if address(after: range.upperBound) != nil {
      words.append(definition)
    }
  }

  /// The web address that a definition gives on its line.
  private func address(after colon: Int) -> Range<Int>? {
    var first = colon
    while first < file.count, file[first] == 0x20 || file[first] == 0x09 { first += 1 }
    let isBracketed = file.has("<", at: first)
    let scheme = first + (isBracketed ? 1 : 0)
    guard file.has("http", at: scheme),
      file.has("://", at: scheme + 4)
        || file.has("s://", at: scheme + 4)
    else { return nil }
    var end = scheme
    while end < file.count, !file[end].isWhitespace, file[end] != 0x3E {
      if file[end] == 0x3C || file[end] == 0x5C { return nil }
      end += 1
    }
    return !isBracketed || file.has(">", at: end) ? scheme..<end : nil
  }
}

// MARK: - What refers to them

extension Definitions {
  /// Hides `[1]` from md4c where it stands for an entry, so that `[1][3]` is two of them; the
  /// second pair of `[words][1]` stays.
  private mutating func hideNumbers() {
    var index = start
    var hidden = -1
    while let open = file.firstIndex(of: 0x5B, from: index) {
      index = open + 1
      var end = index
      while end < file.count, file[end].isDigit { end += 1 }
      guard end > index, file.has("]", at: end), end - index <= NumberGroup.digitLimit else {
        continue
      }
      if open > start, file[open - 1] == 0x5C { continue }
      if open > start, file[open - 1] == 0x5D, hidden != open - 1 { continue }
      if file.has("(", at: end + 1) || leadsToWords(end + 1) { continue }
      brackets += [open, end]
      hidden = end
      index = end
    }
  }

  /// Whether `[words` stands at an offset.
  private func leadsToWords(_ offset: Int) -> Bool {
    guard file.has("[", at: offset), offset + 1 < file.count else { return false }
    return !file[offset + 1].isDigit && file[offset + 1] != 0x5E
  }

  /// Shows the definitions by words to which nothing refers.
  private mutating func keepUnused(_ words: [Definition]) {
    let starts = Set(words.map(\.range.lowerBound))
    var used: Set<String> = []
    var index = start
    while let open = file.firstIndex(of: 0x5B, from: index) {
      index = open + 1
      guard !starts.contains(open) else { continue }
      let limit = min(file.count, open + Definitions.nameLimit)
      var close = index
      while close < limit, file[close] != 0x5D, file[close] != 0x5B { close += 1 }
      if close < limit, file[close] == 0x5D {
        used.insert(ReferenceName.folded(file.slice(index..<close)))
      }
    }
    for word in words {
      let name = file.slice(word.range.lowerBound + 1..<word.range.upperBound - 2)
      guard !used.contains(ReferenceName.folded(name)) else { continue }
      all.append(word)
    }
    all.sort { $0.range.lowerBound < $1.range.lowerBound }
  }
}
