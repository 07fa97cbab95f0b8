/// The lines of a table in the program, sorted by the bytes of their first field, the key, that a
/// tab ends; they are searched where they lie, and nothing is built of them.
struct SortedLines {
  private let table: Bytes

  init(_ table: Bytes) { self.table = table }

  /// Gives the first line of a key and those behind it with the same, without their ends, until
  /// `body` returns false.
  func forEach(of key: Bytes, _ body: (Bytes) -> Bool) {
    var start = firstLine(from: key)
    while start < table.count, order(of: key, andLineAt: start) == 0 {
      let end = table.firstIndex(of: 0x0A, from: start) ?? table.count
      guard body(table.slice(start..<end)) else { return }
      start = end + 1
    }
  }

  /// Halves the table down to the first line whose key does not go before another.
  private func firstLine(from key: Bytes) -> Int {
    var low = 0
    var high = table.count
    while low < high {
      var start = low + (high - low) / 2
      while start > low, table[start - 1] != 0x0A { start -= 1 }
      if order(of: key, andLineAt: start) <= 0 {
        high = start
      } else {
        low = table.firstIndex(of: 0x0A, from: start).map { $0 + 1 } ?? high
      }
    }
    return low
  }

  /// Negative where the key goes before that of the line, positive where it goes after it.
  private func order(of key: Bytes, andLineAt start: Int) -> Int {
    var index = 0
    while index < key.count, start + index < table.count, key[index] == table[start + index] {
      index += 1
    }
    // A tab ends the line's key; it goes before every byte of a key, as a shorter key does.
    let own = index < key.count ? Int(key[index]) : 0x09
    return start + index < table.count ? own - Int(table[start + index]) : own
  }
}
