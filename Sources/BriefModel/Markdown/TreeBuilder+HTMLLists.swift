/// Lists of HTML, which become lists like any other.
extension TreeBuilder {
  /// How deep lists of HTML may stand in one another; what is deeper joins the item around it.
  private static let markupLimit = 8

  /// Takes a tag of a list or an item, and leaves any other.
  mutating func takeListTag(_ tag: HTMLTag) {
    switch tag.name {
    case "ol", "ul": tag.isClosing ? closeMarkupList() : openMarkupList(tag)
    case "li": takeItem(tag)
    default: break
    }
  }

  /// Adds a block of HTML to the item that is open, or else as any block.
  mutating func addMarkup(_ block: Block) {
    let last = markupLists.count - 1
    guard last >= 0, markupLists[last].hasOpenItem else { return add(block) }
    let item = markupLists[last].items.count - 1
    markupLists[last].items[item].blocks.append(block)
  }

  /// Ends the lists that are open, as a blank line does; items that follow go on counting.
  mutating func breakMarkupLists() {
    if let last = markupLists.last { brokenList = last.continued }
    markupDepth = 0
    while !markupLists.isEmpty { closeMarkupList() }
  }

  private mutating func openMarkupList(_ tag: HTMLTag) {
    guard markupLists.count < TreeBuilder.markupLimit else { return markupDepth += 1 }
    brokenList = nil
    markupLists.append(MarkupList(start: tag.name == "ol" ? tag.number ?? 1 : nil))
  }

  private mutating func closeMarkupList() {
    guard markupDepth == 0 else { return markupDepth -= 1 }
    guard let list = markupLists.popLast() else { return brokenList = nil }
    if let block = list.block { addMarkup(block) }
  }

  private mutating func takeItem(_ tag: HTMLTag) {
    guard markupDepth == 0 else { return }
    if !tag.isClosing, markupLists.isEmpty, let broken = brokenList { markupLists.append(broken) }
    guard !markupLists.isEmpty else { return }
    if tag.isClosing {
      markupLists[markupLists.count - 1].hasOpenItem = false
    } else {
      markupLists[markupLists.count - 1].openItem(tag.number)
    }
  }
}
