import BriefModel

/// Dates that cannot be.
enum FutureDate {
  /// A source may be of the next days: briefs are kept up, and the earth is round.
  private static let graceDays = 3

  static func find(_ manuscript: Manuscript) -> [Remark] {
    var remarks: [Remark] = []
    let statement = BriefParser.statedDate(
      of: manuscript.brief, in: manuscript.text, today: manuscript.today)
    let stated = statement?.date
    let today = manuscript.today
    if let statement, days(from: today, to: statement.date) > 1 {
      let what =
        statement.line == nil ? "the name of the file dates the brief" : "the brief is dated"
      remarks.append(
        Remark(
          statement.line ?? manuscript.lineRange(1),
          "\(what) \(statement.date), after today (\(today)); mend the date"))
    }
    guard let end = CalendarDate(year: 2199, month: 12, day: 31) else { return remarks }
    var seen: Set<Int> = []
    for address in manuscript.addresses where seen.insert(address.source).inserted {
      guard let date = URLDate.date(of: address.url, today: end) else { continue }
      if days(from: today, to: date) > 1 {
        remarks.append(
          Remark(
            address.range,
            "\(address.url.shown) is dated \(date), after today (\(today)); "
              + "check that the address is real"))
      } else if let stated, stated <= today, days(from: stated, to: date) > graceDays,
        !isEvent(address.url)
      {
        remarks.append(
          Remark(
            address.range,
            "\(address.url.shown) is dated \(date), after the brief (\(stated)); "
              + "check the date of the brief and the address"))
      }
    }
    return remarks
  }

  /// Whether an address is of something that is announced for its date.
  private static func isEvent(_ url: SourceURL) -> Bool {
    let path = url.path.lowercased()
    return ["event", "meetup", "calendar", "schedule", "conference", "webinar"].contains {
      path.contains($0)
    }
  }

  /// Days from one date to another, months as their last or first day: at the least.
  private static func days(from start: CalendarDate, to end: CalendarDate) -> Int {
    // The number of a month is that of its first day.
    end.dayNumber - start.dayNumber - (start.day == nil ? 30 : 0)
  }
}
