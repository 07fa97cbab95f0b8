/// Sources for reading: what each is, its address, and below it what cites it.
enum SourceText {
  static func bytes(of entries: [SourceCatalog.Entry]) -> [UInt8] {
    Array(entries.map(text).joined(separator: "\n").utf8)
  }

  private static func text(of entry: SourceCatalog.Entry) -> String {
    let facts = [entry.outlet, entry.title, entry.date?.description].compactMap { $0 }
    var lines = ["[\(entry.number)] " + facts.joined(separator: " · "), "    " + entry.url.ascii]
    for use in entry.uses {
      let place = "    \(Sanitizer.line(use.path)):\(use.line)"
      let section = use.section.map { "  " + $0 } ?? ""
      lines.append(place + section + (use.count == 0 ? "  listed only" : "  \(use.count)×"))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
