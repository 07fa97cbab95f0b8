import BriefModel

/// The facts in the line below the title.
struct BriefFacts {
  let brief: Brief

  init(_ brief: Brief) { self.brief = brief }

  /// `8 February 2025 · 5 sources, 5 outlets · 2 min`.
  func line(isASCII: Bool) -> String {
    var facts: [String] = []
    if let date = brief.date { facts.append(Self.day(date)) }
    if !brief.sources.isEmpty {
      let outlets = Publisher.count(of: brief.sources)
      facts.append(
        "\(Count.of(brief.sources.count, "source")), \(Count.of(outlets, "outlet"))")
    }
    facts.append("\(minutes) min")
    return facts.joined(separator: isASCII ? " - " : " · ")
  }

  /// The date and, where it is not the brief's own, where it is from.
  static func day(_ date: BriefDate) -> String {
    DateText.long(date.date) + origin(date.origin)
  }

  private static func origin(_ origin: BriefDate.Origin) -> String {
    switch origin {
    case .frontMatter, .text, .fileName: ""
    case .sources: " (newest source)"
    case .file: " (file)"
    }
  }

  /// Reading time at 220 words, or 400 wide characters, a minute.
  private var minutes: Int {
    var words = 0
    var wide = 0
    let body = brief.sections.filter { $0.kind == .body }
    for text in [brief.lede.plainText] + body.map(\.blocks.plainText) {
      var isInside = false
      for byte in text.utf8 {
        if byte >= 0xE3 && byte <= 0xED { wide += 1 }
        let isWord = byte > 0x20
        if isWord, !isInside { words += 1 }
        isInside = isWord
      }
    }
    return max(1, Int((Double(words) / 220 + Double(wide) / 400).rounded()))
  }
}

/// A number with its noun.
package enum Count {
  /// `1 brief`, `2 briefs`.
  package static func of(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}

/// Dates as people read them.
enum DateText {
  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  /// `Saturday, 8 February 2025`, or `Today, 8 February 2025`; short `Saturday, 8 Feb`, and with the
  /// year in another than today's.
  static func heading(_ date: CalendarDate, today: CalendarDate?, isShort: Bool = false) -> String {
    guard date.day != nil else { return long(date) }
    let isOfThisYear = date.year == today?.year
    let day =
      !isShort ? long(date) : isOfThisYear ? "\(short(date).drop { $0 == " " })" : medium(date)
    switch today.map({ $0.dayNumber - date.dayNumber }) {
    case 0: return "Today, \(day)"
    case 1: return "Yesterday, \(day)"
    default:
      let weekday = weekdays[((date.dayNumber + 3) % 7 + 7) % 7]
      return isShort && !isOfThisYear ? day : "\(weekday), \(day)"
    }
  }

  private static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  /// `8 February 2025`.
  static func long(_ date: CalendarDate) -> String {
    let month = "\(months[date.month - 1]) \(date.year)"
    return date.day.map { "\($0) \(month)" } ?? month
  }

  /// `8 Feb 2025`.
  static func medium(_ date: CalendarDate) -> String {
    "\(short(date).drop { $0 == " " }) \(date.year)"
  }

  /// Columns of the widest `list` date.
  static let listWidth = 8

  /// `8 Feb` in the year of today, else `Feb 2025`.
  static func list(_ date: CalendarDate, today: CalendarDate?) -> String {
    if let today, today.year != date.year {
      return "\(months[date.month - 1].prefix(3)) \(date.year)"
    }
    return String(short(date).drop { $0 == " " })
  }

  /// ` 8 Feb`, six columns wide; `   Feb` for a month.
  static func short(_ date: CalendarDate) -> String {
    let month = months[date.month - 1].prefix(3)
    guard let day = date.day else { return "   \(month)" }
    return day < 10 ? " \(day) \(month)" : "\(day) \(month)"
  }
}
