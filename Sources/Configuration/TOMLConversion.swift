import TOMLKit

/// Turns the parser's tree into values of our own; the parser's nodes point into their document.
enum TOMLConversion {
  static func table(_ table: TOMLTable) -> [String: TOMLNode] {
    var nodes: [String: TOMLNode] = [:]
    for key in table.keys {
      if let value = table[key] { nodes[key] = node(value) }
    }
    return nodes
  }

  private static func node(_ value: any TOMLValueConvertible) -> TOMLNode {
    switch value.type {
    case .string: value.string.map(TOMLNode.string) ?? .other("string")
    case .int: value.int.map(TOMLNode.integer) ?? .other("integer")
    case .bool: value.bool.map(TOMLNode.bool) ?? .other("boolean")
    case .array: .array(value.array.map { $0.map { node($0) } } ?? [])
    case .table: .table(value.table.map(table) ?? [:])
    case .double: .other("number with a fraction")
    case .date, .time, .dateTime: .other("date or time")
    }
  }
}
