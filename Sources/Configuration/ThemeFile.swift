import BriefModel
import Cells

/// The content of one theme file: what it says, before names of colours and what it inherits are
/// resolved.
struct ThemeFile: Sendable {
  /// A style and the file that it stands in, so that an unknown colour can be told with its line.
  struct Entry: Sendable {
    var style: ThemeStyle
    var document: TOMLDocument
    var path: [String]
  }

  let name: String
  let file: String
  private(set) var description = ""
  private(set) var inherits: String?
  private var document: TOMLDocument?
  private(set) var palette: [String: Color] = [:]
  private(set) var roles: [Role: Entry] = [:]
  private(set) var problems: [ConfigurationProblem] = []

  /// Takes what can be taken; a file that is no TOML gives one problem and nothing else.
  init(_ bytes: [UInt8], name: String, file: String) {
    self.name = name
    self.file = file
    do throws(ConfigurationProblem) {
      let document = try TOMLDocument(bytes, file: file)
      self.document = document
      take(document)
      problems.sort { ($0.line ?? 0) < ($1.line ?? 0) }
    } catch {
      problems.append(error)
    }
  }

  /// Stands for a file that could not be read.
  init(problem: ConfigurationProblem, name: String, file: String) {
    self.name = name
    self.file = file
    problems = [problem]
  }

  /// A problem with what the theme inherits.
  func problemWithParent(_ text: String) -> ConfigurationProblem {
    document?.problem(["inherits"], text) ?? ConfigurationProblem(file: file, text)
  }

  private mutating func take(_ document: TOMLDocument) {
    for key in document.root.keys.sorted() {
      switch (key, document.root[key]) {
      case ("description", .string(let text)): description = text
      case ("inherits", .string(let parent)): inherits = parent
      case ("palette", .table(let table)): takePalette(table, document)
      case ("roles", .table(let table)): takeRoles(table, at: [], document)
      case ("description", _), ("inherits", _):
        problems.append(document.problem([key], "\(key) must be a string"))
      case ("palette", _), ("roles", _):
        problems.append(document.problem([key], "\(key) is a table; write [\(key)]"))
      default:
        let known = ["description", "inherits", "palette", "roles"]
        let meant = Suggestion.text(for: key, among: known)
        problems.append(document.problem([key], "a theme has no '\(key)'\(meant)"))
      }
    }
  }

  private mutating func takePalette(_ table: [String: TOMLNode], _ document: TOMLDocument) {
    for key in table.keys.sorted() {
      let path = ["palette", key]
      if ThemeColor.parse(key) != nil || ["on", ""].contains(key) || key.contains(" ")
        || ThemeStyle.attributeNames.contains(where: { $0.name == key })
      {
        problems.append(document.problem(path, "'\(key)' cannot name a colour; choose another"))
      } else if let color = table[key].flatMap(ThemeColor.parse) {
        palette[key] = color
      } else {
        let text = "\(key) must be \"#rrggbb\", 0 to 15, a colour's name or \"terminal\""
        problems.append(document.problem(path, text))
      }
    }
  }

  /// Role names are quoted keys, `"text.dim"`; dotted keys without quotes come as tables.
  private mutating func takeRoles(
    _ table: [String: TOMLNode], at path: [String], _ document: TOMLDocument
  ) {
    for key in table.keys.sorted() {
      guard let node = table[key] else { continue }
      let full = path + [key]
      guard case .table(let inner) = node else {
        takeRole(node, at: full, document)
        continue
      }
      let isPart = { (name: String, node: TOMLNode) in
        ["fg", "bg"].contains(name) || !(node.isTable || node.isString)
      }
      let own = inner.filter(isPart)
      if !own.isEmpty || inner.isEmpty { takeRole(.table(own), at: full, document) }
      takeRoles(inner.filter { !isPart($0.key, $0.value) }, at: full, document)
    }
  }

  private mutating func takeRole(_ node: TOMLNode, at path: [String], _ document: TOMLDocument) {
    let name = path.joined(separator: ".")
    guard let role = Role(rawValue: name) else {
      let meant = Suggestion.text(for: name, among: Role.allCases.map(\.rawValue))
      problems.append(document.problem(["roles"] + path, "there is no role '\(name)'\(meant)"))
      return
    }
    do throws(ThemeStyleError) {
      let style: ThemeStyle
      switch node {
      case .string(let text): style = try ThemeStyle(short: text)
      case .table(let table): style = try ThemeStyle(table: table)
      case .integer, .bool, .array, .other:
        throw ThemeStyleError(text: "a style is a string or a table, not \(node.type)")
      }
      roles[role] = Entry(style: style, document: document, path: ["roles"] + path)
    } catch {
      problems.append(document.problem(["roles"] + path, "\(name): \(error.text)"))
    }
  }
}

extension TOMLNode {
  fileprivate var isTable: Bool { if case .table = self { true } else { false } }
  fileprivate var isString: Bool { if case .string = self { true } else { false } }
}
