import BriefModel
import GRDB

/// What SQLite does not know and the statements over an index need, on each connection to one.
enum IndexFunctions {
  /// `is_within(address, canonical)`: whether an address is that of which this is the canonical
  /// form, or lies below it.
  static let isWithin = DatabaseFunction("is_within", argumentCount: 2, pure: true) { values in
    guard let address = String.fromDatabaseValue(values[0]),
      let canonical = String.fromDatabaseValue(values[1])
    else { return false }
    return SourceURL(address)?.isWithin(canonical) ?? false
  }

  /// `is_at(address, host)`: whether an address is at a host, or at one below it.
  static let isAt = DatabaseFunction("is_at", argumentCount: 2, pure: true) { values in
    guard let address = String.fromDatabaseValue(values[0]),
      let host = String.fromDatabaseValue(values[1])
    else { return false }
    return SourceURL(address)?.isAt(host: host) ?? false
  }

  static func add(to db: Database) {
    db.add(tokenizer: BriefTokenizer.self)
    db.add(function: isWithin)
    db.add(function: isAt)
  }
}
