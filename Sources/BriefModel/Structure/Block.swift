/// A block of a section, as CommonMark defines it, with GitHub's tables and task lists.
package enum Block: Sendable, Equatable {
  case paragraph([Inline])
  /// A heading inside a quote or a list item; headings outside of these start a `Section`.
  case heading(level: Int, [Inline])
  case list(List)
  case quote([Block])
  case code(CodeBlock)
  case table(Table)
  case rule
}

/// An ordered, bulleted or task list.
package struct List: Sendable, Equatable {
  /// The first number of an ordered list; nil for bullets.
  package var start: Int?
  /// Whether the items stand without blank lines between them.
  package var isTight: Bool
  package var items: [ListItem]

  package init(start: Int? = nil, isTight: Bool = true, items: [ListItem]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// One item of a list.
package struct ListItem: Sendable, Equatable {
  /// Whether the task is done; nil for an item without a box.
  package var isDone: Bool?
  /// The number that stands before an item of an ordered list. CommonMark counts on from the first;
  /// a list of sources that leaves one out does not.
  package var number: Int?
  package var blocks: [Block]

  package init(isDone: Bool? = nil, number: Int? = nil, blocks: [Block]) {
    self.isDone = isDone
    self.number = number
    self.blocks = blocks
  }
}

/// Code to be shown as it stands.
package struct CodeBlock: Sendable, Equatable {
  /// The first word of the fence's info string; nil where there is none.
  package var language: String?
  /// The lines without their ends; tabs are kept.
  package var lines: [String]

  package init(language: String? = nil, lines: [String]) {
    self.language = language
    self.lines = lines
  }
}

/// A table: every row has as many cells as `alignments`.
package struct Table: Sendable, Equatable {
  /// How the cells of a column stand; `natural` where the table does not say.
  package enum Alignment: Sendable, Equatable { case natural, left, center, right }
  /// The content of one cell, in one line.
  package typealias Cell = [Inline]

  package var alignments: [Alignment]
  package var header: [Cell]
  package var rows: [[Cell]]

  package init(alignments: [Alignment], header: [Cell], rows: [[Cell]]) {
    self.alignments = alignments
    self.header = header
    self.rows = rows
  }
}
