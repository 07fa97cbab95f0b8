/// Tells files that are no text by their first bytes.
enum BinaryKind {
  /// How much of a file is looked at.
  private static let window = 8192

  private static let signatures: [(StaticString, String)] = [
    ("%PDF-", "PDF"), ("PK\u{3}\u{4}", "a ZIP archive or Office document"),
    ("\u{7F}ELF", "a program"),
    ("SQLite format 3", "an SQLite database"), ("GIF8", "a GIF image"),
    ("OggS", "an Ogg file"), ("ID3\u{3}", "an MP3 file"),
    ("BZh91AY&SY", "a bzip2 archive"),
    ("Rar!", "a RAR archive"), ("{\\rtf", "an RTF document"), ("wOF2", "a font"),
    ("!<arch>", "an archive"),
  ]

  private static let rawSignatures: [([UInt8], String)] = [
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image"), ([0xFF, 0xD8, 0xFF], "a JPEG image"),
    ([0x1F, 0x8B], "a gzip archive"), ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive"),
    ([0x28, 0xB5, 0x2F, 0xFD], "a zstd archive"), ([0xD0, 0xCF, 0x11, 0xE0], "an Office document"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive"),
    ([0xCA, 0xFE, 0xBA, 0xBE], "a program"),
    ([0x00, 0x61, 0x73, 0x6D], "WebAssembly"),
  ]

  /// What a file is, where it is no text: a known signature, or over 10 % NUL or ill-formed bytes
  /// in the first 8 KiB.
  static func of(_ bytes: [UInt8]) -> String? {
    bytes.withUnsafeBufferPointer { file in
      if let found = signatures.first(where: { file.has($0.0, at: 0) }) { return found.1 }
      if let found = rawSignatures.first(where: { file.starts(with: $0.0) }) { return found.1 }
      return isMostlyNoise(file) ? "binary data" : nil
    }
  }

  private static func isMostlyNoise(_ file: Bytes) -> Bool {
    let end = min(file.count, window)
    var index = 0
    var bad = 0
    while index < end {
      let scalar = DecodedScalar(file, at: index)
      if scalar.value == nil || scalar.value == 0 { bad += scalar.length }
      index += scalar.length
    }
    return bad * 10 > end
  }
}
