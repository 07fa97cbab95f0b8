/// What the columns of a table of sources hold: by their headers, else by what their cells are.
struct SourceColumns {
  private var fields: [EntryField?]
  /// Whether a column holds titles, or links that have them, so that no other text is one.
  private var isTitled: Bool { fields.contains(.title) }

  /// What the headers alone say.
  init(headersOf table: Table) { fields = table.header.map { EntryField(named: $0.plainText) } }

  init(_ table: Table, _ links: [WebLink]) {
    self.init(headersOf: table)
    guard !fields.contains(.outlet), !fields.contains(.source) else { return }
    for column in fields.indices where fields[column] == nil {
      fields[column] = SourceColumns.field(of: column, in: table, links)
    }
  }

  /// What most cells of a column without a known header are: names of the outlets of their rows'
  /// links, or dates.
  private static func field(
    of column: Int, in table: Table, _ links: [WebLink]
  ) -> EntryField? {
    var (rows, names, dates) = (0, 0, 0)
    for row in table.rows where column < row.count && !row[column].haveCitation {
      guard let link = row.lazy.compactMap(\.firstLink).first else { continue }
      let text = row[column].plainText
      rows += 1
      if let name = OutletName.listed(text, of: links[link].url),
        OutletName.isKnown(name, for: links[link].url)
      {
        names += 1
      } else if text.utf8.count <= dateLimit, TextDate.first(in: text) != nil {
        dates += 1
      }
    }
    if rows > 0, 2 * names > rows { return .outlet }
    return rows > 0 && 2 * dates > rows ? .date : nil
  }

  /// The most bytes of a cell that is a date.
  private static let dateLimit = 24

  /// Whether the header of a column says that it names outlets.
  func haveOutlet(_ column: Int) -> Bool {
    column < fields.count && fields[column]?.isOfOutlet == true
  }

  /// What a row that cites says of the only link in it, where that stands in a column of addresses or
  /// of outlets, and a title in another.
  func naming(of row: [Table.Cell], _ links: [WebLink]) -> (link: Int, text: EntryText)? {
    guard isTitled else { return nil }
    let linked = row.indices.filter { row[$0].haveCitation }
    guard linked.count == 1, let column = linked.first, column < fields.count,
      let field = fields[column],
      field == .address || field.isOfOutlet, let link = row[column].firstLink
    else { return nil }
    let notes = notes(of: row).filter {
      $0.field == .date
        || $0.field == .title && TitleLabels.title(in: $0.text, of: links[link].url) != nil
    }
    return (link, EntryText(prefix: "", label: "", suffix: "", notes: notes))
  }

  /// The number of a row: in the column for it, else in its first cell.
  func number(of row: [Table.Cell]) -> Int? {
    let column = fields.firstIndex(of: .number) ?? 0
    return column < row.count ? ListNumber.read(row[column].plainText) : nil
  }

  /// The cells that say of the row's links what a line of a list does: those with links, and where
  /// no column holds titles those whose columns say nothing.
  func text(of row: [Table.Cell], isNumbered: Bool) -> [Table.Cell] {
    row.indices.filter { column in
      if row[column].haveCitation || row[column].contains(where: { $0.mark != nil }) { return true }
      let isNumber = isNumbered && column == fields.firstIndex(of: .number) ?? 0
      return !isNumber && fields[column] == nil && !isTitled
    }.map { row[$0] }
  }

  /// What the cells without links are whose columns say so.
  func notes(of row: [Table.Cell]) -> [EntryNote] {
    row.indices.compactMap { column in
      guard column < fields.count, let field = fields[column], !row[column].haveCitation else {
        return nil
      }
      return EntryNote(field: field, text: row[column].plainText)
    }
  }
}

extension [Inline] {
  /// The first link in these, as an index into the links of the document.
  fileprivate var firstLink: Int? {
    for inline in self {
      switch inline {
      case .citation(let index, let label):
        if index >= 0 { return index }
        if let link = label.firstLink { return link }
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner):
        if let link = inner.firstLink { return link }
      case .link(let link): if let inner = link.label.firstLink { return inner }
      case .text, .code, .image, .softBreak, .lineBreak: break
      }
    }
    return nil
  }
}
