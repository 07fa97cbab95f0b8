/// Finds the day of a brief: in the front matter, a dated line, the file's name, the sources, or
/// the file's time.
struct BriefDating {
  let frontMatter: CalendarDate?
  let fileName: String
  let modified: CalendarDate?
  let today: CalendarDate

  func date(of brief: Brief, title: String?) -> BriefDate? {
    if let frontMatter { return BriefDate(frontMatter, origin: .frontMatter) }
    if let date = DatedLine.date(in: brief, title: title, today: today) {
      return BriefDate(date, origin: .text)
    }
    if let date = TextDate.first(in: fileName), date <= today {
      return BriefDate(date, origin: .fileName)
    }
    if let date = brief.sources.lazy.compactMap(\.date).max() {
      return BriefDate(date, origin: .sources)
    }
    return modified.map { BriefDate($0, origin: .file) }
  }
}
