import Audit
import BriefModel

/// The settings that a file gives, and what of it could not hold.
package struct SettingsFile: Sendable {
  package private(set) var settings = Settings()
  /// In the order of the file.
  package private(set) var problems: [ConfigurationProblem] = []
  private var document: TOMLDocument?

  /// Those that keep from knowing what `[check]` sets: mistakes in it, or a file that is none.
  package var checkProblems: [ConfigurationProblem] {
    problems.filter { $0.setting.isEmpty || $0.setting[0] == "check" }
  }

  /// Those that keep from knowing what is read and where marks go, a file that is none among them.
  package var placeProblems: [ConfigurationProblem] {
    problems.filter { problem in
      problem.setting.first.map { ["folders", "library", "published"].contains($0) } ?? true
    }
  }

  /// Reads a file; without one, or where it cannot be read, all defaults hold.
  package init(path: String?) {
    guard let path else { return }
    do throws(ConfigurationProblem) {
      if let bytes = try TextFile.read(path) { try take(TOMLDocument(bytes, file: path)) }
    } catch {
      problems.append(error)
    }
  }

  /// Takes the content of a file.
  package init(_ bytes: [UInt8], file: String) {
    do throws(ConfigurationProblem) {
      try take(TOMLDocument(bytes, file: file))
    } catch {
      problems.append(error)
    }
  }

  /// A problem with what the file sets, told with its line; nil where it does not set that.
  package func problem(_ setting: [String], _ text: String) -> ConfigurationProblem? {
    document.flatMap { $0.sets(setting) ? $0.problem(setting, text) : nil }
  }

  private mutating func take(_ document: TOMLDocument) {
    self.document = document
    take(document.root, at: [], document)
    problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    settings.keys.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    settings.queries.sort { ($0.line ?? 0) < ($1.line ?? 0) }
  }

  private mutating func take(
    _ table: [String: TOMLNode], at path: [String], _ document: TOMLDocument
  ) {
    for key in table.keys.sorted() {
      guard let node = table[key] else { continue }
      let full = path + [key]
      if let row = Settings.table.first(where: { $0.path == full }) {
        take(node, for: row, document)
      } else if path == ["keys"] {
        takeKeys(node, command: key, document)
      } else if path == ["queries"] {
        takeQuery(node, name: key, document)
      } else if full == ["queries"] {
        takeTable(node, at: full, document)
      } else if Settings.table.contains(where: { $0.path.count > 1 && $0.path.first == full[0] }),
        path.isEmpty
      {
        takeTable(node, at: full, document)
      } else {
        reportUnknown(full, document)
      }
    }
  }

  private mutating func takeTable(_ node: TOMLNode, at path: [String], _ document: TOMLDocument) {
    guard case .table(let table) = node else {
      let name = path.joined(separator: ".")
      return problems.append(document.problem(path, "\(name) is a table; write [\(name)]"))
    }
    take(table, at: path, document)
  }

  private mutating func take(_ node: TOMLNode, for row: SettingRow, _ document: TOMLDocument) {
    if row.take(node, &settings) { return tell(row.refused(node), of: row, document) }
    // `check` ends with a mistake in its own table: nothing holds then.
    let isOfCheck = row.path.first == "check"
    let kept = isOfCheck ? "" : row.value(Settings()).map { "; \($0.written) holds" } ?? ""
    problems.append(
      document.problem(row.path, "\(row.key) must be \(row.values), not \(node.shown)\(kept)"))
  }

  /// Names the entries of a list that cannot hold.
  private mutating func tell(_ refused: [TOMLNode], of row: SettingRow, _ document: TOMLDocument) {
    guard !refused.isEmpty else { return }
    let held = row.value(settings).map { "; \($0.written) holds" } ?? ""
    problems.append(
      document.problem(row.path, "\(row.key) must be \(row.values), \(refused.areNone)\(held)"))
  }

  private mutating func takeKeys(_ node: TOMLNode, command: String, _ document: TOMLDocument) {
    let path = ["keys", command]
    let keys: [String]?
    if case .string(let key) = node { keys = [key] } else { keys = node.entries() }
    let refused = node.refused()
    guard let keys, refused.isEmpty else {
      let fault = refused.isEmpty ? "not \(node.shown)" : refused.areNone
      return problems.append(
        document.problem(path, "keys.\(command) must be a key or a list of keys, \(fault)"))
    }
    settings.keys.append(
      KeySetting(command: command, keys: keys, line: document.line(of: path)))
  }

  private mutating func takeQuery(_ node: TOMLNode, name: String, _ document: TOMLDocument) {
    let path = ["queries", name]
    guard case .string(let query) = node else {
      return problems.append(
        document.problem(path, "queries.\(name) must be a query in quotes, not \(node.shown)"))
    }
    guard !name.isEmpty, !name.contains(where: { "/\"“”".contains($0) || $0.isNewline }) else {
      return problems.append(
        document.problem(path, "the name of a query has no slash and no quotation mark"))
    }
    settings.queries.append(
      QuerySetting(name: name, query: query, line: document.line(of: path)))
  }

  private mutating func reportUnknown(_ path: [String], _ document: TOMLDocument) {
    if path.count == 2, path[0] == "check" {
      return problems.append(document.problem(path, unknownRule(path[1])))
    }
    let name = path.joined(separator: ".")
    let known =
      Settings.table.map(\.key) + Set(Settings.table.compactMap(\.path.first))
      + ["queries"]
    let meant = Suggestion.text(for: name, among: known)
    problems.append(document.problem(path, "there is no setting '\(name)'\(meant)"))
  }

  private func unknownRule(_ name: String) -> String {
    let names = Rule.all.map(\.name)
    let meant = Suggestion.text(for: name, among: names)
    return "there is no rule '\(name)'"
      + (meant.isEmpty ? "; the rules are \(names.joined(separator: ", "))" : meant)
  }
}

extension TOMLNode {
  /// The value where it is short, else its type.
  fileprivate var shown: String {
    switch self {
    case .string, .integer, .bool: written
    case .array, .table, .other: type
    }
  }
}

extension [TOMLNode] {
  /// Says of entries of a list that they may not stand in it.
  fileprivate var areNone: String {
    let names = map(\.shown)
    guard let last = names.last, count > 1 else { return "and \(names.joined()) is none" }
    return "and \(names.dropLast().joined(separator: ", ")) and \(last) are none"
  }
}
