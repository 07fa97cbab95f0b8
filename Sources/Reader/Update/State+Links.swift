import BriefModel

extension State {
  /// Index into `Brief.citations` of the selected citation.
  var currentCitation: Int? {
    guard let layout, let link = text.link, layout.links.indices.contains(link),
      case .citation(let index) = layout.links[link].kind
    else { return nil }
    return index
  }

  /// Index into `Brief.sources` of what is selected: a row of the list, or a link of the text.
  var currentSource: Int? {
    guard let brief else { return nil }
    if focus == .sources {
      return selectedSource.flatMap { brief.sources.indices.contains($0) ? $0 : nil }
    }
    if let citation = currentCitation { return brief.citations[citation].source }
    if let link = currentLink, case .link(.source(let index)) = link.kind { return index }
    return nil
  }

  /// The selected link of the text.
  var currentLink: LinkTarget? {
    guard let layout, let link = text.link, layout.links.indices.contains(link) else { return nil }
    return layout.links[link]
  }

  // MARK: - Selecting

  mutating func select(link index: Int) {
    guard let layout, layout.links.indices.contains(index) else { return }
    reveal(layout.links[index].lines)
    text.link = index
    text.section = layout.lines[layout.links[index].lines.lowerBound].section
    if let section = text.section { sections.selected = section }
    if let source = currentSourceInText { selectedSource = source }
  }

  private var currentSourceInText: Int? {
    if let citation = currentCitation { return brief?.citations[citation].source }
    return nil
  }

  /// From the selected link, else from the top of the screen.
  mutating func moveLink(by count: Int) -> [Effect] {
    guard let layout, !layout.links.isEmpty else { return [] }
    let target: Int
    if let link = text.link {
      target = link + count
    } else if count > 0 {
      let first = layout.links.firstIndex { $0.lines.upperBound >= text.top }
      target = (first ?? layout.links.count) + count - 1
    } else {
      let bottom = text.top + visibleRows(.text)
      let last = layout.links.lastIndex { $0.lines.lowerBound < bottom }
      target = (last ?? -1) + count + 1
    }
    guard layout.links.indices.contains(target) else {
      if text.link == nil || (count > 0 ? text.link != layout.links.count - 1 : text.link != 0) {
        select(link: count > 0 ? layout.links.count - 1 : 0)
      }
      tell(count > 0 ? "This is the last link of the brief" : "This is the first link of the brief")
      return []
    }
    select(link: target)
    return []
  }

  mutating func moveMention(by count: Int) -> [Effect] {
    currentSource.map { moveMention(by: count, of: $0) } ?? []
  }

  /// The next citation of a source, by its index in `Brief.sources`.
  mutating func moveMention(by count: Int, of source: Int) -> [Effect] {
    guard let brief, let layout else { return [] }
    let mentions = layout.links.indices.filter {
      if case .citation(let index) = layout.links[$0].kind {
        return brief.citations[index].source == source
      }
      return false
    }
    guard !mentions.isEmpty else {
      tell("Source \(brief.sources[source].number) is listed, never cited")
      return []
    }
    if focus != .text {
      citationSpot = spot
      leaveSpot()
      focus = .text
      select(link: count > 0 ? mentions[0] : mentions[mentions.count - 1])
      return []
    }
    let here = text.link.flatMap { mentions.firstIndex(of: $0) }
    if let here, !mentions.indices.contains(here + count), let id = entries[current].id {
      return seek(CitingRequest(brief.sources[source].url, from: id, isBackward: count < 0))
    }
    let next =
      here.map { (($0 + count) % mentions.count + mentions.count) % mentions.count }
      ?? (count > 0 ? 0 : mentions.count - 1)
    select(link: mentions[next])
    if mentions.count == 1 { tell("This source is cited only here") }
    return []
  }

  /// Looks for the brief that cites a source, too; once, however often the key comes meanwhile.
  private mutating func seek(_ request: CitingRequest) -> [Effect] {
    guard library.sought != request else { return [] }
    library.sought = request
    return [.citing(request)]
  }

  /// Goes on to the brief that cites a source, too, unless the reader went elsewhere meanwhile.
  mutating func take(
    cited result: Result<Int64?, ListFailure>, _ request: CitingRequest
  ) -> [Effect] {
    guard library.sought == request else { return [] }
    library.sought = nil
    guard focus == .text, entries[safe: current]?.id == request.brief else { return [] }
    switch result {
    case .success(let brief?):
      leaveSpot()
      tell("Also cited here")
      return show(brief: brief, at: .mention(request.url, isLast: request.isBackward))
    case .success(nil):
      tell("No \(request.isBackward ? "newer" : "older") brief of the library cites this source")
    case .failure(let failure): tell(failure.text, isFailure: true)
    }
    return []
  }

  /// Selects a citation of the brief that is shown.
  mutating func select(citation index: Int) {
    let link = layout?.links.firstIndex {
      if case .citation(index) = $0.kind { true } else { false }
    }
    if let link { select(link: link) }
  }

  // MARK: - Sources

