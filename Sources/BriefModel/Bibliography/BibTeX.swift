/// BibTeX in UTF-8: `@article` for news, with the outlet as its journal, `@online` for the rest.
enum BibTeX {
  static func bytes(of entries: [CitationKeys.Keyed]) -> [UInt8] {
    Array(entries.map(text).joined(separator: "\n").utf8)
  }

  private static func text(of item: CitationKeys.Keyed) -> String {
    var fields: [(name: String, value: String)] = []
    // The second braces keep the capitals, which most styles take from a title.
    if let title = item.entry.title { fields.append(("title", "{\(escaped(title))}")) }
    fields.append((item.isNews ? "journal" : "organization", escaped(item.entry.outlet)))
    if item.isNews { fields.append(("entrysubtype", "newspaper")) }
    if let date = item.entry.date {
      fields.append(("year", "\(date.year)"))
      fields.append(("month", "\(date.month)"))
      if let day = date.day { fields.append(("day", "\(day)")) }
    }
    // Verbatim: a checked address in ASCII has neither braces nor backslashes.
    fields.append(("url", item.entry.url.ascii))
    let lines = fields.map { "  \($0.name) = {\($0.value)}" }.joined(separator: ",\n")
    return "@\(item.isNews ? "article" : "online"){\(item.key),\n\(lines)\n}\n"
  }

  /// Text in TeX's own writing.
  ///
  /// BibTeX counts braces even after a backslash, so that those without a partner have a name.
  /// Marks that would join (`--` becomes a dash) are kept apart.
  static func escaped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    let pairs = pairedBraces(scalars)
    var output = ""
    var last: Unicode.Scalar?
    for (place, scalar) in scalars.enumerated() {
      switch scalar {
      case "\\": output += "\\textbackslash{}"
      case "{": output += pairs.contains(place) ? "\\{" : "\\textbraceleft{}"
      case "}": output += pairs.contains(place) ? "\\}" : "\\textbraceright{}"
      case "~": output += "\\textasciitilde{}"
      case "^": output += "\\textasciicircum{}"
      case "<": output += "\\textless{}"
      case ">": output += "\\textgreater{}"
      case "#", "$", "%", "&", "_": output += "\\\(scalar)"
      case "-", "'", "`", ",": output += last == scalar ? "{}\(scalar)" : "\(scalar)"
      default: output.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return output
  }

  /// The places of braces that have a partner: some programs know only these.
  private static func pairedBraces(_ scalars: [Unicode.Scalar]) -> Set<Int> {
    var open: [Int] = []
    var pairs: Set<Int> = []
    for (place, scalar) in scalars.enumerated() {
      if scalar == "{" { open.append(place) }
      if scalar == "}", let partner = open.popLast() { pairs.formUnion([partner, place]) }
    }
    return pairs
  }
}
