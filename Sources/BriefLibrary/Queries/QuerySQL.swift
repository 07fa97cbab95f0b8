import BriefModel
import GRDB

/// A query as SQL over the index's table `brief`.
struct QuerySQL {
  /// A condition, with its values in `arguments`.
  private(set) var condition = ""
  private(set) var arguments: [any DatabaseValueConvertible] = []
  /// What the words of the whole query are for FTS5, where all of them must be there: by this the
  /// answers can be ranked. Empty where there is none.
  private(set) var pattern = ""
  /// Whether they are few enough for that: its time grows with their square.
  private(set) var isRankable = false

  private static let mostRanked = 32

  /// Without `ranking` the words are in the condition as all else is.
  init(_ query: Query, ranking: Bool = true) {
    let (words, rest) = ranking ? Self.parted(query) : ([], [query])
    pattern = words.map { Self.pattern($0) ?? "" }.filter { !$0.isEmpty }.joined(separator: " AND ")
    isRankable = !pattern.isEmpty && words.reduce(0) { $0 + $1.termCount } <= Self.mostRanked
    condition = rest.map { sql($0) }.joined(separator: " AND ")
    if condition.isEmpty { condition = "1" }
  }

  /// The members of a conjunction that are of words alone, and the others.
  private static func parted(_ query: Query) -> (words: [Query], rest: [Query]) {
    let members: [Query] =
      switch query {
      case .and(let members): members
      case .all: []
      default: [query]
      }
    return (members.filter { pattern($0) != nil }, members.filter { pattern($0) == nil })
  }

  // MARK: - Words

  /// A query of words alone as a pattern of FTS5; nil for any other, and for a denial, which FTS5
  /// does not know without something that it is taken from.
  private static func pattern(_ query: Query) -> String? {
    switch query {
    case .text(let phrase): pattern(phrase)
    case .title(let phrase): "title : " + pattern(phrase)
    case .section(let phrase): "headings : " + pattern(phrase)
    case .and(let members): joined(members, " AND ")
    case .or(let members): joined(members, " OR ")
    case .all, .source, .outlet, .dated, .state, .folder, .sources, .not: nil
    }
  }

  private static func joined(_ members: [Query], _ sign: String) -> String? {
    let patterns = members.compactMap(pattern)
    return patterns.count == members.count ? "(" + patterns.joined(separator: sign) + ")" : nil
  }

  /// A phrase in quotes, which FTS5 takes apart into words itself. A NUL would end the pattern.
  private static func pattern(_ phrase: SoughtPhrase) -> String {
    let scalars = phrase.words.unicodeScalars.map { $0 == "\0" ? " " : $0 }
    let quoted = String(String.UnicodeScalarView(scalars)).putting("\"", before: "\"")
    let goesOn = phrase.isPrefix || CJKText.endsInOne(phrase.words)
    return "\"\(quoted)\"" + (goesOn ? "*" : "")
  }

  // MARK: - Conditions

  private mutating func sql(_ query: Query) -> String {
    if let pattern = Self.pattern(query) {
      arguments.append(pattern)
      return "brief.id IN (SELECT rowid FROM words WHERE words MATCH ?)"
    }
    switch query {
    case .not(let inner): return "NOT (\(sql(inner)))"
    case .and(let members): return "(" + members.map { sql($0) }.joined(separator: " AND ") + ")"
    case .or(let members): return "(" + members.map { sql($0) }.joined(separator: " OR ") + ")"
    case .source(let text, let isPrefix): return source(text, isPrefix)
    case .outlet(let name): return outlet(name)
    case .dated(let from, let to, let byFile): return dated(from, to, byFile)
    case .state(let flag): return state(flag)
    case .folder(let path): return folder(path)
    case .sources(let count): return sources(count)
    case .all, .text, .title, .section: return "1"
    }
  }

  /// What has a dot is a host, or an address without its scheme, and so is an outlet's name that
  /// has one; what has none may stand anywhere in a name or an address.
  private mutating func source(_ text: String, _ isPrefix: Bool) -> String {
    let isAddress = text.contains("://")
    let isHost = !isAddress && text.contains(".")
    guard isAddress || isHost, let url = SourceURL(isHost ? "https://" + text : text) else {
      return begun(text, isAddress: isAddress, isHost: isHost, isPrefix)
    }
    let isPath = isAddress || text.contains { "/:?#".contains($0) }
    let whole = isPath ? address(url) : host(text, url)
    guard isPrefix else { return whole }
    // Whatever begins so, it is among what is found.
    return "(\(whole) OR \(begun(text, isAddress: isAddress, isHost: isHost, true)))"
  }

  /// What may stand anywhere, and what begins so where it is a prefix.
  private mutating func begun(
    _ text: String, isAddress: Bool, isHost: Bool, _ isPrefix: Bool
  ) -> String {
    let escaped = Self.escaped(text)
    if isAddress { return sources(named: [], at: ["%" + escaped.drop { $0 != ":" } + "%"]) }
    let hosts = ["%://\(escaped)%", "%://%.\(escaped)%"]
    return isHost
      ? sources(named: [isPrefix ? escaped + "%" : escaped], at: hosts)
      : sources(named: ["%\(escaped)%"], at: hosts + ["%/\(escaped)%"])
  }

