import BriefModel
import Cells

/// Turns inlines into a flow, numbering the links as it meets them.
struct FlowBuilder {
  let brief: Brief
  private(set) var flow = TextFlow()
  /// The kinds of the links met, the first of them being number `firstLink`.
  private(set) var links: [LinkTarget.Kind] = []
  let firstLink: Int

  init(brief: Brief, firstLink: Int) {
    self.brief = brief
    self.firstLink = firstLink
  }

  mutating func append(
    _ inlines: [Inline], role: Role, attributes: Style.Attributes = [], link: Int? = nil
  ) {
    for inline in inlines {
      switch inline {
      case .text(let text): flow.append(text, role: role, attributes: attributes, link: link)
      case .code(let code):
        flow.append(
          code, role: link == nil ? .code : role, attributes: attributes, link: link, isCode: true)
      case .emphasis(let inner): nest(inner, .emphasis, .italic, role, attributes, link)
      case .strong(let inner): nest(inner, .strong, .bold, role, attributes, link)
      case .strikethrough(let inner): nest(inner, .strikethrough, .dim, role, attributes, link)
      case .citation(let index, let label): appendCitation(index, label, attributes)
      case .link(let target): appendLink(target, role, attributes, outer: link)
      case .image(let alternative):
        let shown = alternative.isEmpty ? "[image]" : "[image: \(alternative)]"
        flow.append(shown, role: link == nil ? .image : role, attributes: attributes, link: link)
      case .softBreak: flow.append(" ", role: role, attributes: attributes, link: link)
      case .lineBreak: flow.breakLine()
      }
    }
  }

  /// Emphasis has a role of its own in plain text; elsewhere it adds an attribute.
  private mutating func nest(
    _ inner: [Inline], _ own: Role, _ attribute: Style.Attributes, _ role: Role,
    _ attributes: Style.Attributes, _ link: Int?
  ) {
    if role == .text {
      append(inner, role: own, attributes: attributes, link: link)
    } else {
      append(inner, role: role, attributes: attributes.union(attribute), link: link)
    }
  }

  private mutating func appendCitation(
    _ index: Int, _ label: [Inline], _ attributes: Style.Attributes
  ) {
    let citation = brief.citations[index]
    guard let source = citation.source.map({ brief.sources[$0] }) else {
      return appendLost(citation, label, attributes)
    }
    let number = firstLink + links.count
    links.append(.citation(index))
    if !citation.isNumeric {
      if label.isEmpty {
        flow.append(source.outlet, role: .citation, attributes: attributes, link: number)
      } else {
        append(label, role: .citation, attributes: attributes, link: number)
      }
    }
    // Nothing sticks to an address, so that it can be taken from the screen as it is.
    let isAddress = citation.form == .address || citation.form == .autolink
    if isAddress, !label.isEmpty { flow.append(" ", role: .text) }
    flow.append("[\(source.number)]", role: .citationNumber, link: number, isNumber: !isAddress)
  }

  /// A quiet mark where a citation leads nowhere; its words stay, its number with a question mark.
  private mutating func appendLost(
    _ citation: Citation, _ label: [Inline], _ attributes: Style.Attributes
  ) {
    if citation.isNumeric, !citation.label.isEmpty {
      return flow.append("[\(citation.label)?]", role: .textDim, isNumber: true)
    }
    append(label, role: .text, attributes: attributes)
    flow.append("[?]", role: .textDim, isNumber: true)
  }

  private mutating func appendLink(
    _ link: Link, _ role: Role, _ attributes: Style.Attributes, outer: Int?
  ) {
    guard link.destination.isFollowable else {
      return append(link.label, role: role, attributes: attributes, link: outer)
    }
    let number = firstLink + links.count
    links.append(.link(link.destination))
    let start = flow.bytes.count
    append(link.label, role: .link, attributes: attributes, link: number)
    if flow.bytes.count == start {
      flow.append(words(for: link.destination), role: .link, link: number)
    }
  }

  /// What stands for a link whose label shows nothing.
  private func words(for destination: Link.Destination) -> String {
    switch destination {
    case .source(let index): brief.sources[index].outlet
    case .anchor(let id): "#" + id
    case .file(let path, let fragment): path + (fragment.map { "#" + $0 } ?? "")
    case .other(let address): address
    }
  }
}

extension Link.Destination {
  /// Whether following it leads anywhere.
  var isFollowable: Bool {
    switch self {
    case .source, .anchor, .file: true
    case .other: false
    }
  }
}
