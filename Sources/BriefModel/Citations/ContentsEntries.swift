/// Takes the entries of a table of contents that are headings into the part of the table: as sections
/// they would be empty, and each would stand twice.
enum ContentsEntries {
  /// The fewest headings that are a table of contents.
  private static let fewest = 3

  static func join(_ parts: inout [Part]) {
    guard let table = parts.indices.first(where: { isTable(parts[$0], isFirst: $0 == 0) }) else {
      return
    }
    var latest: [String: Int] = [:]
    for (index, part) in parts.enumerated() {
      if let heading = part.heading { latest[letters(of: heading)] = index }
    }
    let entries = parts[(table + 1)...].indices.prefix { index in
      guard let heading = parts[index].heading, parts[index].blocks.allSatisfy({ $0 == .rule })
      else { return false }
      return latest[letters(of: heading), default: index] > index
    }
    guard entries.count >= fewest else { return }
    for index in entries {
      guard let heading = parts[index].heading else { continue }
      parts[table].blocks.append(.heading(level: heading.level, heading.content))
      parts[table].blocks += parts[index].blocks
    }
    parts.removeSubrange(entries.startIndex..<entries.endIndex)
  }

  /// Whether a part has nothing but the name of a table of contents as its heading, or, before all
  /// headings, as its last line.
  private static func isTable(_ part: Part, isFirst: Bool) -> Bool {
    if !isFirst, part.blocks.allSatisfy({ $0 == .rule }) {
      return part.heading.map { ContentsHeading.matches($0.content.plainText) } ?? false
    }
    guard isFirst, case .paragraph(let inlines)? = part.blocks.last else { return false }
    return ContentsHeading.matches(inlines.plainText)
  }

  private static func letters(of heading: Heading) -> String {
    TitleEcho.letters(of: heading.content.plainText)
  }
}
