/// Headings below that of a list of sources which are its entries:
///
///     ### [1] Rice falls as the monsoon returns
///     - URL: https://…
enum EntryHeadings {
  /// Makes one list of such headings, with what stands under each, in the part of the list.
  static func join(_ parts: inout [Part], marks: [Mark]) {
    var index = 0
    while index < parts.count {
      defer { index += 1 }
      guard let heading = parts[index].heading, index + 1 < parts.count,
        let next = parts[index + 1].heading, next.level > heading.level,
        item(next, [], marks) != nil, SourceHeading.matches(heading.content.plainText)
      else { continue }
      let below = parts[(index + 1)...].prefix { ($0.heading?.level ?? 0) > heading.level }
      guard let list = list(below, marks) else { continue }
      parts[index].blocks.append(.list(list))
      parts.removeSubrange(below.indices)
    }
  }

  /// The list that parts are whose headings all start with numbers, but for those below them.
  private static func list(_ parts: ArraySlice<Part>, _ marks: [Mark]) -> List? {
    guard let level = parts.first?.heading?.level else { return nil }
    var items: [ListItem] = []
    for part in parts {
      guard let heading = part.heading, heading.level >= level else { return nil }
      if heading.level > level {
        items[items.count - 1].blocks += [block(heading)] + part.blocks
      } else if let item = item(heading, part.blocks, marks) {
        items.append(item)
      } else {
        return nil
      }
    }
    return self.list(of: items)
  }

  /// The list of items that all have a number and one line with a link, or marks of numbers.
  static func list(of items: [ListItem]) -> List? {
    guard let first = items.first else { return nil }
    let list = List(start: first.number, isTight: false, items: items)
    let count = items.count { $0.number != nil }
    guard count == 0 || count == items.count && items.allSatisfy({ EntryItem($0).isOfOne }),
      LinkList.isList([.list(list)], isAnnounced: true)
    else { return nil }
    return list
  }

  private static func block(_ heading: Heading) -> Block {
    .heading(level: heading.level, heading.content)
  }

  /// The item that a heading with its number and the blocks under it are: `[1] Title`, `1. Title`.
  private static func item(_ heading: Heading, _ blocks: [Block], _ marks: [Mark]) -> ListItem? {
    guard let item = numbered(heading.content, marks) else { return nil }
    let own = Block.heading(level: heading.level, item.content)
    return ListItem(number: item.number, blocks: [own] + blocks)
  }

  /// The number at the start of a line and what follows it; a mark of a number stays in the line.
  static func numbered(
    _ line: [Inline], _ marks: [Mark]
  ) -> (number: Int?, content: [Inline])? {
    switch line.first {
    case .text(let text):
      guard let (number, rest) = numbered(text) else { return nil }
      return (number, [.text(rest)] + line.dropFirst())
    case let inline?:
      guard let mark = inline.mark, case .number = marks[mark].kind else { return nil }
      return (nil, line)
    case nil: return nil
    }
  }

  /// `1. Title`, `1) Title` or, with a word of sources before the number, `Source 1: Title`.
  private static func numbered(_ text: String) -> (number: Int, rest: String)? {
    let word = text.prefix { !$0.isNumber }
    guard word.isEmpty || SourceHeading.matches(String(word)) else { return nil }
    let digits = text.dropFirst(word.count).prefix { $0.isASCII && $0.isNumber }
    let rest = text[digits.endIndex...]
    guard let number = ListNumber.read(String(digits)), let mark = rest.first,
      (word.isEmpty ? ".)" : ".):：").contains(mark)
    else { return nil }
    return (number, String(rest.dropFirst().drop(while: \.isWhitespace)))
  }
}
