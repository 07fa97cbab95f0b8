import BriefModel

/// Labels that name another outlet than their address is of.
enum LabelMismatch {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let brief = manuscript.brief
    var seen: Set<String> = []
    let cited = brief.citations.compactMap { citation -> Remark? in
      guard citation.form.hasLabel, let url = citation.url,
        seen.insert(citation.label + "\n" + url.ascii).inserted
      else { return nil }
      return remark(citation.label, url, citation.range)
    }
    let listed = brief.sources.compactMap { source -> Remark? in
      let name = source.borrowedName ?? source.outlet
      return source.entries.first.flatMap { entry in
        guard seen.insert(name + "\n" + entry.url.ascii).inserted else { return nil }
        return source.borrowedName.map { mismatch($0, entry.url, source.outlet, entry.range) }
          ?? remark(name, entry.url, entry.range)
      }
    }
    return cited + listed
  }

  private static func remark(_ label: String, _ url: SourceURL, _ range: Range<Int>) -> Remark? {
    guard !url.leadsOn, !url.isSearch, !Publisher.hasAccounts(url) else {
      return nil
    }
    let address: String
    if let named = LabelAddress.url(of: label) {
      guard !isOwn(url, named), !isWritten(url, as: label), !isTopic(label, named, url) else {
        return nil
      }
      address = OutletTable.row(of: url)?.name ?? url.domain
    } else {
      guard let other = KnownOutlets.other(than: label, at: url) else { return nil }
      address = other
    }
    return mismatch(label, url, address, range)
  }

  private static func mismatch(
    _ label: String, _ url: SourceURL, _ address: String, _ range: Range<Int>
  ) -> Remark {
    Remark(
      range,
      "the label says \(label), but \(url.shown) is an address of \(address); "
        + "mend the label or the address")
  }

  /// Whether a label is the address itself: letters in it that look like others are another rule's.
  private static func isWritten(_ url: SourceURL, as label: String) -> Bool {
    SourceURL(label).map { $0.canonical == url.canonical } ?? false
  }

  /// Whether a label in capitals is what the page is about, which a part of its path is called.
  private static func isTopic(_ label: String, _ named: SourceURL, _ url: SourceURL) -> Bool {
    label != label.lowercased() && OutletTable.row(of: named) == nil
      && url.path.lowercased().split(separator: "/").contains { $0 == named.domain }
  }

  /// Whether an address is of the host that a label names: at its domain, at another one of the
  /// same outlet, at its own part of somebody's host, or in an archive.
  private static func isOwn(_ url: SourceURL, _ named: SourceURL) -> Bool {
    if url.domain == named.domain || NamedPlaces.hold(host: named, in: url) { return true }
    if let row = OutletTable.row(of: named), row.name == OutletTable.row(of: url)?.name {
      return true
    }
    let word = named.domain.parts(at: ".").first
    let subdomain = url.host.dropLast(url.domain.count)
    // `reuters.com.metals.org` only pretends.
    return !subdomain.hasPrefix(named.domain + ".") && !subdomain.contains("." + named.domain + ".")
      && word.map { subdomain.parts(at: ".").contains($0) } == true
  }
}

extension Citation.Form {
  /// Whether words of its own stand before the address; an address alone is its own label.
  fileprivate var hasLabel: Bool {
    switch self {
    case .link, .reference, .html: true
    case .autolink, .address, .number, .footnote, .superscript, .digits, .leak: false
    }
  }
}
