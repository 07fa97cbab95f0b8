/// The names of publishers by host, from `Resources/outlets.tsv`.
///
/// The file is in the program as bytes and is searched where it lies (`SortedLines`). Its lines are
/// `host`, `name` and `kind`, parted by tabs and sorted by the bytes of the host, which is in ASCII
/// and without `www.`, `m.`, `amp.` and `edition.`.
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
  package static func row(of url: SourceURL) -> Row? { url.listedOutlet }

  /// The row of a host, else of its registrable domain, to look for once.
  static func row(host: String, domain: String) -> Row? {
    if let row = row(host: host) { return row }
    guard domain != host, let row = row(host: domain), row.kind != .hosting else { return nil }
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

  /// Whether a name is that of a publisher, whichever its host.
  static func hasName(_ name: String) -> Bool { names.contains(name) }

  /// Whether a name is that of a publisher of news.
  static func hasNews(_ name: String) -> Bool { news.contains(name) }

  /// The publisher whose domain starts with these digits and nothing else: `163`, of 163.com.
  static func name(ofDigits digits: String) -> String? { namedByDigits[digits] }

  private static let namedByDigits = Dictionary(
    all.lazy.map { host, row in (String(host.prefix { $0 != "." }), row.name) }
      .filter { $0.0.utf8.allSatisfy(\.isDigit) },
    uniquingKeysWith: { first, _ in first })

  private static let names = Set(all.map(\.row.name))
  private static let news = Set(all.filter { $0.row.kind == .news }.map(\.row.name))

  /// Who publishes an address of which no label tells: the host on a platform where each
  /// subdomain is a publisher, else the registrable domain.
  package static func unnamed(_ url: SourceURL) -> String {
    url.domain != url.host && row(host: url.domain)?.kind == .hosting ? url.host : url.domain
  }

  /// The row of exactly this host.
  static func row(host: String) -> Row? {
    var host = host
    var row: Row?
    host.withUTF8 { host in
      PackageResources.outlets_tsv.withUnsafeBufferPointer { table in
        SortedLines(table).forEach(of: host) {
          row = OutletTable.row($0)
          return false
        }
      }
    }
    return row
  }

  private static func row(_ line: Bytes) -> Row? {
    let fields = line.split(separator: 0x09)
    guard fields.count == 3 else { return nil }
    let kind = Kind(rawValue: String(decoding: fields[2], as: UTF8.self))
    return kind.map { Row(name: String(decoding: fields[1], as: UTF8.self), kind: $0) }
  }
}