  /// `'`: from a citation to its source in the list, and back; with a count to that source.
  mutating func goToSource(_ count: Int?) -> [Effect] {
    guard let brief else { return [] }
    if count == nil, focus == .sources {
      if let spot = citationSpot {
        citationSpot = nil
        if shownOnCall { shown[.sources] = false }
        shownOnCall = false
        // Otherwise `<` would once lead to where one is.
        return trail.back.last == spot ? goBack() : go(to: spot)
      }
      return moveMention(by: 1)
    }
    let index = count.flatMap { number in brief.sources.firstIndex { $0.number == number } }
    guard let source = count == nil ? currentSource : index else {
      tell("There is no source \(count ?? 0); this brief has \(brief.sources.count)")
      return []
    }
    citationSpot = spot
    leaveSpot()
    if arrangement.panes[.sources] == nil, arrangement.mode != .single {
      shownOnCall = true
      shown[.sources] = true
    }
    isZoomed = false
    focus = .sources
    selectedSource = source
    return []
  }

  /// The source that a count, or the selection, means; tells where there is none.
  mutating func source(_ count: Int?) -> Source? {
    guard let brief else { return nil }
    guard let count else { return currentSource.map { brief.sources[$0] } }
    if let source = brief.sources.first(where: { $0.number == count }) { return source }
    tell("There is no source \(count); this brief has \(brief.sources.count)")
    return nil
  }

  /// The URL as it is written where the cursor stands.
  private mutating func url(_ count: Int?) -> SourceURL? {
    if count == nil, focus != .sources, let citation = currentCitation, let brief {
      return brief.citations[citation].url
    }
    return source(count)?.url
  }

  // MARK: - Following

  mutating func follow(_ count: Int?) -> [Effect] {
    if count != nil { return goToSource(count) }
    switch focus {
    case .briefs: return openSelectedBrief()
    case .sections:
      leaveSpot()
      focus = .text
      goTo(section: sections.selected)
      return []
    case .sources: return open(nil)
    case .text: return followLink()
    }
  }

  private mutating func followLink() -> [Effect] {
    guard let link = currentLink else { return [] }
    guard case .link(let destination) = link.kind else { return open(nil) }
    switch destination {
    case .source: return open(nil)
    case .anchor(let id):
      leaveSpot()
      goTo(anchor: id)
      return []
    case .file(let path, let fragment): return openFile(path, fragment: fragment)
    case .other(let address):
      tell("Not a web address, so it is not opened: \(address)")
      return []
    }
  }

  /// A link to a file goes there as a brief of this run.
  private mutating func openFile(_ path: String, fragment: String?) -> [Effect] {
    let target = RelativePath.resolve(path, from: entries[current].path)
    leaveSpot()
    let index: Int
    if let known = entries.firstIndex(where: {
      !$0.isArchived && RelativePath.normal($0.path) == target
    }) {
      index = known
    } else {
      // The name `-` would be standard input, which is the keyboard here.
      entries.append(Entry(path: target == "-" ? "./-" : target))
      list.addFile()
      index = entries.count - 1
    }
    focus = .text
    if index == current {
      goTo(anchor: fragment ?? "")
      return []
    }
    return show(index, at: fragment.map { .anchor($0) } ?? .top)
  }

  mutating func open(_ count: Int?) -> [Effect] {
    if count == nil, focus == .briefs { return openSelectedBrief() }
    if count == nil, focus == .text, let link = currentLink, case .link(let target) = link.kind {
      switch target {
      case .source: break
      case .anchor, .file, .other: return followLink()
      }
    }
    return url(count).map { [.open($0)] } ?? []
  }

  mutating func copyURL(_ count: Int?) -> [Effect] {
    guard let source = source(count), let url = url(count) else { return [] }
    return copy(url, of: source)
  }

  /// Copies an address of a source, which the message names: by a number it is nowhere else seen.
  func copy(_ url: SourceURL, of source: Source) -> [Effect] {
    [.copy(url.ascii, what: "the URL of \(named(source))")]
  }

  /// A source in a message, of which the rest is the longer one.
  private func named(_ source: Source) -> String {
    let outlet = Marks(isASCII: options.isASCII).cut(source.outlet, to: max(12, columns - 62))
    return "source \(source.number), \(outlet)"
  }

  mutating func copyCitation(_ count: Int?) -> [Effect] {
    guard let source = source(count), let url = url(count) else { return [] }
    var label = source.outlet
    if count == nil, let citation = currentCitation, let brief {
      let own = brief.citations[citation].label
      if !own.isEmpty { label = own }
    }
    let text = MarkdownLink.text(label: label, url: url.ascii)
    return [.copy(text, what: "the citation of \(named(source))")]
  }

  /// `O`: opens the link and marks the section that the selected citation stands in.
  mutating func openAndMark(_ count: Int?) -> [Effect] {
    let opening = open(count)
    guard focus == .text else { return opening }
    let steps = marks.done.count
    let unread = partsOfCurrentSection.filter { !entries[current].state(of: $0).isRead }
    let marking = setParts(unread, read: true)
    if !opening.isEmpty, marks.done.count > steps { doneAtOnce = note?.text }
    return opening + marking
  }
}
