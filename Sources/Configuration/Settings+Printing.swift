extension Settings {
  /// The effective settings as a TOML file with comments; reading it gives the same settings.
  package var printed: String {
    var lines = ["# Settings of Broadsheet, as they are in effect."]
    var table: [String] = []
    for row in Settings.table {
      let parent = Array(row.path.dropLast())
      lines.append("")
      if parent != table {
        lines += ["[\(parent.map(TOMLNode.key).joined(separator: "."))]", ""]
        table = parent
      }
      lines += row.printed(self)
    }
    lines += keys.map { setting in
      let names = TOMLNode.array(setting.keys.map(TOMLNode.string))
      return "\(TOMLNode.key(setting.command)) = \(names.written)"
    }
    lines += [
      "", "[queries]", "",
      "# \(QuerySetting.comment)",
      "# Takes \(QuerySetting.values).",
    ]
    lines +=
      queries.isEmpty
      ? ["# strikes = \"strike* -baseball\""]
      : queries.map { "\(TOMLNode.key($0.name)) = \(TOMLNode.string($0.query).written)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension SettingRow {
  fileprivate func printed(_ settings: Settings) -> [String] {
    let name = path.last.map(TOMLNode.key) ?? ""
    let line =
      value(settings).map { "\(name) = \($0.written)" }
      ?? "# \(name) = \(TOMLNode.string(example ?? "").written)"
    return ["# \(comment)", "# Takes \(values).", line]
  }
}
