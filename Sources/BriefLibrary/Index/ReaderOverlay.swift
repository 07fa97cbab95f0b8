import GRDB

/// What one reader has read, laid over an index that is only read, in the memory of a connection.
///
/// Its tables are temporary ones and hide those of the index by their names, so that every statement
/// for a list, a query, a count or a mark is the same over it: `brief` is a view in which the marks
/// of the reader stand in the place of what the index says, and a change of one goes to `mark`.
enum ReaderOverlay {
  /// Lays it over the index of a connection; nothing is read then.
  static func lay(over db: Database) throws { try db.execute(sql: tables) }

  private static let tables = """
    PRAGMA temp_store = MEMORY;
    CREATE TEMP TABLE meta (key TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE mark (
      brief INTEGER PRIMARY KEY,
      unread INTEGER NOT NULL,
      flags INTEGER NOT NULL
    ) STRICT;
    CREATE TEMP VIEW brief AS
    SELECT own.id, own.fingerprint, own.title, own.day, own.origin, own.sources, own.outlets,
      own.sections,
      coalesce((SELECT mark.unread FROM mark WHERE mark.brief = own.id), own.unread) AS unread,
      coalesce((SELECT mark.flags FROM mark WHERE mark.brief = own.id), own.flags) AS flags,
      own.parts, own.folder
    FROM main.brief AS own;
    CREATE TEMP TRIGGER mark_made INSTEAD OF UPDATE ON brief BEGIN
      REPLACE INTO mark (brief, unread, flags) VALUES (new.id, new.unread, new.flags);
    END;
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
}
