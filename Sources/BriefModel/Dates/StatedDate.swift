extension BriefParser {
  /// The date that a brief states of itself, be it in the future, and the bytes of the line that
  /// states it: in the front matter, in a line near the start with a label, or else in the file's
  /// name where that is of the future, which has no line; nil where there is none.
  package static func statedDate(
    of brief: Brief, in text: [UInt8], today: CalendarDate
  ) -> (date: CalendarDate, line: Range<Int>?)? {
    text.withUnsafeBufferPointer { text in
      let bom = text.has("\u{FEFF}", at: 0) ? 3 : 0
      let frontMatter = FrontMatter(text, from: bom)
      if let frontMatter, let date = frontMatter.date {
        return (date, frontMatter.dateLine(in: text, from: bom))
      }
      if let end = CalendarDate(year: 2199, month: 12, day: 31),
        let date = DatedLine.date(in: brief, title: nil, today: end)
      {
        return (date, DatedLine.line(of: date, in: text, from: frontMatter?.end ?? bom))
      }
      guard let date = TextDate.first(in: fileName(of: brief.path)), date > today else {
        return nil
      }
      return (date, nil)
    }
  }
}

extension DatedLine {
  /// The bytes of the line that gives a date: the first with a label, else the first that has it
  /// and is no heading.
  static func line(of date: CalendarDate, in text: Bytes, from start: Int) -> Range<Int>? {
    var first: Range<Int>?
    for line in text.lines(from: start) {
      let bytes = text.slice(line)
      guard TextDate.first(in: bytes, where: { $0 == date }) != nil else { continue }
      let plain = String(bytes.text.filter { !"*_`".contains($0) })
      if labelled(plain) == date { return line }
      if first == nil, bytes.first != 0x23 { first = line }
    }
    return first
  }
}

extension FrontMatter {
  /// The bytes of the line that has the date: that of its field, else the first that has it.
  func dateLine(in text: Bytes, from start: Int) -> Range<Int>? {
    let lines = text.slice(0..<end).lines(from: start).filter {
      TextDate.first(in: text.slice($0), where: { $0 == date }) != nil
    }
    let field = FrontMatter.dateNames.lazy.compactMap { name in
      lines.first { line in
        let start = text.slice(line).text.lowercased().drop { $0 == "\"" || $0 == "'" || $0 == " " }
        return start.hasPrefix(name)
          && start.dropFirst(name.count).first.map { "\"': =".contains($0) } == true
      }
    }
    return field.first ?? lines.first
  }
}

extension UnsafeBufferPointer where Element == UInt8 {
  /// The lines from an offset on, without their ends and the spaces around them.
  fileprivate func lines(from start: Int) -> some Sequence<Range<Int>> {
    sequence(state: start) { next -> Range<Int>? in
      guard next < count else { return nil }
      let end = firstIndex(of: 0x0A, from: next) ?? count
      var line = next..<end
      while let last = line.last, self[last].isWhitespace { line = line.dropLast() }
      while let first = line.first, self[first].isWhitespace { line = line.dropFirst() }
      next = end + 1
      return line
    }
  }
}
