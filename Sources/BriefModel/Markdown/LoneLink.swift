import CMD4C

/// Watches whether a block holds one link to a web address and nothing else, emphasis aside.
struct LoneLink {
  private var links = 0
  private var depth = 0
  private var isMixed = false
  /// What stands outside links, as far as it may be an address without markup.
  private var outside: [UInt8] = []

  /// Whether it does; for a block that is over.
  var isAll: Bool {
    if isMixed { return false }
    if links == 1 { return outside.allSatisfy(\.isWhitespace) }
    guard links == 0, let last = outside.last, last.isLetter || last.isDigit || last == 0x2F else {
      return false
    }
    return outside.withUnsafeBufferPointer { SourceURL(bytes: $0) } != nil
  }

  /// Takes the start of a span.
  mutating func enter(_ type: MD_SPANTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch type {
    case MD_SPAN_A:
      let href = detail?.load(as: MD_SPAN_A_DETAIL.self).href
      let target = UnsafeRawBufferPointer(start: href?.text, count: Int(href?.size ?? 0))
      if SourceURL(String(decoding: target, as: UTF8.self)) == nil { isMixed = true }
      links += 1
      depth += 1
    case MD_SPAN_EM, MD_SPAN_STRONG: break
    default: if depth == 0 { isMixed = true }
    }
  }

  /// Takes the end of a span.
  mutating func leave(_ type: MD_SPANTYPE) { if type == MD_SPAN_A { depth -= 1 } }

  /// Takes a text of any kind.
  mutating func take(_ type: MD_TEXTTYPE, _ text: UnsafeRawBufferPointer) {
    guard depth == 0, !isMixed else { return }
    if type == MD_TEXT_NORMAL, outside.count + text.count <= SourceURL.lengthLimit {
      outside += text
    } else {
      isMixed = true
    }
  }
}

extension TreeBuilder {
  /// Whether a heading is nothing but a link with `---` under it, which was meant as a rule.
  func isUnderlinedLink(_ content: [Inline]) -> Bool {
    guard content.isLoneLink else { return false }
    let offset = leafStart ?? cursor
    let lineStart = file[..<offset].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return !file[lineStart..<offset].contains(0x23)
  }
}

extension [Inline] {
  /// Whether this is one link to a web address, in bold or italics or in neither.
  fileprivate var isLoneLink: Bool {
    guard count == 1, let only = first else { return false }
    switch only {
    case .citation(let index, _): return index >= 0
    case .strong(let inner), .emphasis(let inner): return inner.isLoneLink
    case .text, .strikethrough, .code, .link, .image, .softBreak, .lineBreak: return false
    }
  }
}
