import BriefModel
import CICU

/// Hosts that look like others.
///
/// What mixes scripts is told by the rule of UTS 39's level “highly restrictive”; what that lets
/// pass, names in letters of one script that are those of ASCII to the eye, by `LookAlikes`.
enum ConfusableHost {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    manuscript.addresses.compactMap { address in
      reason(for: address.url).map {
        Remark(
          address.range,
          "\(address.url.shown) \($0); in ASCII its host is \(address.url.asciiHost)"
            + "\(address.more): check who that is")
      }
    }
  }

  private static func reason(for url: SourceURL) -> String? {
    guard url.asciiHost.parts(at: ".").contains(where: { $0.hasPrefix("xn--") }) else {
      return nil
    }
    let labels = url.host.parts(at: ".")
    for label in labels {
      if label.hasPrefix("xn--") { return "has a host that is no valid name" }
      if let mark = label.unicodeScalars.first(where: { LookAlikes.mark(for: $0) != nil }) {
        let meant = LookAlikes.mark(for: mark).map(String.init) ?? ""
        return "has “\(mark)” in its host, which looks like “\(meant)” and is none"
      }
      let scripts = scripts(of: label)
      if !isAllowed(scripts) {
        return "has a host that mixes scripts (\(scripts.sorted().joined(separator: ", ")))"
      }
      if imitates(label, scripts, of: url, lastScripts: labels.last.map(self.scripts) ?? []) {
        let meant = url.host.unicodeScalars.map { LookAlikes.ascii(for: $0) ?? $0 }
        let name = String(String.UnicodeScalarView(meant)).lowercased()
        return "has a host of letters that look like those of \(name)"
      }
    }
    return nil
  }

  /// Whether all letters of a label look like those of ASCII, and are not meant as those they are.
  private static func imitates(
    _ label: Substring, _ scripts: Set<String>, of url: SourceURL, lastScripts: Set<String>
  ) -> Bool {
    guard label.unicodeScalars.contains(where: { !$0.isASCII && isLetter($0) }) else {
      return false
    }
    if scripts == ["Latin"] { return imitatesInLatin(label, of: url) }
    // Below a domain of the same script no name is taken for one of ASCII.
    return scripts != lastScripts && LookAlikes.folded(String(label)) != nil
      && !label.unicodeScalars.contains { $0.isASCII && isLetter($0) }
  }

  /// Letters of phonetics are no letters of a name; `ı` and its like are where an alphabet has them:
  /// Turkish and its kin have no `w`.
  private static func imitatesInLatin(_ label: Substring, of url: SourceURL) -> Bool {
    if label.unicodeScalars.contains(where: LookAlikes.isPhonetic) { return true }
    guard let folded = LookAlikes.folded(String(label)) else { return false }
    if folded.contains("w") { return true }
    guard let meant = LookAlikes.folded(url.domain), let host = SourceURL("https://\(meant)/")
    else {
      return false
    }
    return OutletTable.row(of: host) != nil && OutletTable.row(of: url) == nil
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  /// The scripts of a label; what several scripts share does not count.
  private static func scripts(of label: Substring) -> Set<String> {
    var scripts: Set<String> = []
    for scalar in label.unicodeScalars {
      let script = String(cString: icu_script(Int32(scalar.value)))
      if script != "Common", script != "Inherited" { scripts.insert(script) }
    }
    return scripts
  }

  /// UTS 39, 5.2, “highly restrictive”: one script, or Latin with those of one language of East Asia.
  private static func isAllowed(_ scripts: Set<String>) -> Bool {
    scripts.count <= 1 || eastAsian.contains { scripts.isSubset(of: $0) }
  }

  private static let eastAsian: [Set<String>] = [
    ["Latin", "Han", "Hiragana", "Katakana"], ["Latin", "Han", "Bopomofo"],
    ["Latin", "Han", "Hangul"],
  ]
}
