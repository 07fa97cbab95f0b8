/// The numbers that a brief uses, so that new ones do not mean something already.
struct TakenNumbers {
  /// The largest; 0 where there are none.
  private(set) var last = 0

  init(_ brief: Brief, _ text: [UInt8], _ style: CitationStyle) {
    for source in brief.sources {
      for entry in source.entries { last = max(last, entry.number ?? 0) }
    }
    var index = 0
    while let open = text[index...].firstIndex(of: 0x5B) {
      index = open + 1
      if index < text.count, text[index] == 0x5E { index += 1 }
      var number = 0
      let start = index
      while index < text.count, text[index].isDigit, index - start < 4 {
        number = number * 10 + Int(text[index] - 0x30)
        index += 1
      }
      if number < 1000, index < text.count, ends(text[index]) { last = max(last, number) }
    }
  }

  /// Whether a number in brackets ends there, or goes on with others.
  private func ends(_ byte: UInt8) -> Bool {
    byte == 0x5D || byte == 0x2C || byte == 0x2D || byte == 0x3B || byte == 0x20 || byte >= 0x80
  }
}
