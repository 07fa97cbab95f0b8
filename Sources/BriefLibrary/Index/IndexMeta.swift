import Foundation
import GRDB

/// Single values of the index.
struct IndexMeta {
  enum Key: String {
    /// Which library's marks are in the index: `identity` of the library.
    case library
    /// The last number of its `touched` that is in the index.
    case touched
    /// The row of the library's brief whose reading changed with that number.
    case touchedRow = "touched_row"
    /// The last content that was changed and has marks or a star, and the number of that.
    case keptContent = "kept_content"
    case keptNumber = "kept_number"
    /// Of which tables a published index is: the name that the index itself has (`BriefIndex.fileName`).
    case tables
  }

  let db: Database

  func number(_ key: Key) throws -> Int64 {
    try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key.rawValue])
      ?? 0
  }

  func text(_ key: Key) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key.rawValue])
  }

  func data(_ key: Key) throws -> Data? {
    try Data.fetchOne(
      db.cachedStatement(sql: "SELECT value FROM meta WHERE key = ?"), arguments: [key.rawValue])
  }

  func set(_ key: Key, _ value: some DatabaseValueConvertible) throws {
    let sql = "REPLACE INTO meta (key, value) VALUES (?, ?)"
    try db.cachedStatement(sql: sql).execute(arguments: [key.rawValue, value])
  }
}
