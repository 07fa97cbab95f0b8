@testable import BriefModel

extension Brief {
  /// Every string of the model that may reach a screen.
  var allTexts: [String] {
    var texts = [title] + heading.allTexts + lede.flatMap(\.allTexts) + notices.map(\.text)
    for section in sections {
      texts += [section.title, section.id] + section.heading.allTexts
      texts += section.blocks.flatMap(\.allTexts)
    }
    texts += citations.map(\.label)
    let urls = citations.compactMap(\.url) + sources.flatMap { $0.entries.map(\.url) }
    texts += urls.flatMap { [$0.ascii, $0.display, $0.host] }
    texts += sources.flatMap { [$0.outlet, $0.title ?? "", $0.url.canonical, $0.url.domain] }
    return texts
  }
}

extension Block {
  var allTexts: [String] {
    switch self {
    case .paragraph(let inlines), .heading(_, let inlines): inlines.allTexts
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.allTexts) }
    case .quote(let blocks): blocks.flatMap(\.allTexts)
    case .code(let code): code.lines + [code.language ?? ""]
    case .table(let table): ([table.header] + table.rows).flatMap { $0.flatMap(\.allTexts) }
    case .rule: []
    }
  }
}

extension [Inline] {
  var allTexts: [String] {
    flatMap { inline -> [String] in
      switch inline {
      case .text(let text), .code(let text), .image(let text): [text]
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .citation(_, let inner):
        inner.allTexts
      case .link(let link): link.label.allTexts + link.destination.allTexts
      case .softBreak, .lineBreak: []
      }
    }
  }
}

extension Link.Destination {
  fileprivate var allTexts: [String] {
    switch self {
    case .source: []
    case .anchor(let name): [name]
    case .file(let path, let fragment): [path, fragment ?? ""]
    case .other(let text): [text]
    }
  }
}
