import BriefModel
import CICU

/// Hosts that look like others.
///
/// ICU's own check for spoofing is in a library that nothing else here needs (icui18n), and the
/// program would start later for it. The property Script is in the one that is linked anyway, and
/// with it UTS 39's level “highly restrictive” is a rule of a few lines; what it lets
/// pass, names of one script that look Latin, is a short table of letters.
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
    guard url.asciiHost.split(separator: ".").contains(where: { $0.hasPrefix("xn--") }) else {
      return nil
    }
    for label in url.host.split(separator: ".") {
      if label.hasPrefix("xn--") { return "has a host that is no valid name" }
      let scripts = scripts(of: label)
      if !isAllowed(scripts) {
        return "has a host that mixes scripts (\(scripts.sorted().joined(separator: ", ")))"
      }
      let letters = label.unicodeScalars.filter { $0.value >= 0x80 }
      if !letters.isEmpty, scripts != ["Latin"], label.unicodeScalars.allSatisfy(looksLatin) {
        return "has a host of letters that look like Latin ones"
      }
    }
    return nil
  }

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

  /// Whether a scalar is drawn as a letter or digit of ASCII is.
  private static func looksLatin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? !UInt8(ascii: scalar).isLetter : twins.contains(scalar)
  }

  /// Letters of Cyrillic, Greek and Armenian from the table of confusables of UTS 39.
  private static let twins = Set("асԁеһіјӏорԛѕԝхуүгηινοραυχωᴦսոհօցզաւ".unicodeScalars)
}
