import BriefModel

/// Marks of chat programs and of the tools around them.
enum RawLeak {
  /// What such a mark holds and no writer writes.
  private static let tokens: [StaticString] = [
    "[cite_start]", "[cite:", "[/cite]", "oaicite:", "oai_citation", "†source", "turn0search",
    "turn0news", "turn0view", "turn0fetch", "turn1search", "turn1news", "turn1view", "turn2search",
    "\u{E200}", "\u{E201}", "\u{E202}", "<grok:", "</grok:", "grok_render_citation_card_json=",
    "<think>", "</think>", "<thinking>", "</thinking>", "<cite index=", "(cite index=",
    "<antArtifact", "<search_results", "<tool_call", "<|im_start|>", "<|im_end|>",
    "<|endoftext|>", "<|end_of_text|>", "<|end", "[object Object]",
  ]

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let leaks = LeakRanges(manuscript.brief)
    let pieces = manuscript.outline.pieces.filter { $0.kind != .code }
    var first: [Int: Range<Int>] = [:]
    var counts: [Int: Int] = [:]
    manuscript.text.withUnsafeBufferPointer { text in
      for piece in pieces {
        for (place, token) in places(in: text, piece.range) where !leaks.contain(place) {
          counts[token, default: 0] += 1
          if first[token] == nil {
            first[token] = place..<place + tokens[token].utf8CodeUnitCount
          }
        }
      }
    }
    // Several such words may stand in one mark: it is told once.
    var lines: Set<Int> = []
    let remarks = first.sorted { $0.value.lowerBound < $1.value.lowerBound }.compactMap {
      index, range -> Remark? in
      guard lines.insert(manuscript.line(of: range.lowerBound)).inserted else { return nil }
      let more = Count.more(counts[index] ?? 1)
      return Remark(
        range,
        "\(shown(range, manuscript)) is a mark of the program that wrote this\(more); remove it")
    }
    return remarks + wholeFence(manuscript)
  }

  private static func shown(_ range: Range<Int>, _ manuscript: Manuscript) -> String {
    let scalar = DecodedToken.privateUse(manuscript.text, range)
    return scalar ?? manuscript.excerpt(range)
  }

  /// Where tokens start in a piece, and which they are.
  private static func places(in text: Bytes, _ range: Range<Int>) -> [(place: Int, token: Int)] {
    let piece = text.slice(0..<range.upperBound)
    var places: [(place: Int, token: Int)] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let token = byFirstByte[Int(piece[index])].first { piece.has(tokens[$0], at: index) }
      if let token { places.append((index, token)) }
      index += token.map { tokens[$0].utf8CodeUnitCount } ?? 1
    }
    return places
  }

  /// The tokens that start with each byte.
  private static let byFirstByte: [[Int]] = {
    var table = [[Int]](repeating: [], count: 256)
    for (index, token) in tokens.enumerated() { table[Int(token.utf8Start[0])].append(index) }
    return table
  }()

  /// A brief that stands in one code block as a whole, as chat programs hand it out.
  private static func wholeFence(_ manuscript: Manuscript) -> [Remark] {
    let outline = manuscript.outline
    guard manuscript.brief.citations.isEmpty, outline.blocks.count <= 3,
      let block = outline.blocks.first, case .code(fence: .some) = block.kind,
      block.range.count * 10 > (manuscript.text.count - outline.start) * 6
    else { return [] }
    let hasHeading = manuscript.text[block.range].split(separator: 0x0A).contains { line in
      line.starts(with: "# ".utf8) || line.starts(with: "## ".utf8)
    }
    guard hasHeading else { return [] }
    let fence = manuscript.lineRange(manuscript.line(of: block.range.lowerBound) - 1)
    return [
      Remark(
        fence, "the whole brief stands in a code block; remove the lines that open and close it")
    ]
  }
}

/// A character of private use, named by its number, as it cannot be shown.
private enum DecodedToken {
  static func privateUse(_ text: [UInt8], _ range: Range<Int>) -> String? {
    let scalar = String(decoding: text[range], as: UTF8.self).unicodeScalars.first
    guard let scalar, (0xE000...0xF8FF).contains(scalar.value) else { return nil }
    return "the character U+" + String(scalar.value, radix: 16, uppercase: true)
  }
}

/// The bytes of the citations that are told as `unresolvable-citation`.
private struct LeakRanges {
  private let ranges: [Range<Int>]

  init(_ brief: Brief) {
    ranges = brief.citations.filter { $0.form == .leak }.map(\.range)
      .sorted { $0.lowerBound < $1.lowerBound }
  }

  func contain(_ offset: Int) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(offset)
  }
}
