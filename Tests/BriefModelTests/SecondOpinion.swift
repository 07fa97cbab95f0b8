import CMD4C

@testable import BriefModel

/// Reads the link targets of a file by md4c alone, to be compared with what the parser finds.
enum SecondOpinion {
  /// The `http` and `https` targets of all links, in order, entities decoded by hand.
  static func targets(in bytes: [UInt8], from start: Int) -> [String] {
    let found = Found()
    var parser = MD_PARSER()
    parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
    parser.enter_block = { _, _, _ in 0 }
    parser.leave_block = { _, _, _ in 0 }
    parser.leave_span = { _, _, _ in 0 }
    parser.text = { _, _, _, _ in 0 }
    parser.enter_span = { type, detail, target in
      guard type == MD_SPAN_A, let detail, let target else { return 0 }
      let href = detail.load(as: MD_SPAN_A_DETAIL.self).href
      let bytes = UnsafeRawBufferPointer(start: href.text, count: Int(href.size))
      Unmanaged<Found>.fromOpaque(target).takeUnretainedValue().targets
        .append(String(decoding: bytes, as: UTF8.self))
      return 0
    }
    let text = Array(bytes[start...])
    text.withUnsafeBytes { buffer in
      let start = buffer.bindMemory(to: CChar.self).baseAddress
      _ = md_parse(start, UInt32(buffer.count), &parser, Unmanaged.passUnretained(found).toOpaque())
    }
    return found.targets.filter { $0.lowercased().hasPrefix("http") && $0.contains("://") }
      .map(decoded)
  }

  /// The entities that stand in addresses.
  private static func decoded(_ target: String) -> String {
    var text = target
    for (entity, character) in [("&amp;", "&"), ("&quot;", "\""), ("&lt;", "<"), ("&#39;", "'")] {
      while let range = text.range(of: entity) { text.replaceSubrange(range, with: character) }
    }
    return text
  }

  private final class Found {
    var targets: [String] = []
  }
}

extension String {
  /// Where a piece of text first stands.
  fileprivate func range(of piece: String) -> Range<Index>? {
    indices.lazy.compactMap { index in
      self[index...].hasPrefix(piece) ? index..<self.index(index, offsetBy: piece.count) : nil
    }.first
  }
}
