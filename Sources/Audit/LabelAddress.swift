import BriefModel

/// A label that is itself an address, or the name of a host: `reuters.com`, `REUTERS.COM/world`,
/// `https://reuters.com/x`.
enum LabelAddress {
  /// The longest label that is looked at.
  private static let lengthLimit = 2048

  /// The address that a label is; full-width and look-alike letters count as those of ASCII.
  static func url(of label: String) -> SourceURL? {
    guard label.utf8.count < lengthLimit, label.utf8.contains(where: { !$0.isDigit }) else {
      return nil
    }
    let folded = LookAlikes.folded(label)
    let text = folded ?? label
    guard !text.utf8.contains(where: \.isWhitespace) else { return nil }
    if let scheme = ["https://", "http://"].first(where: text.lowercased().hasPrefix) {
      return SourceURL("https://" + text.dropFirst(scheme.utf8.count))
    }
    let host = text.prefix { !"/?#:".contains($0) }
    guard isHost(host.lowercased()), let url = SourceURL("https://\(host.lowercased())/"),
      folded != nil || isWrittenAsOne(host, url)
    else { return nil }
    return url
  }

  /// Whether a name has the characters of a host, and ends as those of many do.
  private static func isHost(_ name: String) -> Bool {
    let labels = name.split(separator: ".", omittingEmptySubsequences: false)
    guard name.utf8.count < 60, labels.count > 1, let last = labels.last,
      general.contains(String(last)) || countries.contains(String(last))
    else { return false }
    return labels.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { $0.isLetter || $0.isDigit || $0 == 0x2D }
    }
  }

  /// Whether the letters are all small or all large: `Booking.com` is a company and `three.js` a
  /// library; the host of an outlet that is known is one in any case.
  private static func isWrittenAsOne(_ host: Substring, _ url: SourceURL) -> Bool {
    if host == host.lowercased() { return true }
    if OutletTable.row(of: url)?.kind == .news { return true }
    guard host == host.uppercased(), let last = host.lowercased().split(separator: ".").last else {
      return false
    }
    // In capitals `.NET` is a platform: `ASP.NET`.
    return last != "net" && general.contains(String(last))
  }

  private static let general: Set<String> = ["com", "org", "net", "gov", "edu", "int", "news"]

  private static let countries: Set<String> = [
    "uk", "eu", "de", "fr", "es", "it", "nl", "ch", "at", "pl", "ua", "ru", "cn", "jp", "kr", "tw",
    "hk", "sg", "in", "au", "ca", "br", "mx", "ar", "il", "tr", "za", "ie", "se", "no", "fi", "dk",
    "be", "pt", "gr", "cz",
  ]
}
