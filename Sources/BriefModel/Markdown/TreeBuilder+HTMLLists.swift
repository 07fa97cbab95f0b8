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

  /// Adds a block of HTML to the last item of the lists that are open, which are added only when they
  /// end, or else as any block.
  mutating func addMarkup(_ block: Block) {
    guard let list = markupLists.lastIndex(where: { !$0.items.isEmpty }) else { return add(block) }
    let item = markupLists[list].items.count - 1
    markupLists[list].items[item].blocks.append(block)
  }

  /// Ends the lists that are open, as a blank line does; items that follow go on counting.
  mutating func breakMarkupLists() {
    brokenLists = (brokenLists + markupLists.map(\.continued)).suffix(TreeBuilder.markupLimit)
    markupDepth = 0
    while !markupLists.isEmpty { endMarkupList() }
  }

  private mutating func openMarkupList(_ tag: HTMLTag) {
    guard markupLists.count < TreeBuilder.markupLimit else { return markupDepth += 1 }
    markupLists.append(MarkupList(start: tag.name == "ol" ? tag.number ?? 1 : nil))
  }

  private mutating func closeMarkupList() {
    guard markupDepth == 0 else { return markupDepth -= 1 }
    if markupLists.isEmpty { _ = brokenLists.popLast() } else { endMarkupList() }
  }

  private mutating func endMarkupList() {
    if let block = markupLists.popLast()?.block { addMarkup(block) }
  }

  private mutating func takeItem(_ tag: HTMLTag) {
    guard markupDepth == 0 else { return }
    if !tag.isClosing, markupLists.isEmpty { swap(&markupLists, &brokenLists) }
    guard !markupLists.isEmpty else { return }
    if !tag.isClosing { markupLists[markupLists.count - 1].openItem(tag.number) }
  }
}
