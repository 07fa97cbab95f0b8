import BriefModel

/// A value of a TOML document.
package indirect enum TOMLNode: Equatable, Sendable {
  case string(String)
  case integer(Int)
  case bool(Bool)
  case array([TOMLNode])
  case table([String: TOMLNode])
  /// A value that no setting takes, such as a date; holds the name of its type.
  case other(String)

  /// The type in words, for messages.
  package var type: String {
    switch self {
    case .string: "a string"
    case .integer: "an integer"
    case .bool: "true or false"
    case .array: "a list"
    case .table: "a table"
    case .other(let name): "a \(name)"
    }
  }

  /// The value as it is written in TOML.
  package var written: String {
    switch self {
    case .string(let text): Self.quoted(text)
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    case .array(let nodes): "[" + nodes.map(\.written).joined(separator: ", ") + "]"
    case .table(let nodes):
      "{ "
        + nodes.sorted { $0.key < $1.key }.map { "\(Self.key($0)) = \($1.written)" }
        .joined(separator: ", ") + " }"
    case .other(let name): Self.quoted(name)
    }
  }

  /// A key as it is written in TOML: bare where that is possible.
  package static func key(_ name: String) -> String {
    let isBare = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
    return isBare && !name.isEmpty ? name : quoted(name)
  }

  /// Text in quotes; all that no terminal should get is written as an escape.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where !Sanitizer.mayShow(scalar):
        let digits = String(scalar.value, radix: 16)
        let (letter, length) = digits.count > 4 ? ("U", 8) : ("u", 4)
        result += "\\" + letter + String(repeating: "0", count: length - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
