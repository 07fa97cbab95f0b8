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
      if isOutlet(last.behind) { return rest(last.before, of: title) }
      guard let first = title.parted(byLast: false, dash) else { continue }
      if isOutlet(first.before) { return rest(first.behind, of: title) }
    }
    // What a company is called may be what its own page is about: `Nvidia: record sales`.
    for colon in colons where title.holds(colon) && OutletTable.row(of: url)?.kind == .news {
      if let parts = title.parted(byLast: false, colon), isOutlet(parts.before) {
        return rest(parts.behind, of: title)
      }
    }
    guard title.last == ")" || title.last == "）",
      let open = title.lastIndex(where: { $0 == "(" || $0 == "（" }),
      isOutlet(title[title.index(after: open)...].dropLast())
    else { return title }
    return rest(title[..<open], of: title)
  }

  /// Whether a name is that of a part of an outlet: `CNN Business`, of CNN.
  static func isPart(_ name: String, of outlet: String) -> Bool {
    name.hasPrefix(outlet + " ") && name.utf8.count { $0 == 0x20 } <= 2
      && !name.utf8.contains(where: \.isDigit)
  }

  /// What is left of a title; all of it where that has no letter.
  private static func rest(_ part: Substring, of title: String) -> String {
    let rest = OutletName.trimmed(String(part))
    return rest.unicodeScalars.contains(where: \.isLetter) ? rest : title
  }
}
