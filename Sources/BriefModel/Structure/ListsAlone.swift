extension Brief {
  /// Indices of the sections that are lists of sources and say nothing but outlets, titles, dates and
  /// addresses, which what is printed has in a list of its own.
  package var listsAlone: Set<Int> {
    Set(
      sections.indices.filter { sections[$0].kind == .sources && isListAlone(sections[$0].blocks) })
  }

  private func isListAlone(_ blocks: [Block]) -> Bool {
    blocks.allSatisfy { block in
      guard case .list(let list) = block else { return false }
      return list.items.allSatisfy { item in
        var entry = ListedItem()
        return entry.add(item.blocks) && entry.isCovered(by: self)
      }
    }
  }
}

/// An item of a list of sources with what it says and which sources it lists.
private struct ListedItem {
  private var text = ""
  private var sources: Set<Int> = []

  /// Adds some blocks; false where one is no text.
  mutating func add(_ blocks: [Block]) -> Bool {
    blocks.allSatisfy { block in
      defer { text += "\n" }
      switch block {
      case .paragraph(let inlines), .heading(_, let inlines): return add(inlines)
      case .list(let list): return list.items.allSatisfy { add($0.blocks) }
      case .quote(let blocks): return add(blocks)
      case .rule: return true
      case .code, .table: return false
      }
    }
  }

  private mutating func add(_ inlines: [Inline]) -> Bool {
    inlines.allSatisfy { inline in
      switch inline {
      case .text(let piece), .code(let piece), .image(let piece): text += piece
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): return add(inner)
      case .link(let link): add(link)
      case .softBreak, .lineBreak: text += "\n"
      case .citation: return false
      }
      return true
    }
  }

  /// Adds the words of a link, but for those that only say that there is one.
  private mutating func add(_ link: Link) {
    if case .source(let source) = link.destination { sources.insert(source) }
    let label = link.label.plainText
    if !OutletName.isAddress(label), !OutletName.isGeneric(label) { text += label }
  }

  /// Whether its words are those of its sources: dates and the names of fields aside.
  func isCovered(by brief: Brief) -> Bool {
    guard !sources.isEmpty else { return false }
    var known = ""
    for source in sources.map({ brief.sources[$0] }) {
      known += "\(source.outlet) \(source.title ?? "") \(source.url.ascii) \(source.url.display) "
    }
    known = known.lowercased()
    var dates = EntryDates()
    return dates.take(from: text).split { "\n|·•;".contains($0) }.allSatisfy { line in
      let words = ListedItem.withoutField(line).lowercased()
      return words.unicodeScalars.split { !$0.isLetter }.allSatisfy { known.holds(String($0)) }
    }
  }

  private static func withoutField(_ line: Substring) -> Substring {
    guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }),
      EntryField(named: String(line[..<colon])) != nil
    else { return line }
    return line[colon...].dropFirst()
  }
}
