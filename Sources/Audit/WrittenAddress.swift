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
    let count = Set(single.map(\.url.host)).count
    return many + [remark(on: single, "addresses of \(count) hosts \(together(single))")]
  }

  private func remark(on addresses: [WrittenAddress], _ words: String) -> Remark {
    let lines = Count.lines(addresses.map { line(of: $0.range.lowerBound) })
    return Remark(
      addresses.first?.range ?? 0..<0, "\(addresses.count) \(words) (lines \(lines))",
      related: addresses.map(\.range))
  }
}

/// Words for how often something stands.
enum Count {
  /// Some of many, with `…` for the rest.
  static func list(_ names: [String], limit: Int) -> String {
    names.prefix(limit).joined(separator: ", ") + (names.count > limit ? ", …" : "")
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
