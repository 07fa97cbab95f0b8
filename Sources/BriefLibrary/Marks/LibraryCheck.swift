import BriefModel
import GRDB

/// Whether the library and its index are in order, found without changing them.
package struct LibraryCheck: Sendable {
  /// What there is: a name and a value.
  package private(set) var facts: [(name: String, value: String)] = []
  /// What is wrong, each with what to do.
  package private(set) var problems: [String] = []
  /// Whether pages of the library are damaged, so that a backup should take its place.
  package private(set) var isLibraryDamaged = false

  /// Looks through the library at a path, and the index beside it.
  package init(library path: String) {
    let library = AbsolutePath.of(path)
    let index = BriefIndex.path(besideLibrary: library)
    if let loss = LibraryLoss(library: library) {
      isLibraryDamaged = true
      facts.append(("library", Sanitizer.line(library)))
      problems.append("\(Sanitizer.line(library)): \(loss.words); \(Self.restore(loss))")
    } else {
      isLibraryDamaged = check(
        library, .library, "library", Self.libraryRows, remedy: Self.restore,
        copies: LibraryBackups(library: library))
    }
    if !isLibraryDamaged { checkTexts(library) }
    let backups = LibraryBackups(library: library).paths
    facts.append(("backups", backups.isEmpty ? "none" : "\(backups.count)"))
    for backup in backups {
      let isIntact = LibraryCopy.isIntact(backup)
      facts.append(("backup", Sanitizer.line(backup) + (isIntact ? "" : " (damaged)")))
      if !isIntact { problems.append("\(Sanitizer.line(backup)): is damaged; remove it") }
    }
    _ = check(index, .index, "index", Self.indexRows, remedy: "remove it, and run broadsheet index")
    let unreadable = try? ReadOnlyFile(path: index, schema: .index).read { db in
      try UnreadableFiles(db, limit: Self.namedFiles)
    }
    facts += (unreadable?.lines ?? []).map { ("    cannot be read", $0) }
  }

  /// As many files that cannot be read are named.
  private static let namedFiles = 200

  private static let restore =
    "run broadsheet doctor --restore-library, which keeps it aside and puts the newest backup there"

  /// Unpacks all texts, which have sums of their own: a bit that flipped in a page shows in no other
  /// way.
  private mutating func checkTexts(_ library: String) {
    let file = ReadOnlyFile(path: library, schema: .library)
    let sql = "SELECT size, text FROM revision UNION ALL SELECT size, text FROM archive"
    let count = try? file.read { db in
      let rows = try Row.fetchCursor(db, sql: sql)
      var count = 0
      while let row = try rows.next() {
        if try row.deflatedText().text == nil { count += 1 }
      }
      return count
    }
    guard let count, count > 0 else { return }
    problems.append(
      "\(Sanitizer.line(library)): has texts that cannot be unpacked (\(count)); a backup may have them"
        + " whole, and marks are not concerned")
  }

  private static func restore(_ loss: LibraryLoss) -> String {
    switch loss.trace {
    case .replacement: "run broadsheet doctor --restore-library, which puts that there"
    case .copies: "run broadsheet doctor --restore-library, which puts the newest backup there"
    case .log, .index: "run broadsheet doctor --restore-library, which begins a new one"
    }
  }

  /// Something that is counted; `isWrong` where there must be none.
  private struct Count {
    var name: String
    var sql: String
    var isWrong = false
    /// What to do where that is something else than for all of the file.
    var remedy: String?
  }

  private static let libraryRows =
    [
      // What a file held before it was rewritten is remembered with its marks, and counted apart.
      Count(name: "briefs", sql: "SELECT count(*) FROM brief WHERE successor IS NULL"),
      Count(
        name: "marks",
        sql: """
          SELECT count(*) FROM section_mark
          WHERE section <> '\(BriefSummary.ledeID)' AND brief NOT IN (SELECT id FROM brief WHERE successor IS NOT NULL)
          """),
      Count(
        name: "stars", sql: "SELECT count(*) FROM brief WHERE starred AND successor IS NULL"),
      Count(
        name: "places",
        sql: "SELECT count(*) FROM brief WHERE place_offset IS NOT NULL AND successor IS NULL"),
      Count(
        name: "contents before a rewrite",
        sql: "SELECT count(*) FROM brief WHERE successor IS NOT NULL"),
      Count(name: "texts as they were read", sql: "SELECT count(*) FROM revision"),
      Count(name: "texts of archived briefs", sql: "SELECT count(*) FROM archive"),
      Count(name: "folders", sql: "SELECT count(*) FROM folder"),
    ]
    + LibraryFault.all.map {
      Count(
        name: $0.name, sql: $0.count, isWrong: true,
        remedy: "run broadsheet doctor --restore-library, which mends that")
    }

  private static let indexRows = [
    Count(name: "briefs", sql: "SELECT count(*) FROM brief"),
    Count(name: "unread briefs", sql: "SELECT unread FROM counts"),
    Count(name: "changed briefs", sql: "SELECT changed FROM counts"),
    Count(name: "starred briefs", sql: "SELECT starred FROM counts"),
    Count(name: "files", sql: "SELECT count(*) FROM file"),
    Count(name: "sources", sql: "SELECT count(*) FROM source"),
    Count(
      name: "files unread for a fault", sql: "SELECT count(*) FROM file WHERE failure NOT NULL"),
    Count(
      name: "files without a folder",
      sql: "SELECT count(*) FROM file WHERE folder NOT IN (SELECT id FROM folder)", isWrong: true),
    Count(
      name: "files without their brief",
      sql: "SELECT count(*) FROM file WHERE brief NOT IN (SELECT id FROM brief)", isWrong: true),
    Count(
      name: "briefs without a file",
      sql: """
        SELECT count(*) FROM brief WHERE flags & 8 = 0
          AND id NOT IN (SELECT brief FROM file WHERE brief NOT NULL)
        """, isWrong: true),
    Count(
      name: "briefs without words",
      sql: "SELECT count(*) FROM brief WHERE id NOT IN (SELECT id FROM words_docsize)",
      isWrong: true),
    Count(
      name: "citations without a brief or source",
      sql: """
        SELECT count(*) FROM use
        WHERE brief NOT IN (SELECT id FROM brief)
          OR naming NOT IN (SELECT naming.id FROM naming JOIN source ON source.id = naming.source)
        """, isWrong: true),
    Count(
      name: "wrong totals",
      sql: """
        SELECT briefs <> (SELECT count(*) FROM brief)
          OR unread <> (SELECT count(*) FROM brief WHERE flags & 1) FROM counts
        """, isWrong: true),
  ]

  /// Looks through one file; whether it is damaged, or cannot be opened where a copy can.
  private mutating func check(
    _ path: String, _ schema: Schema, _ name: String, _ counts: [Count], remedy: String,
    copies: LibraryBackups? = nil
  ) -> Bool {
    let shown = Sanitizer.line(path)
    do throws(LibraryError) {
      let found = try ReadOnlyFile(path: path, schema: schema).read { db in
        let faults = try String.fetchAll(db, sql: "PRAGMA integrity_check(5)")
        let isIntact = faults == ["ok"]
        let numbers = isIntact ? try counts.map { try Int.fetchOne(db, sql: $0.sql) ?? 0 } : []
        return (faults: isIntact ? [] : faults, numbers: numbers)
      }
      facts.append(
        (name, shown + (found == nil ? " (not there yet, or of an earlier version)" : "")))
      for fault in found?.faults ?? [] {
        problems.append("\(shown): is damaged (\(Sanitizer.line(fault))); \(remedy)")
      }
      for (count, number) in zip(counts, found?.numbers ?? []) {
        if !count.isWrong { facts.append(("  " + count.name, "\(number)")) }
        guard count.isWrong, number > 0 else { continue }
        problems.append("\(shown): has \(count.name) (\(number)); \(count.remedy ?? remedy)")
      }
      guard DatabaseHead.forbidsWriting(at: path) else { return found?.faults.isEmpty == false }
    } catch {
      facts.append((name, shown))
      guard error.isOfContent else {
        problems.append(error.description)
        return false
      }
      guard error.isDamage || DatabaseHead.isDamaged(at: path) else {
        let canBeRestored = copies?.newestIntact != nil
        let isTold = !canBeRestored || error.offersRestoring
        problems.append(error.description + (isTold ? "" : "; or \(remedy)"))
        return canBeRestored
      }
    }
    problems.append("\(shown): is damaged; \(remedy)")
    return true
  }
}
