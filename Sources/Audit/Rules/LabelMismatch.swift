import BriefModel

/// Labels that name another outlet than their address is of.
enum LabelMismatch {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let brief = manuscript.brief
    var seen: Set<String> = []
    let cited = brief.citations.compactMap { citation -> Remark? in
      guard citation.form.hasAddress, let url = citation.url,
        seen.insert(citation.label + "\n" + url.ascii).inserted
      else { return nil }
      return remark(citation.label, url, citation.range)
    }
    let listed = brief.sources.compactMap { source -> Remark? in
      source.entries.first.flatMap { entry in
        seen.insert(source.outlet + "\n" + entry.url.ascii).inserted
          ? remark(source.outlet, entry.url, entry.range) : nil
      }
    }
    return cited + listed
  }

  private static func remark(_ label: String, _ url: SourceURL, _ range: Range<Int>) -> Remark? {
    guard !url.leadsOn, !url.isSearch, !Publisher.hasAccounts(url) else {
      return nil
    }
    let address: String
    if let named = domain(namedBy: label) {
      // A page about that site has its name in the address.
      guard named != url.domain, !url.ascii.contains(named) else { return nil }
      address = OutletTable.row(of: url)?.name ?? url.domain
    } else {
      guard let other = KnownOutlets.other(than: label, at: url) else { return nil }
      address = other
    }
    return Remark(
      range,
      "the label says \(label), but \(url.shown) is an address of \(address); "
        + "mend the label or the address")
  }

  /// The registrable domain where a label is one, or a host: in lower case, as `Booking.com` is a
  /// company and `three.js` a library.
  private static func domain(namedBy label: String) -> String? {
    let labels = label.split(separator: ".", omittingEmptySubsequences: false)
    guard label.utf8.count < 60, labels.count > 1, let last = labels.last,
      topLevels.contains(String(last)),
      labels.allSatisfy({ part in
        !part.isEmpty
          && part.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0.isDigit || $0 == 0x2D }
      })
    else { return nil }
    return SourceURL("https://" + label + "/")?.domain
  }

  private static let topLevels: Set<String> = [
    "com", "org", "net", "gov", "edu", "int", "news", "uk", "eu", "de", "fr", "es", "it", "nl",
    "ch",
    "at", "pl", "ua", "ru", "cn", "jp", "kr", "tw", "hk", "sg", "in", "au", "ca", "br", "mx", "ar",
    "il", "tr", "za", "ie", "se", "no", "fi", "dk", "be", "pt", "gr", "cz",
  ]
}
