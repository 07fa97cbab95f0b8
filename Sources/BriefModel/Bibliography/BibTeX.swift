/// BibTeX in UTF-8: `@article` for news, with the outlet as its journal, `@misc` for the rest.
enum BibTeX {
  static func bytes(of entries: [CitationKeys.Keyed]) -> [UInt8] {
    Array(entries.map(text).joined(separator: "\n").utf8)
  }

  private static func text(of item: CitationKeys.Keyed) -> String {
    var fields: [(name: String, value: String)] = []
    // The second braces keep the capitals, which most styles take from a title.
    if let title = item.entry.title { fields.append(("title", "{\(escaped(title))}")) }
    let outlet = escaped(item.entry.outlet)
    fields.append(item.isNews ? ("journal", "{\(outlet)}") : ("howpublished", "{\(outlet)}"))
    if item.isNews { fields.append(("entrysubtype", "newspaper")) }
    if let date = item.entry.date {
      fields.append(("year", "\(date.year)"))
      fields.append(("month", "\(date.month)"))
      if let day = date.day { fields.append(("day", "\(day)")) }
    }
    // Verbatim: a checked address in ASCII has neither braces nor backslashes.
    fields.append(("url", item.entry.url.ascii))
    let lines = fields.map { "  \($0.name) = {\($0.value)}" }.joined(separator: ",\n")
    return "@\(item.isNews ? "article" : "misc"){\(item.key),\n\(lines)\n}\n"
  }

  /// Text in TeX's own writing. Braces come in pairs, as BibTeX counts even those after a backslash;
  /// marks that would join (`--` becomes a dash) are kept apart.
  static func escaped(_ text: String) -> String {
    var output = ""
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": output += "\\textbackslash{}"
      case "{": output += "\\textbraceleft{}"
      case "}": output += "\\textbraceright{}"
      case "~": output += "\\textasciitilde{}"
      case "^": output += "\\textasciicircum{}"
      case "<": output += "\\textless{}"
      case ">": output += "\\textgreater{}"
      case "|": output += "\\textbar{}"
      case "\"": output += "\\textquotedbl{}"
      case "#", "$", "%", "&", "_": output += "\\\(scalar)"
      case "-", "'", "`", ",": output += last == scalar ? "{}\(scalar)" : "\(scalar)"
      default: output.unicodeScalars.append(scalar)
      }
      last = scalar
    }
    return output
  }
}
