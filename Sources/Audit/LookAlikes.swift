import CICU

/// Characters that are drawn as those of ASCII are.
///
/// Taken from the table of confusables of UTS 39, as far as a host may hold them, for the scripts
/// that have many, with the small capitals of phonetics added. ICU's own check for spoofing is in a
/// library that nothing else here needs (icui18n): half a megabyte of program for these lines.
enum LookAlikes {
  /// A text of such letters in those of ASCII, compatible forms such as full-width ones as well;
  /// nil where it is ASCII already, or holds anything else.
  static func folded(_ text: String) -> String? {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }), text.utf8.count <= 2048 else { return nil }
    var output = String.UnicodeScalarView()
    for scalar in (compatible(text) ?? text).unicodeScalars {
      guard let ascii = ascii(for: scalar) else { return nil }
      output.append(ascii)
    }
    return String(output)
  }

  /// The letter, digit or mark of ASCII that a scalar is or looks like.
  static func ascii(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    scalar.isASCII ? scalar : letters[scalar] ?? marks[scalar]
  }

  /// The mark of an address that a mark looks like: a slash, a stop, a colon, a hyphen.
  static func mark(for scalar: Unicode.Scalar) -> Unicode.Scalar? { marks[scalar] }

  /// Whether a Latin letter is one of phonetics, and of no alphabet that a name is written in.
  static func isPhonetic(_ scalar: Unicode.Scalar) -> Bool { phonetic.contains(scalar) }

  private static func compatible(_ text: String) -> String? {
    var text = text
    var output = [CChar](repeating: 0, count: 18 * text.utf8.count + 16)
    let length = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { name in
        icu_compatible(name.baseAddress, Int32(name.count), &output, Int32(output.count))
      }
    }
    guard length > 0 else { return nil }
    return String(decoding: output[..<Int(length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

// MARK: - The table

extension LookAlikes {
  private static let phonetic = Set("ɑɡɩᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᴑᶃ".unicodeScalars)

  private static let letters = pairs([
    // Latin: letters of phonetics, then those of alphabets.
    ("ɑɡɩᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢᴑᶃ", "agiabcdefghijklmnoprstuvwyzog"),
    ("ıɣʋ", "iyv"),
    // Cyrillic
    ("асԁеһіјӏорԛѕԝхуүгѡѵҽ", "acdehijlopqswxyyrwve"),
    ("АВЕІЈКМНОРСЅТХУԚԜ", "ABEIJKMHOPCSTXYQW"),
    // Greek
    ("ηινοραυχωγσϳᴦ", "nivopauxwyojr"), ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX"),
    // Armenian
    ("սոռհօցզգաւքՕՍ", "unnhogqqwwfOU"),
    // Cherokee
    ("ᎠᎡᎢᎥᎩᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏎᏏᏒᏔᏕᏙᏚᏞᏟᏢᏦᏧᏮᏳᏴ", "DRTiYAJEWMHYGhZ4bRWSVSLCPKd6GB"),
    // Lisu
    ("ꓐꓑꓒꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ", "BPdDTGKJCZFMNLSRVHWXYAEIOU"),
    // Coptic
    ("ⲁⲃⲅⲉⲏⲓⲕⲙⲛⲟⲣⲥⲧⲩⲭⲱ", "abrehikmnopctyxw"),
  ])

  private static let marks = pairs([
    ("⁄∕⧸╱⟋㇓⁁", "///////"), ("․ꓸ", ".."), ("˸։∶꞉ː", ":::::"),
    ("‐‑‒–−˗⁃➖", "--------"), ("⧵∖⟍", #"\\\"#),
  ])

  private static func pairs(
    _ rows: [(twins: String, ascii: String)]
  ) -> [Unicode.Scalar: Unicode.Scalar] {
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (twins, ascii) in rows {
      for (twin, letter) in zip(twins.unicodeScalars, ascii.unicodeScalars) { table[twin] = letter }
    }
    return table
  }
}
