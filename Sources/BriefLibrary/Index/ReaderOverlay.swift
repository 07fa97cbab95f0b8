import GRDB

/// What one reader has read, laid over an index that is only read, in the memory of a connection.
///
/// Its tables are temporary ones and hide those of the index by their names, so that every statement
/// for a list, a query, a count or a mark is the same over it: `brief` is a view in which the marks
/// of the reader stand in the place of what the index says, and a change of one goes to `mark`.
enum ReaderOverlay {
  /// Lays it over the index of a connection; of an index that has others, too, only the folders are
  /// seen that are `shown`, where that is said.
  static func lay(over db: Database, showing shown: LibraryRoots?) throws {
    try db.execute(sql: tables)
    guard let hidden = try shown.map({ try folders(of: db, outside: $0) }), !hidden.isEmpty else {
      return try db.execute(sql: briefs(where: "") + counts)
    }
    try db.execute(sql: hiding)
    let statement = try db.makeStatement(sql: "INSERT INTO hidden_folder (id) VALUES (?)")
    for folder in hidden { try statement.execute(arguments: [folder]) }
    let isShown = "WHERE EXISTS (SELECT 1 FROM file WHERE file.brief = own.id)"
    try db.execute(sql: briefs(where: isShown) + shownAlone)
  }

  /// The numbers of the folders that lie elsewhere, by their names alone: who made the index says
  /// where they were found, and may say anything.
  private static func folders(of db: Database, outside shown: LibraryRoots) throws -> [Int64] {
    let rows = try Row.fetchCursor(db, sql: "SELECT id, path FROM main.folder")
    var hidden: [Int64] = []
    while let row = try rows.next() {
      if !shown.holds(try row.decode(atIndex: 1)) { hidden.append(try row.decode(atIndex: 0)) }
    }
    return hidden
  }

  private static let tables = """
    PRAGMA temp_store = MEMORY;
    CREATE TEMP TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE mark (
      brief INTEGER PRIMARY KEY,
      unread INTEGER NOT NULL,
      flags INTEGER NOT NULL
    ) STRICT;
    """

  /// Files and folders but for those that are hidden.
  private static let hiding = """
    CREATE TEMP TABLE hidden_folder (id INTEGER PRIMARY KEY) STRICT;
    CREATE TEMP VIEW folder AS
    SELECT id, path FROM main.folder WHERE id NOT IN (SELECT id FROM hidden_folder);
    CREATE TEMP VIEW file AS
    SELECT * FROM main.file WHERE folder NOT IN (SELECT id FROM hidden_folder);
    """

  /// A brief lies in the first of its folders that is shown.
  private static func briefs(where condition: String) -> String {
    let folder =
      condition.isEmpty
      ? "own.folder"
      : "coalesce((SELECT id FROM folder WHERE id = own.folder), "
        + "(SELECT min(folder) FROM file WHERE file.brief = own.id)) AS folder"
    return """
      CREATE TEMP VIEW brief AS
      SELECT own.id, own.fingerprint, own.title, own.day, own.origin, own.sources, own.outlets,
        own.sections,
        coalesce((SELECT mark.unread FROM mark WHERE mark.brief = own.id), own.unread) AS unread,
        coalesce((SELECT mark.flags FROM mark WHERE mark.brief = own.id), own.flags) AS flags,
        own.parts, \(folder)
      FROM main.brief AS own \(condition);
      CREATE TEMP TRIGGER mark_made INSTEAD OF UPDATE ON brief BEGIN
        REPLACE INTO mark (brief, unread, flags) VALUES (new.id, new.unread, new.flags);
      END;
      """
  }

  private static let counts = """
    CREATE TEMP VIEW counts AS
    SELECT own.briefs, own.unread + change.unread AS unread, own.changed + change.changed AS changed,
      own.starred + change.starred AS starred
    FROM main.counts AS own, (
      SELECT coalesce(sum((mark.flags & 1) - (own.flags & 1)), 0) AS unread,
        coalesce(sum((mark.flags >> 1 & 1) - (own.flags >> 1 & 1)), 0) AS changed,
        coalesce(sum((mark.flags >> 2 & 1) - (own.flags >> 2 & 1)), 0) AS starred
      FROM mark JOIN main.brief AS own ON own.id = mark.brief
    ) AS change;
    """

  /// What the index keeps ready of all briefs, of those that are shown.
  private static let shownAlone = """
    CREATE TEMP VIEW counts AS
    SELECT count(*) AS briefs, coalesce(sum(flags & 1), 0) AS unread,
      coalesce(sum(flags >> 1 & 1), 0) AS changed, coalesce(sum(flags >> 2 & 1), 0) AS starred
    FROM brief;
    CREATE TEMP VIEW use AS
    SELECT naming, brief, citations FROM main.use WHERE brief IN (SELECT id FROM brief);
    CREATE TEMP VIEW source AS
    SELECT * FROM main.source WHERE id IN (
      SELECT naming.source FROM use JOIN naming ON naming.id = use.naming);
    CREATE TEMP VIEW host_month AS
    SELECT source.host AS host, brief.day / 100 AS month, sum(use.citations) AS citations
    FROM use JOIN naming ON naming.id = use.naming
    JOIN main.source AS source ON source.id = naming.source
    JOIN brief ON brief.id = use.brief GROUP BY source.host, brief.day / 100;
    """
}
