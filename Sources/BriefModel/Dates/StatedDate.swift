extension BriefParser {
  /// The date that a brief states of itself, be it in the future: in the front matter, or in a line
  /// near the start with a label; nil where there is none.
  package static func statedDate(of brief: Brief) -> CalendarDate? {
    if let date = brief.date, date.origin == .frontMatter { return date.date }
    return CalendarDate(year: 2199, month: 12, day: 31).flatMap { end in
      DatedLine.date(in: brief, title: nil, today: end)
    }
  }
}
