import CMD4C

/// Decodes the entities of HTML with the table that md4c's renderer carries.
struct Entities {
  private var known: [String: [UInt8]] = [:]

  /// The UTF-8 that stands for an entity with its `&` and `;`; an unknown one is left as it is.
  mutating func decoded(_ entity: Bytes) -> [UInt8] {
    let name = entity.text
    if let bytes = known[name] { return bytes }
    let bytes = Entities.markup(for: entity)
    known[name] = bytes
    return bytes
  }

  /// What the renderer makes of a paragraph that is the entity, without the paragraph's tags.
  private static func markup(for entity: Bytes) -> [UInt8] {
    let html = Rendering()
    let status = entity.withMemoryRebound(to: CChar.self) { text in
      md_html(
        text.baseAddress, UInt32(text.count),
        { piece, count, target in
          guard let piece, let target else { return }
          let rendering = Unmanaged<Rendering>.fromOpaque(target).takeUnretainedValue()
          let bytes = UnsafeRawBufferPointer(start: piece, count: Int(count))
          rendering.bytes.append(contentsOf: bytes)
        }, Unmanaged.passUnretained(html).toOpaque(), 0, 0)
    }
    let tags = (open: "<p>".utf8.count, close: "</p>\n".utf8.count)
    guard status == 0, html.bytes.count > tags.open + tags.close else { return Array(entity) }
    let markup = html.bytes.dropFirst(tags.open).dropLast(tags.close)
    let isUnknown = markup.count == entity.count + "amp;".utf8.count
    return isUnknown ? Array(entity) : unescaped(markup)
  }

  /// The renderer escapes again what HTML reserves.
  private static func unescaped(_ markup: ArraySlice<UInt8>) -> [UInt8] {
    switch String(decoding: markup, as: UTF8.self) {
    case "&amp;": [0x26]
    case "&lt;": [0x3C]
    case "&gt;": [0x3E]
    case "&quot;": [0x22]
    default: Array(markup)
    }
  }

  private final class Rendering {
    var bytes: [UInt8] = []
  }
}
