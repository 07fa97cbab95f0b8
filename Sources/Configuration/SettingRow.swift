import Audit

/// One row of the table that reading, printing and documenting settings are made from.
package struct SettingRow: Sendable {
  /// Names of the table, if any, and of the key.
  package let path: [String]
  /// What may be set, in words.
  package let values: String
  /// Whole sentences that stand above the key.
  package let comment: String
  /// A value to show where the default is that nothing is set.
  let example: String?
  /// The value in TOML; nil where nothing is set.
  let value: @Sendable (Settings) -> TOMLNode?
  /// Takes a value; false where it is not one of those allowed.
  let take: @Sendable (TOMLNode, inout Settings) -> Bool
  /// What of a list that is taken cannot hold; the rest of it does.
  var refused: @Sendable (TOMLNode) -> [TOMLNode] = { _ in [] }

  /// The dotted key.
  package var key: String { path.joined(separator: ".") }
}

extension SettingRow {
  typealias Property<Value> = any WritableKeyPath<Settings, Value> & Sendable

  static func integer(
    _ path: [String], _ property: Property<Int>,
    _ range: ClosedRange<Int>, _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: "an integer from \(range.lowerBound) to \(range.upperBound)",
      comment: comment, example: nil, value: { .integer($0[keyPath: property]) },
      take: { node, settings in
        guard case .integer(let number) = node, range.contains(number) else { return false }
        settings[keyPath: property] = number
        return true
      })
  }

  static func flag(
    _ path: [String], _ property: Property<Bool>, _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: "true or false", comment: comment, example: nil,
      value: { .bool($0[keyPath: property]) },
      take: { node, settings in
        guard case .bool(let flag) = node else { return false }
        settings[keyPath: property] = flag
        return true
      })
  }

  static func automatic(
    _ path: [String], _ property: Property<Settings.Switch>,
    _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: "\"auto\", true or false", comment: comment, example: nil,
      value: { settings in
        switch settings[keyPath: property] {
        case .auto: .string("auto")
        case .on: .bool(true)
        case .off: .bool(false)
        }
      },
      take: { node, settings in
        switch node {
        case .string("auto"): settings[keyPath: property] = .auto
        case .bool(let flag): settings[keyPath: property] = flag ? .on : .off
        case .string, .integer, .array, .table, .other: return false
        }
        return true
      })
  }

  static func choice(
    _ path: [String], _ names: [String], _ property: Property<String>,
    _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: names.map { "\"\($0)\"" }.formattedList, comment: comment,
      example: nil, value: { .string($0[keyPath: property]) },
      take: { node, settings in
        guard let name = node.choice, names.contains(name) else { return false }
        settings[keyPath: property] = name
        return true
      })
  }

  static func choice<Value: RawRepresentable<String> & CaseIterable & Sendable>(
    _ path: [String], _ property: Property<Value>, _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: Value.allCases.map { "\"\($0.rawValue)\"" }.formattedList,
      comment: comment, example: nil, value: { .string($0[keyPath: property].rawValue) },
      take: { node, settings in
        guard let name = node.choice, let value = Value(rawValue: name) else { return false }
        settings[keyPath: property] = value
        return true
      })
  }

  /// How much the findings of a rule matter.
  static func severity(of rule: Rule) -> SettingRow {
    SettingRow(
      path: ["check", rule.name],
      values: Severity.allCases.map { "\"\($0.rawValue)\"" }.formattedList, comment: rule.summary,
      example: nil,
      value: { .string(Audit(severities: $0.severities).severity(of: rule).rawValue) },
      take: { node, settings in
        guard case .string(let name) = node, let severity = Severity(rawValue: name) else {
          return false
        }
        settings.severities.removeAll { $0.rule == rule.name }
        if severity != rule.severity {
          settings.severities.append(RuleSeverity(rule: rule.name, severity: severity))
        }
        return true
      })
  }

  static func text(
    _ path: [String], _ property: Property<String>, _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: "a string that is not empty", comment: comment, example: nil,
      value: { .string($0[keyPath: property]) },
      take: { node, settings in
        guard case .string(let text) = node, !text.isEmpty else { return false }
        settings[keyPath: property] = text
        return true
      })
  }

  static func optionalText(
    _ path: [String], _ property: Property<String?>,
    example: String, _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: "a string", comment: comment, example: example,
      value: { $0[keyPath: property].map(TOMLNode.string) },
      take: { node, settings in
        guard case .string(let text) = node else { return false }
        settings[keyPath: property] = text.isEmpty ? nil : text
        return true
      })
  }

  static func path(
    _ path: [String], _ property: Property<String?>, example: String, _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: "a path that begins with / or ~/", comment: comment, example: example,
      value: { $0[keyPath: property].map(TOMLNode.string) },
      take: { node, settings in
        guard case .string(let text) = node, isPath(text) else { return false }
        settings[keyPath: property] = text
        return true
      })
  }

  static func paths(
    _ path: [String], _ property: Property<[String]>, _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: "a list of paths that begin with / or ~/", comment: comment,
      example: nil, value: { .array($0[keyPath: property].map(TOMLNode.string)) },
      take: { node, settings in
        guard let paths = node.entries(where: isPath) else { return false }
        settings[keyPath: property] = paths
        return true
      },
      refused: { $0.refused(unless: isPath) })
  }

  private static func isPath(_ text: String) -> Bool {
    text.hasPrefix("/") || text.hasPrefix("~/")
  }

  static func list(
    _ path: [String], _ property: Property<[String]>,
    _ comment: String
  ) -> SettingRow {
    SettingRow(
      path: path, values: "a list of strings", comment: comment, example: nil,
      value: { .array($0[keyPath: property].map(TOMLNode.string)) },
      take: { node, settings in
        guard let names = node.entries() else { return false }
        settings[keyPath: property] = names
        return true
      },
      refused: { $0.refused() })
  }
}

extension TOMLNode {
  /// The name of a choice; 8 and true count as "8" and "true".
  fileprivate var choice: String? {
    switch self {
    case .string(let name): name
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "true" : nil
    case .array, .table, .other: nil
    }
  }

  /// The strings of a list that may stand in it; nil for what is no list.
  func entries(where isAllowed: (String) -> Bool = { _ in true }) -> [String]? {
    guard case .array(let nodes) = self else { return nil }
    return nodes.compactMap { node in
      if case .string(let text) = node, isAllowed(text) { text } else { nil }
    }
  }

  /// What may not.
  func refused(unless isAllowed: (String) -> Bool = { _ in true }) -> [TOMLNode] {
    guard case .array(let nodes) = self else { return [] }
    return nodes.filter { node in
      if case .string(let text) = node { !isAllowed(text) } else { true }
    }
  }
}

extension [String] {
  /// `a, b or c`.
  fileprivate var formattedList: String {
    guard count > 1, let last else { return first ?? "" }
    return dropLast().joined(separator: ", ") + " or " + last
  }
}
