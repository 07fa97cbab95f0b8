/// Where each section ends with all below it, and which section it is below.
package struct SectionTree: Sendable {
  /// One past the last section below each.
  package private(set) var ends: [Int]
  /// For each section the one it is below; nil at the top.
  package private(set) var parents: [Int?]
  private let lines: [Int]

  package init(_ sections: [Section]) {
    ends = Array(repeating: sections.count, count: sections.count)
    parents = Array(repeating: nil, count: sections.count)
    lines = sections.map(\.line)
    var open: [Int] = []
    for (index, section) in sections.enumerated() {
      while let last = open.last, sections[last].level >= section.level {
        ends[last] = index
        open.removeLast()
      }
      parents[index] = open.last
      open.append(index)
    }
  }

  /// The index of the section in which a line stands; nil before the first.
  package func section(atLine line: Int) -> Int? {
    var low = 0
    var high = lines.count
    while low < high {
      let middle = (low + high) / 2
      if lines[middle] <= line { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}