  /// A host and those below it, such as `m.example.org` of `example.org`, looked for among the
  /// addresses of the publishers that can be there, as those of one `address` are; or what is called
  /// so.
  private mutating func host(_ text: String, _ url: SourceURL) -> String {
    let names = named([Self.escaped(text)])
    let host = Self.escaped(url.host)
    arguments += [url.host, url.domain, "%.\(host)", "%://%\(host)%"]
    arguments += ["%://%\(Self.escaped(url.asciiHost))%", url.host, url.asciiHost, url.host]
    return """
      brief.id IN (\(names) UNION
      SELECT use.brief FROM host CROSS JOIN source ON source.host = host.id \(Self.uses)
      WHERE (host.key IN (?, ?) OR \(Self.like("host.key", 3)))
        AND (instr(lower(source.url), ?) OR instr(lower(source.url), ?))
        AND \(IndexFunctions.isAt.name)(source.url, ?))
      """
  }

  /// What is called so, or lies at such addresses; both are patterns of `LIKE`.
  private mutating func sources(named names: [String], at addresses: [String]) -> String {
    let names = names.isEmpty ? "" : named(names) + " UNION "
    arguments += addresses
    return """
      brief.id IN (\(names)SELECT use.brief FROM source \(Self.uses)
      WHERE \(Self.like("source.url", addresses.count)))
      """
  }

  /// The briefs that cite what they call so, or what is called so over all briefs.
  private mutating func named(_ names: [String]) -> String {
    arguments += names + names
    let condition = Self.like("outlet.name", names.count)
    return """
      SELECT use.brief FROM outlet CROSS JOIN naming ON naming.outlet = outlet.id
      CROSS JOIN use ON use.naming = naming.id WHERE \(condition)
      UNION SELECT use.brief FROM outlet CROSS JOIN host ON host.outlet = outlet.id
      CROSS JOIN source ON source.host = host.id \(Self.uses) WHERE \(condition)
      """
  }

  /// From sources to the briefs that cite them.
  private static let uses = """
    CROSS JOIN naming ON naming.source = source.id CROSS JOIN use ON use.naming = naming.id
    """

  /// Whether a column is like one of so many arguments.
  private static func like(_ column: String, _ count: Int) -> String {
    repeatElement("\(column) LIKE ? ESCAPE '\\'", count: count).joined(separator: " OR ")
  }

  /// An address and all below it, looked for among those of its publisher: the publisher's key is
  /// the host, its domain, or an address at the host.
  private mutating func address(_ url: SourceURL) -> String {
    let host = "https://" + url.canonical.dropFirst("https://".count).prefix { $0 != "/" }
    arguments += [url.host, url.domain, host, host + "\u{10FFFF}", url.canonical]
    return """
      brief.id IN (SELECT use.brief FROM host CROSS JOIN source ON source.host = host.id
      \(Self.uses) WHERE (host.key IN (?, ?) OR host.key BETWEEN ? AND ?)
        AND \(IndexFunctions.isWithin.name)(source.url, ?))
      """
  }

  private mutating func outlet(_ name: String) -> String {
    "brief.id IN (\(named(["%\(Self.escaped(name))%"])))"
  }

  /// A month counts as each of its days.
  private mutating func dated(
    _ from: CalendarDate?, _ to: CalendarDate?, _ byFile: Bool
  ) -> String {
    var conditions = ["brief.day > 0"]
    if !byFile { conditions.append("brief.origin IS NOT 'file'") }
    if let from {
      arguments += [from.code, from.code / 100 * 100]
      conditions.append("(brief.day >= ? OR brief.day % 100 = 0 AND brief.day >= ?)")
    }
    if let to {
      arguments.append(to.code)
      conditions.append("brief.day <= ?")
    }
    return "(" + conditions.joined(separator: " AND ") + ")"
  }

  private func state(_ flag: Query.Flag) -> String {
    switch flag {
    case .unread: "brief.flags & 1 = 1"
    case .read: "brief.flags & 1 = 0"
    case .changed: "brief.flags & 2 = 2"
    case .starred: "brief.flags & 4 = 4"
    case .archived: "brief.flags & 8 = 8"
    }
  }

  /// Paths are compared byte by byte, as the file system does.
  private mutating func folder(_ path: String) -> String {
    let below = Self.below(path)
    arguments.append(below.value)
    return """
      brief.id IN (SELECT file.brief FROM folder CROSS JOIN file ON file.folder = folder.id
      WHERE \(below.condition))
      """
  }

  /// The condition under which a row of `folder` is one of a path, or below it, and its value.
  private static func below(_ path: String, isBegun: Bool = false) -> (
    condition: String, value: String
  ) {
    let isWhole = path.isAbsolutePath
    let end = isBegun || path.utf8.last == UInt8(ascii: "/") ? "" : "/"
    return (
      "instr(folder.path || '/', ?) \(isWhole ? "= 1" : "> 0")", (isWhole ? "" : "/") + path + end
    )
  }

  /// Whether there is such a folder, or one that goes on so where it `isBegun`; an index without
  /// folders does not know yet.
  static func hasFolder(_ path: String, isBegun: Bool = false, _ db: Database) throws -> Bool {
    let below = below(path, isBegun: isBegun)
    let sql = """
      SELECT EXISTS (SELECT 1 FROM folder WHERE \(below.condition))
        OR NOT EXISTS (SELECT 1 FROM folder)
      """
    return try Bool.fetchOne(db.cachedStatement(sql: sql), arguments: [below.value]) ?? true
  }

  private mutating func sources(_ count: ClosedRange<Int>) -> String {
    arguments += [count.lowerBound, count.upperBound]
    return "brief.sources BETWEEN ? AND ?"
  }

  /// Text in which the signs of `LIKE` stand for themselves.
  static func escaped(_ text: String) -> String {
    text.putting("\\", before: "\\", "%", "_")
  }
}
