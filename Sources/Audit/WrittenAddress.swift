import BriefModel

/// One spelling of an address in a brief: where it stands first, and how often it stands.
struct WrittenAddress: Sendable {
  let url: SourceURL
  /// Index into `Brief.sources`.
  let source: Int
  /// The bytes of the citation or entry that has it first.
  let range: Range<Int>
  var count = 1

  /// ` (and 3 more times)`, or nothing where it stands once.
  var more: String { Count.more(count) }

  /// All spellings in the order of the file.
  static func all(in brief: Brief) -> [WrittenAddress] {
    var addresses: [WrittenAddress] = []
    var places: [String: Int] = [:]
    for mark in marks(of: brief) {
      if let place = places[mark.url.ascii] {
        addresses[place].count += 1
      } else {
        places[mark.url.ascii] = addresses.count
        addresses.append(mark)
      }
    }
    return addresses
  }

  /// Every citation that has an address written in it, and every entry of a list.
  private static func marks(of brief: Brief) -> [WrittenAddress] {
    var marks = brief.citations.compactMap { citation -> WrittenAddress? in
      guard let url = citation.url, let source = citation.source, citation.form.hasAddress else {
        return nil
      }
      return WrittenAddress(url: url, source: source, range: citation.range)
    }
    for (index, source) in brief.sources.enumerated() {
      marks += source.entries.map { entry in
        WrittenAddress(url: entry.url, source: index, range: entry.range)
      }
    }
    return marks.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}

extension Manuscript {
  /// More addresses of one host than that are told together.
  private static let addressLimit = 5
  /// And so are more of all the others.
  private static let remarkLimit = 10
  /// As many of their hosts are named.
  private static let hostLimit = 4

  /// A remark for each address for which there is a reason; of a host with many one for all, at
  /// the first of them, and one for all others where these are many.
  func remarks(
    on addresses: [WrittenAddress], each: (WrittenAddress) -> String,
    together: ([WrittenAddress]) -> String
  ) -> [Remark] {
    let hosts = Dictionary(grouping: addresses, by: \.url.host)
    let isFrequent = { (host: String) in hosts[host, default: []].count > Manuscript.addressLimit }
    let many = hosts.filter { isFrequent($0.key) }.map { host, all in
      remark(on: all, "addresses of \(host) \(together(all))")
    }
    let single = addresses.filter { !isFrequent($0.url.host) }
    guard single.count > Manuscript.remarkLimit else {
      return many + single.map { Remark($0.range, "\($0.url.shown) \(each($0))") }
    }
    var seen: Set<String> = []
    let all = single.map(\.url.host).filter { seen.insert($0).inserted }
    let names = Count.list(all, limit: Manuscript.hostLimit)
    let words = "addresses of \(all.count) hosts (\(names)) \(together(single))"
    return many + [remark(on: single, words)]
  }

  private func remark(on addresses: [WrittenAddress], _ words: String) -> Remark {
    let places = addresses.map(\.range)
    return Remark(
      places.first ?? 0..<0, "\(places.count) \(words) (\(named(places)))", related: places)
  }
}

extension Manuscript {
  /// Where several things stand, in words: the lines, and on one line the columns.
  func named(_ places: [Range<Int>]) -> String {
    let positions = places.map { lines.position(of: $0.lowerBound) }
    let own = Set(positions.map(\.line))
    guard let line = own.first, own.count == 1 else {
      return Count.named(lines: positions.map(\.line))
    }
    let columns = Set(positions.map(\.column)).sorted()
    guard columns.count > 1 else { return Count.named(lines: [line]) }
    return "line \(line), columns \(Count.list(columns.map(String.init), limit: Count.columnLimit))"
  }
}

/// Words for how often something stands.
enum Count {
  /// As many columns of one line are named.
  static let columnLimit = 20

  /// Some of many, with `…` for the rest.
  static func list(_ names: [String], limit: Int) -> String {
    names.prefix(limit).joined(separator: ", ") + (names.count > limit ? ", …" : "")
  }

  /// `line 3`, or `lines 3, 8–10`.
  static func named(lines numbers: [Int]) -> String {
    "\(Set(numbers).count == 1 ? "line" : "lines") \(lines(numbers))"
  }

  /// All of some lines in their order, so that each can be found; three and more in a row as
  /// `8–10`.
  static func lines(_ lines: [Int]) -> String {
    var runs: [ClosedRange<Int>] = []
    for line in Set(lines).sorted() {
      if let last = runs.last, last.upperBound == line - 1 {
        runs[runs.count - 1] = last.lowerBound...line
      } else {
        runs.append(line...line)
      }
    }
    return runs.flatMap { run in
      run.count > 2 ? ["\(run.lowerBound)–\(run.upperBound)"] : run.map { "\($0)" }
    }.joined(separator: ", ")
  }

  /// ` (and 3 more times)`, or nothing for what stands once.
  static func more(_ count: Int) -> String {
    count < 2 ? "" : " (and \(count - 1) more time\(count == 2 ? "" : "s"))"
  }
}

extension Citation.Form {
  /// Whether a citation of this form brings its own address, and not that of an entry.
  var hasAddress: Bool {
    switch self {
    case .link, .reference, .autolink, .address, .html: true
    case .number, .footnote, .superscript, .digits, .leak: false
    }
  }
}
