/// A block that holds blocks and is still open.
struct Container {
  enum Kind {
    case quote
    case list(start: Int?, isTight: Bool)
    case item(isDone: Bool?)
  }

  let kind: Kind
  var blocks: [Block] = []
  /// The number that an item of an ordered list has in the file.
  var number: Int?
  /// The items of a list.
  var items: [ListItem] = []

  init(_ kind: Kind) { self.kind = kind }

  /// Whether it nests what it holds by one level: an item is of its list's.
  var isLevel: Bool {
    switch kind {
    case .quote, .list: true
    case .item: false
    }
  }
}

/// A block of text that is still open.
enum Leaf {
  case paragraph
  case heading(level: Int)
  case code(language: String?)
  case html
  case cell
}

/// A table that is still open.
struct OpenTable {
  var alignments: [Table.Alignment] = []
  var header: [Table.Cell] = []
  var rows: [[Table.Cell]] = []
  var row: [Table.Cell] = []
  var isInHeader = false
}
