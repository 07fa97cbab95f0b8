/// Tells the name of the outlet from the title where marks part them in one text.
///
/// What a dash or a bar parts is a name wherever it looks like one. Brackets, stops, commas and
/// colons stand in titles as well, so that the name must be known, or close what is dated.
enum OutletBeside {
  typealias Parts = (title: String, outlet: String)

  /// The title and the outlet; nil where no name is found. `isDated` says that a date stood behind
  /// the text, and `isStopped` that a stop ends it.
  static func parts(
    of text: String, _ url: SourceURL, isDated: Bool, isStopped: Bool
  ) -> Parts? {
    dash(in: text, of: url) ?? bracket(in: text, of: url, isDated: isDated)
      ?? colon(in: text, of: url) ?? stop(in: text, of: url, isStopped: isStopped)
      ?? comma(in: text, of: url, isDated: isDated)
  }

  /// `Title - Publisher`, where what stands behind the last dash is a name; `Publisher - Title`, where
  /// the name is that of the host.
  private static func dash(in text: String, of url: SourceURL) -> Parts? {
    for dash in OutletInTitle.dashes where text.holds(dash) {
      let parts = text.split(separator: dash)
      guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
      let end = OutletName.listed(String(last), of: url)
      if end.map({ OutletName.isKnown($0, for: url) }) != true, let name = known(first, url) {
        return (parts.dropFirst().joined(separator: dash), name)
      }
      if let end { return (parts.dropLast().joined(separator: dash), end) }
    }
    return nil
  }

  /// `Title (Publisher)`.
  private static func bracket(in text: String, of url: SourceURL, isDated: Bool) -> Parts? {
    // The last byte of `)` and of `）`: most texts end otherwise, and are looked at no further.
    let end = text.utf8.last { $0 != 0x20 }
    guard end == 0x29 || end == 0x89 else { return nil }
    let text = text.trimmingSpaces
    guard text.last == ")" || text.last == "）",
      let open = text.lastIndex(where: { $0 == "(" || $0 == "（" }), open > text.startIndex,
      let name = OutletName.listed(String(text[open...].dropFirst().dropLast()), of: url),
      isDated || isNamed(name, url)
    else { return nil }
    return (String(text[..<open]).trimmingSpaces, name)
  }

  /// `Publisher: Title`, where the name is that of the host.
  private static func colon(in text: String, of url: SourceURL) -> Parts? {
    for colon in OutletInTitle.colons where text.holds(colon) {
      let parts = text.split(separator: colon, maxSplits: 1)
      // One word may be what the title is about: `Yeast: a short history`, at yeast.example.
      if parts.count == 2, let name = known(parts[0], url),
        name.utf8.contains(0x20) || OutletName.isTold(name, for: url)
      {
        return (String(parts[1]), name)
      }
    }
    return nil
  }

  /// `Title. Publisher.`, where a stop ends the name too, or the name is known; `Publisher. Title.`,
  /// where the name is that of the host.
  static func stop(in text: String, of url: SourceURL, isStopped: Bool) -> Parts? {
    guard text.holds(". ") else { return nil }
    let parts = text.split(separator: ". ").filter { $0.contains { $0.isLetter } }
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
    if parts.count == 2, let name = known(first, url), known(last, url) == nil,
      name.utf8.contains(0x20) || OutletName.isTold(name, for: url)
    {
      return (OutletName.trimmed(String(last)), name)
    }
    guard
      let name = OutletName.listed(String(last), of: url), isStopped || isNamed(name, url),
      parts[parts.count - 2].reversed().prefix(while: \.isLetter).count >= wordLength
    else { return nil }
    return (parts.dropLast().joined(separator: ". "), name)
  }

  /// Shorter words before a stop may be cut short: `Apple vs. Samsung`.
  private static let wordLength = 4

  /// `Title, Publisher` and `Publisher, Title`, where the name is that of the host, or a date stood
  /// behind it.
  private static func comma(in text: String, of url: SourceURL, isDated: Bool) -> Parts? {
    guard text.utf8.contains(0x2C) || text.holds("，") else { return nil }
    let parts = text.split { $0 == "," || $0 == "，" }.filter { $0.contains { $0.isLetter } }
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return nil }
    if let name = OutletName.listed(String(last), of: url),
      isOwn(name, of: url)
        || isDated && (OutletTable.hasName(name) || name.utf8.contains(0x20))
    {
      return (parts.dropLast().joined(separator: ","), name)
    }
    guard parts.count == 2, let name = OutletName.listed(String(first), of: url),
      isOwn(name, of: url)
    else { return nil }
    return (parts.dropFirst().joined(separator: ",").trimmingSpaces, name)
  }

  /// The name in the last of several lines, where it stands apart from those before.
  static func line(in lines: [String], of url: SourceURL, isDated: Bool) -> Parts? {
    guard lines.count > 1, let last = lines.last,
      let name = OutletName.listed(last, of: url),
      isDated || OutletTable.hasName(name) || OutletName.isTold(name, for: url)
        || lines[0].utf8.count <= lineLength
    else { return nil }
    return (lines.dropLast().joined(separator: " "), name)
  }

  /// A longer line may be one that was broken for its length.
  private static let lineLength = 60

  /// Whether a name is the host's own, and not only has a word of it, as a title may.
  private static func isOwn(_ name: String, of url: SourceURL) -> Bool {
    OutletName.isTold(name, for: url)
      || OutletLikeness.areSame(name, String(url.domain.prefix { $0 != "." }))
  }

  /// Whether a name is known, be it of another host: many show what agencies write.
  static func isNamed(_ name: String, _ url: SourceURL) -> Bool {
    OutletName.isKnown(name, for: url) || OutletTable.hasName(name)
      || OutletAliases.domains(of: name) != nil
  }

  /// The name of the outlet before a title, where it is known.
  private static func known(_ text: Substring, _ url: SourceURL) -> String? {
    OutletName.listed(String(text), of: url).flatMap {
      OutletName.isKnown($0, for: url) ? $0 : nil
    }
  }
}

extension String {
  /// Without the spaces around.
  fileprivate var trimmingSpaces: String {
    guard let first = utf8.firstIndex(where: { $0 != 0x20 }),
      let last = utf8.lastIndex(where: { $0 != 0x20 })
    else { return "" }
    return String(self[first..<utf8.index(after: last)])
  }
}
