extension [Inline] {
  /// Whether a citation stands in these, at any depth.
  var haveCitation: Bool {
    contains {
      switch $0 {
      case .citation(let index, _): index >= 0
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inner.haveCitation
      case .link(let link): link.label.haveCitation
      case .text, .code, .image, .softBreak, .lineBreak: false
      }
    }
  }

  /// Takes all citations out, at any depth; a link cannot stand in a link.
  mutating func takeCitations() -> [Inline] {
    var taken: [Inline] = []
    var kept: [Inline] = []
    for inline in self {
      switch inline {
      case .citation: taken.append(inline)
      case .emphasis(var inner):
        taken += inner.takeCitations()
        kept.append(.emphasis(inner))
      case .strong(var inner):
        taken += inner.takeCitations()
        kept.append(.strong(inner))
      case .strikethrough(var inner):
        taken += inner.takeCitations()
        kept.append(.strikethrough(inner))
      case .link(var link):
        taken += link.label.takeCitations()
        kept.append(.link(link))
      case .text, .code, .image, .softBreak, .lineBreak: kept.append(inline)
      }
    }
    self = kept
    return taken
  }
}
