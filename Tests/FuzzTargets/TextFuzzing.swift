import BriefModel
import TerminalGrammar

/// The sanitiser: what it gives can be shown, and stays as it is.
enum TextFuzzing {
  static func fault(in bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let modes: [(String, (String) -> String)] = [
      ("prose", Sanitizer.prose), ("code", Sanitizer.code), ("address", Sanitizer.address),
    ]
    for (name, clean) in modes {
      let once = clean(text)
      let shown = name == "code" ? once.replacing("\t", with: " ") : once
      if let found = unshowable(in: shown) { return "\(name) leaves \(found)" }
      if clean(once) != once { return "\(name) changes what it has cleaned" }
    }
    return nil
  }

  /// The first character of a text that no terminal must get.
  static func unshowable(in text: String) -> String? {
    var marks = 0
    for scalar in text.unicodeScalars {
      guard ShownScalar.isShowable(scalar) else {
        return "U+\(String(scalar.value, radix: 16, uppercase: true))"
      }
      marks = ShownScalar.isMark(scalar) ? marks + 1 : 0
      if marks > 4 { return "five marks on one character" }
    }
    return nil
  }
}
