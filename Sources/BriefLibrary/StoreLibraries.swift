import GRDB
import CZlib
import GRDBSQLite

/// The libraries behind the library of what was read.
package enum StoreLibraries {
  /// Their names and versions.
  package static var versions: [String] {
    [
      "SQLite \(String(cString: sqlite3_libversion()))",
      "zlib \(zlibVersion().map { String(cString: $0) } ?? "unknown")",
    ]
  }
}
