/// The names of publishers by host, from `Resources/outlets.tsv`.
///
/// The file is in the program as bytes and is searched where it lies: nothing is built of it. Its
/// lines are `host`, `name` and `kind`, parted by tabs and sorted by the bytes of the host, which
/// is in ASCII and without `www.`, `m.`, `amp.` and `edition.`.
package enum OutletTable {
  /// What a publisher is.
  package enum Kind: String, Sendable, CaseIterable {
    /// A news agency, a paper, a broadcaster, a magazine.
    case news
    /// An institution, a company, a journal, a platform.
    case site
    /// A platform on which each subdomain is a publisher of its own, whose name is not known here.
    case hosting
  }

  /// One publisher.
  package struct Row: Sendable, Equatable {
    package let name: String
    package let kind: Kind
  }

  /// The publisher of a host, else of its registrable domain; nil where the table has neither.
  package static func row(of url: SourceURL) -> Row? {
    if let row = row(host: url.host) { return row }
    guard url.domain != url.host, let row = row(host: url.domain), row.kind != .hosting else {
      return nil
    }
    return row
  }

  /// All rows with their hosts, in the order of the hosts.
  package static var all: [(host: String, row: Row)] {
    PackageResources.outlets_tsv.split(separator: 0x0A).compactMap { line in
      let fields = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 3, let kind = Kind(rawValue: fields[2]) else { return nil }
      return (fields[0], Row(name: fields[1], kind: kind))
    }
  }

  /// Who publishes an address of which no label tells: the host on a platform where each
  /// subdomain is a publisher, else the registrable domain.
  static func unnamed(_ url: SourceURL) -> String {
    url.domain != url.host && row(host: url.domain)?.kind == .hosting ? url.host : url.domain
  }

  /// The row of exactly this host.
  static func row(host: String) -> Row? {
    var host = host
    return host.withUTF8 { host in
      PackageResources.outlets_tsv.withUnsafeBufferPointer { row(host, in: $0) }
    }
  }

  /// Halves the table down to a line, of which only the host is looked at.
  private static func row(_ host: Bytes, in table: Bytes) -> Row? {
    var low = 0
    var high = table.count
    while low < high {
      var start = low + (high - low) / 2
      while start > low, table[start - 1] != 0x0A { start -= 1 }
      switch order(of: host, and: table, at: start) {
      case 0: return row(table, at: start)
      case ..<0: high = start
      default: low = table.firstIndex(of: 0x0A, from: start).map { $0 + 1 } ?? high
      }
    }
    return nil
  }

  /// Negative where the host goes before that of the line, positive where it goes after it.
  private static func order(of host: Bytes, and table: Bytes, at start: Int) -> Int {
    var index = 0
    while index < host.count, start + index < table.count, host[index] == table[start + index] {
      index += 1
    }
    // A tab ends the table's host; it goes before every byte of a host, as a shorter host does.
    let own = index < host.count ? Int(host[index]) : 0x09
    return start + index < table.count ? own - Int(table[start + index]) : own
  }

  private static func row(_ table: Bytes, at start: Int) -> Row? {
    let end = table.firstIndex(of: 0x0A, from: start) ?? table.count
    let fields = table.slice(start..<end).split(separator: 0x09)
    guard fields.count == 3 else { return nil }
    let kind = Kind(rawValue: String(decoding: fields[2], as: UTF8.self))
    return kind.map { Row(name: String(decoding: fields[1], as: UTF8.self), kind: $0) }
  }
}
