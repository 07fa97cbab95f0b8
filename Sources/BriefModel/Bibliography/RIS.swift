/// RIS, the tagged format of managers of references:
/// <https://en.wikipedia.org/wiki/RIS_(file_format)>; its lines end in CR LF.
enum RIS {
  static func bytes(of entries: [CitationKeys.Keyed]) -> [UInt8] {
    var output: [UInt8] = []
    for item in entries {
      append("TY", item.isNews ? "NEWS" : "ELEC", to: &output)
      append("ID", item.key, to: &output)
      if let title = item.entry.title { append("TI", title, to: &output) }
      append("T2", item.entry.outlet, to: &output)
      if let date = item.entry.date {
        append("PY", "\(date.year)", to: &output)
        append("DA", day(date), to: &output)
      }
      append("UR", item.entry.url.ascii, to: &output)
      append("ER", "", to: &output)
    }
    return output
  }

  /// Values have no line ends: the sanitiser has made spaces of them.
  private static func append(_ tag: String, _ value: String, to output: inout [UInt8]) {
    output += Array("\(tag)  - \(value)\r\n".utf8)
  }

  /// `2025/02/08/`; what is not known is left empty.
  private static func day(_ date: CalendarDate) -> String {
    let parts = date.description.split(separator: "-")
    return parts.joined(separator: "/") + (parts.count < 3 ? "//" : "/")
  }
}
