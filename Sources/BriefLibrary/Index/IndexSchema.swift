extension Schema {
  /// The index's; its `application_id` is "Brdx" in ASCII.
  ///
  /// Everything in it can be made again, so no file of an earlier version is brought forward: a
  /// change of these tables goes with another name of the file (`BriefIndex.fileName`).
  ///
  /// - `brief.flags` are `BriefFlags`, `brief.day` is `CalendarDate.code` or 0.
  /// - `brief.id` counts from a number that is another in each index, as readers may still show briefs
  ///   of one that was removed by theirs. It is below 2^27, as larger ones take more room.
  /// - `brief.origin` is `BriefDate.Origin`; of one day, briefs that are dated by their file alone
  ///   stand last.
  /// - `brief.folder` is that of the first of its paths.
  /// - `file.gone` is the number of an archived brief that the file was the last of, or 0: others may
  ///   be put there under the name; `text` has the deflated texts of those that are not,
  ///   where they are to be archived.
  /// - The indices of `brief` hold all that the order of a list needs.
  /// - `naming` is what briefs call a source: several rows where they do not agree.
  /// - `host` are `PublishingHost`s; `outlet` is the name of each, by the votes of the briefs.
  /// - `place` are `FolderPlace`s.
  /// - `words` gathers the words of a whole batch (`hashsize`, in bytes) before it writes them.
  /// - `words` keeps no text, so that rows of briefs that are gone stay behind, found by no join;
  ///   `WordsRenewal` takes them out.
  static let index = Schema(
    applicationID: 0x4272_6478,
    givesBackRoom: true,
    steps: [
      """
      CREATE TABLE meta (
        key TEXT PRIMARY KEY,
        value ANY
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE folder (
        id INTEGER PRIMARY KEY,
        path TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE place (
        path TEXT PRIMARY KEY,
        root TEXT NOT NULL,
        device INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE brief (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        fingerprint BLOB NOT NULL UNIQUE,
        title TEXT NOT NULL,
        day INTEGER NOT NULL,
        origin TEXT,
        sources INTEGER NOT NULL,
        outlets INTEGER NOT NULL,
        sections INTEGER NOT NULL,
        unread INTEGER NOT NULL,
        flags INTEGER NOT NULL,
        parts BLOB NOT NULL,
        folder INTEGER NOT NULL REFERENCES folder
      ) STRICT;
      INSERT INTO sqlite_sequence (name, seq) VALUES ('brief', random() & 0x7FFFFFF);
      CREATE INDEX brief_by_state
        ON brief (flags & 1 DESC, day DESC, origin IS 'file', id DESC, flags);
      CREATE INDEX brief_by_folder
        ON brief (folder, flags & 1 DESC, day DESC, origin IS 'file', id DESC, flags);
      CREATE INDEX brief_by_day ON brief (day DESC, origin IS 'file', id DESC, flags);
      CREATE TABLE counts (
        briefs INTEGER NOT NULL,
        unread INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        starred INTEGER NOT NULL
      ) STRICT;
      INSERT INTO counts VALUES (0, 0, 0, 0);
      CREATE TRIGGER brief_added AFTER INSERT ON brief BEGIN
        UPDATE counts SET briefs = briefs + 1, unread = unread + (new.flags & 1),
          changed = changed + (new.flags >> 1 & 1), starred = starred + (new.flags >> 2 & 1);
      END;
      CREATE TRIGGER brief_removed AFTER DELETE ON brief BEGIN
        UPDATE counts SET briefs = briefs - 1, unread = unread - (old.flags & 1),
          changed = changed - (old.flags >> 1 & 1), starred = starred - (old.flags >> 2 & 1);
      END;
      CREATE TRIGGER brief_marked AFTER UPDATE OF flags ON brief
      WHEN new.flags <> old.flags BEGIN
        UPDATE counts SET unread = unread + (new.flags & 1) - (old.flags & 1),
          changed = changed + (new.flags >> 1 & 1) - (old.flags >> 1 & 1),
          starred = starred + (new.flags >> 2 & 1) - (old.flags >> 2 & 1);
      END;
      CREATE TABLE file (
        folder INTEGER NOT NULL REFERENCES folder,
        name TEXT NOT NULL,
        gone INTEGER NOT NULL DEFAULT 0,
        size INTEGER NOT NULL,
        modified INTEGER NOT NULL,
        inode INTEGER NOT NULL,
        brief INTEGER REFERENCES brief,
        failure TEXT,
        PRIMARY KEY (folder, name, gone)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX file_by_brief ON file (brief);
      CREATE INDEX file_that_is_gone ON file (folder) WHERE gone;
      CREATE TABLE text (
        brief INTEGER PRIMARY KEY REFERENCES brief,
        size INTEGER NOT NULL,
        data BLOB NOT NULL
      ) STRICT;
      CREATE TABLE outlet (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE
      ) STRICT;
      CREATE TABLE host (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        outlet INTEGER NOT NULL REFERENCES outlet
      ) STRICT;
      CREATE INDEX host_by_outlet ON host (outlet);
      CREATE TABLE host_vote (
        host INTEGER NOT NULL REFERENCES host ON DELETE CASCADE,
        outlet INTEGER NOT NULL,
        briefs INTEGER NOT NULL,
        PRIMARY KEY (host, outlet)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE host_month (
        host INTEGER NOT NULL REFERENCES host ON DELETE CASCADE,
        month INTEGER NOT NULL,
        citations INTEGER NOT NULL,
        PRIMARY KEY (host, month)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE source (
        id INTEGER PRIMARY KEY,
        key INTEGER NOT NULL UNIQUE,
        url TEXT NOT NULL,
        host INTEGER NOT NULL REFERENCES host
      ) STRICT;
      CREATE INDEX source_by_host ON source (host);
      CREATE TABLE naming (
        id INTEGER PRIMARY KEY,
        source INTEGER NOT NULL REFERENCES source,
        outlet INTEGER NOT NULL REFERENCES outlet,
        title TEXT,
        day INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX naming_by_source ON naming (source);
      CREATE INDEX naming_by_outlet ON naming (outlet);
      CREATE TABLE use (
        naming INTEGER NOT NULL,
        brief INTEGER NOT NULL,
        citations INTEGER NOT NULL,
        PRIMARY KEY (naming, brief)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX use_by_brief ON use (brief);
      """ + words(named: "words")
    ])

  /// Makes a table of words.
  static func words(named name: String) -> String {
    """
    CREATE VIRTUAL TABLE \(name) USING fts5 (
      title, headings, body, content = '', tokenize = 'broadsheet'
    );
    INSERT INTO \(name) (\(name), rank) VALUES ('hashsize', 8388608);
    """
  }
}
