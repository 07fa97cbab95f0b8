/// Takes the name of the outlet out of a title that has it at its start or end:
/// `Reuters — Rice falls`, `Rice falls | Reuters`, `Rice falls (Reuters)`.
enum OutletInTitle {
  /// What parts a title from its outlet.
  static let dashes = [" — ", " – ", " - ", " | ", " · ", "｜", "——"]
  /// What parts an outlet that goes before from its title.
  static let colons = [": ", "："]

  /// The title without the name; the title where nothing else is in it.
  static func removed(from title: String, outlet: String, of url: SourceURL) -> String {
    let isOutlet = { (part: Substring) in
      let name = String(part)
      return OutletLikeness.areSame(name, outlet) || OutletName.isTold(name, for: url)
        || isPart(name, of: outlet)
          && OutletName.listed(name, of: url).map { $0 == name || $0 == outlet } ?? false
    }
    for dash in dashes where title.holds(dash) {
      guard let last = title.parted(byLast: true, dash), !last.before.isEmpty, !last.behind.isEmpty
      else { continue }
      if isOutlet(last.behind) { return joined([last.before], "", else: title) }
      guard let first = title.parted(byLast: false, dash) else { continue }
      if isOutlet(first.before) { return joined([first.behind], "", else: title) }
    }
    // What a company is called may be what its own page is about: `Nvidia: record sales`.
    for colon in colons where title.holds(colon) && OutletTable.row(of: url)?.kind == .news {
      let parts = title.split(separator: colon)
      if parts.count > 1, isOutlet(parts[0]) {
        return joined(parts.dropFirst(), colon, else: title)
      }
    }
    guard title.last == ")" || title.last == "）",
      let open = title.lastIndex(where: { $0 == "(" || $0 == "（" }),
      isOutlet(title[title.index(after: open)...].dropLast())
    else { return title }
    return joined([title[..<open]], "", else: title)
  }

  /// Whether a name is that of a part of an outlet: `CNN Business`, of CNN.
  static func isPart(_ name: String, of outlet: String) -> Bool {
    name.hasPrefix(outlet + " ") && name.utf8.count { $0 == 0x20 } <= 2
      && !name.utf8.contains(where: \.isDigit)
  }

  private static func joined(
    _ parts: ArraySlice<Substring>, _ mark: String, else title: String
  ) -> String {
    let rest = OutletName.trimmed(parts.joined(separator: mark))
    return rest.unicodeScalars.contains(where: \.isLetter) ? rest : title
  }
}
