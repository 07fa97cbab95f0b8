import BriefModel

/// Addresses that nobody can open.
enum BadURL {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let links = manuscript.brief.otherLinks.compactMap { link in
      leadsUp(link, manuscript)
        ? nil : reason(for: link).map { Remark(link.range, "\(named(link)) \($0)") }
    }
    let addresses = manuscript.addresses.compactMap { address in
      reason(for: address, manuscript).map {
        Remark(address.range, "\(address.url.shown) \($0)\(address.more)")
      }
    }
    return links + addresses
  }

  /// Whether a link without a target is one to the start of the page, `[Back to top](#)`, or a tag of
  /// a page that is only sketched.
  private static func leadsUp(_ link: OtherLink, _ manuscript: Manuscript) -> Bool {
    guard link.address == "#" else { return false }
    guard manuscript.text[link.range].first != 0x3C else { return true }
    let label = manuscript.excerpt(link.range).lowercased()
    let words = label.split { $0.isASCII && !$0.isLetter }
    return upwards.contains { sign in
      sign.utf8.contains { $0 >= 0x80 } ? label.contains(sign) : words.contains { $0 == sign }
    }
  }

  private static let upwards = [
    "top", "back", "up", "↑", "⬆", "🔝", "contents", "顶部", "顶端", "頂部", "目录", "目錄", "トップ", "先頭",
    "目次", "맨 위", "위로", "oben", "arriba", "inicio", "haut", "sommaire", "topo", "início",
  ]

  private static func named(_ link: OtherLink) -> String {
    link.address.isEmpty ? "this link" : link.address.shortened(to: 120)
  }
}

// MARK: - Links that lead to no web address

extension BadURL {
  private static func reason(for link: OtherLink) -> String? {
    switch link.kind {
    case .refused: reason(forRefused: link.address)
    case .scheme: reason(forScheme: link.address)
    case .file: reason(forFile: link.address)
    }
  }

  /// Why what starts as a web address is none: its port, its host, or anything else in it.
  private static func reason(forRefused address: String) -> String {
    let general = "is no safe web address; write it without spaces, controls and backslashes"
    guard let start = address.parted(byLast: false, "//")?.behind else { return general }
    let authority = start.unicodeScalars.prefix { !"/?#\\".unicodeScalars.contains($0) }
    let host = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? authority
    if host.first == "[" { return general }
    if let mark = host.first(where: { "<>[]{}|\"^`".unicodeScalars.contains($0) }) {
      return "has \(mark) in its host, where it cannot be; end the address before it"
    }
    guard let colon = host.firstIndex(of: ":") else { return general }
    let port = Substring(host[host.index(after: colon)...])
    return port.utf8.allSatisfy(\.isDigit)
      ? UInt16(port) == nil && !port.isEmpty
        ? "has a port over 65535; write the right one or none" : general
      : "has a port that is no number, “\(port)”; write the number or none"
  }

  private static func reason(forScheme address: String) -> String? {
    if address.isEmpty { return "has no address; add it, or remove the brackets" }
    if address == "#" { return "stands in place of an address; write the address" }
    if address.utf8.starts(with: "//".utf8) { return "has no scheme; write https: before it" }
    let scheme = Substring(address.unicodeScalars.prefix { $0 != ":" }).lowercased()
    if scheme == "http" || scheme == "https" {
      return address.hasSuffix("//")
        ? "has no host; write the whole address"
        : "lacks // after the scheme; add it"
    }
    if misspelt.contains(scheme) { return "has a misspelt scheme; write https" }
    if scheme == "doi" { return "has no web address; write https://doi.org/ and the number" }
    return local.contains(scheme)
      ? "leads nowhere but on the writer's machine; write a web address, or remove the link" : nil
  }

  private static let misspelt: Set<String> = [
    "htp", "htps", "htttp", "htttps", "hhttp", "hhttps", "ttp", "ttps", "httpss", "httsp", "hppt",
    "hppts",
  ]

  private static let local: Set<String> = [
    "file", "sandbox", "javascript", "vbscript", "data", "about", "blob", "attachment",
    "chrome-extension",
  ]

  private static func reason(forFile path: String) -> String? {
    let first = (path.parts(at: "/").first ?? "").lowercased()
    if first.hasPrefix("www.") || endings.contains(where: first.hasSuffix) {
      return "has no scheme, so it is taken for a file; write https:// before it"
    }
    return placeholders.contains(path.lowercased())
      ? "stands in place of an address; write the address" : nil
  }

  private static let endings = [".com", ".org", ".net", ".gov", ".edu", ".int", ".co.uk", ".eu"]

  private static let placeholders: Set<String> = [
    "url", "link", "source", "address", "href", "...", "…", "url_here", "link_here", "source_url",
    "insert_url", "insert-url", "insert_link", "placeholder", "tbd", "todo", "n/a", "none", "null",
    "undefined",
  ]
}

// MARK: - Web addresses

extension BadURL {
  /// Why nobody can open a web address; nil where somebody may.
  static func reason(for address: WrittenAddress, _ manuscript: Manuscript) -> String? {
    // The rest of a link that is none, which `LiteralLink` tells.
    if manuscript.hasBracket(before: address.range.lowerBound) { return nil }
    let url = address.url
    if let reason = reason(forHost: url.asciiHost) { return reason }
    let ascii = url.ascii
    if ascii.hasSuffix("...") || ascii.hasSuffix("%E2%80%A6") || isCutOff(address, manuscript) {
      return "is cut off; write the whole address"
    }
    return ascii.contains("%7B") && ascii.contains("%7D")
      ? "has a placeholder in braces; write the whole address" : nil
  }

  /// Whether nobody can open an address, as its host is none that others reach.
  static func hasNoHost(_ url: SourceURL) -> Bool { reason(forHost: url.asciiHost) != nil }

  /// Why a host is none that others reach.
  private static func reason(forHost host: String) -> String? {
    if LocalHost.leads(to: host) {
      return "leads to the reader's own machine or network; write a public address"
    }
    if LocalHost.isBrokenNumber(host) {
      return "has a host of numbers that is no address; write the right one"
    }
    if !host.utf8.contains(0x2E), !host.hasPrefix("[") {
      return "has no whole host; write the whole address"
    }
    let labels = host.split(separator: ".")
    let isReserved =
      labels.last.map { reserved.contains(String($0)) } == true
      || labels.suffix(2).first == "example" && ["com", "net", "org"].contains(labels.last)
      || LocalHost.isForExamples(host)
    return isReserved ? "is at a host that is reserved for examples; write the real one" : nil
  }

  private static let reserved: Set<String> = ["example", "invalid", "test"]

  /// Whether dots that stand for the rest follow an address without markup.
  private static func isCutOff(_ address: WrittenAddress, _ manuscript: Manuscript) -> Bool {
    let text = manuscript.text
    let start = address.range.lowerBound
    guard start < text.count, text[start] | 0x20 == 0x68 else { return false }
    let rest = text[min(address.range.upperBound, text.count)...].prefix(3)
    return rest.elementsEqual("...".utf8) || rest.elementsEqual("…".utf8)
  }
}
