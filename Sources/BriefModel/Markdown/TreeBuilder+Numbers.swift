extension TreeBuilder {
  /// Takes the number of an ordered list's item from the file, where its first text starts at an
  /// offset; md4c tells that of the first item only.
  mutating func numberItem(before offset: Int) {
    guard flattened == 0, let item = containers.last, item.number == nil, item.blocks.isEmpty,
      case .item = item.kind, containers.count > 1,
      case .list(start: .some, _) = containers[containers.count - 2].kind
    else { return }
    containers[containers.count - 1].number = TreeBuilder.number(file, before: offset)
  }

  /// Items that are all written with one number, `1.` before each, are counted on from it, as they
  /// are shown everywhere; others have the numbers with which they are written.
  static func counted(_ items: [ListItem]) -> [ListItem] {
    guard items.count > 1, let first = items[0].number,
      items.allSatisfy({ $0.number == nil || $0.number == first })
    else { return items }
    return items.map { item in
      var item = item
      item.number = nil
      return item
    }
  }

  /// What may stand between the number and the text: spaces, and what opens a span.
  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x21, 0x2A, 0x3C, 0x5B, 0x5C, 0x5F, 0x60, 0x7E: true
    default: false
    }
  }

  /// The number of `12. text` or `12) text`, nine digits at most.
  private static func number(_ file: Bytes, before offset: Int) -> Int? {
    var end = min(offset, file.count)
    let floor = max(0, end - 32)
    while end > floor, opens(file[end - 1]) { end -= 1 }
    guard end > 0, file[end - 1] == 0x2E || file[end - 1] == 0x29 else { return nil }
    var start = end - 1
    var number = 0
    var place = 1
    while start > 0, end - start < 10, file[start - 1].isDigit {
      start -= 1
      number += Int(file[start] - 0x30) * place
      place *= 10
    }
    return start < end - 1 ? number : nil
  }
}
