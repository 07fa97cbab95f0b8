import BriefModel
import GRDB

/// Takes text apart into the words of the index: those of SQLite's `unicode61`, but for Chinese,
/// Japanese and Korean, which put no spaces between words and so give each two neighbouring
/// characters as one word.
///
/// Of `日本語` these are `日本` and `本語`, and in the same place as the last `語`, so that any one
/// character is found by a prefix. Letters of another width, `ＡＢＣ` and `ｶﾅ`, are the usual ones.
///
/// Letters with strokes are the plain ones (`PlainLetters`).
/// A word that is sought is so in each of its spellings with `ß` and `ss` (`SharpS`), all of them in one
/// place, so that the index has but what the texts have.
///
/// Between lines and cells, which are apart by line feeds and tabs, a text has a word that no query
/// has, so that no phrase goes across.
final class BriefTokenizer: FTS5CustomTokenizer {
  static let name = "broadsheet"

  private let words: any FTS5Tokenizer

  init(db: Database, arguments: [String]) throws {
    words = try db.makeTokenizer(.unicode61(diacritics: .remove))
  }

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization,
    pText: UnsafePointer<CChar>?, nText: CInt, tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    var relay = Relay(
      context: context, callback: tokenCallback, tokenization: tokenization,
      text: UnsafeRawBufferPointer(start: pText, count: pText == nil ? 0 : Int(nText)))
    return withUnsafeMutablePointer(to: &relay) { relay in
      words.tokenize(
        context: relay, tokenization: tokenization, pText: pText, nText: nText,
        tokenCallback: { relay, flags, token, count, start, end in
          guard let relay, let token else { return 0 }
          return relay.assumingMemoryBound(to: Relay.self).pointee
            .take(token, count: Int(count), flags, start, end)
        })
    }
  }
}

/// Hands words on, those of CJK in pairs of characters.
private struct Relay {
  /// `FTS5_TOKEN_COLOCATED`: the word stands in the place of the last one.
  private static let colocated: CInt = 1
  /// The word between two lines; `unicode61` takes this character for none.
  private static let border: [CChar] = [1]

  let context: UnsafeMutableRawPointer?
  let callback: FTS5TokenCallback
  let isDocument: Bool
  /// Whether words are sought, and whether the last of them may go on.
  let isQuery: Bool
  let isPrefix: Bool
  let text: UnsafeRawBufferPointer
  /// Where the last word ended.
  private var place = 0

  init(
    context: UnsafeMutableRawPointer?, callback: @escaping FTS5TokenCallback,
    tokenization: FTS5Tokenization, text: UnsafeRawBufferPointer
  ) {
    self.context = context
    self.callback = callback
    isDocument = tokenization.contains(.document)
    isQuery = tokenization.contains(.query)
    isPrefix = tokenization.contains(.prefix)
    self.text = text
  }

  mutating func take(
    _ token: UnsafePointer<CChar>, count: Int, _ flags: CInt, _ start: CInt, _ end: CInt
  ) -> CInt {
    let code = isDocument ? putBorder(before: start) : 0
    place = Int(end)
    return code == 0 ? put(token, count: count, flags, start, end) : code
  }

  /// Hands the border on where a line or a cell ended since the last word.
  private func putBorder(before start: CInt) -> CInt {
    guard place < start, Int(start) <= text.count,
      text[place..<Int(start)].contains(where: { $0 == 0x0A || $0 == 0x09 })
    else { return 0 }
    return callback(context, 0, Self.border, 1, start, start)
  }

  private func put(
    _ token: UnsafePointer<CChar>, count: Int, _ flags: CInt, _ start: CInt, _ end: CInt
  ) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: token, count: count)
    let highest = bytes.max() ?? 0
    if highest >= 0xC3, let plain = PlainLetters.word(bytes) {
      return plain.withCString { put($0, count: plain.utf8.count, flags, start, end) }
    }
    guard highest >= 0xE1 else {
      let code = callback(context, flags, token, CInt(count), start, end)
      return code == 0 && isQuery ? putSpellings(of: bytes, start, end) : code
    }
    // No other letters begin with this byte but few of other scripts.
    if bytes.contains(0xEF) {
      let word = String(decoding: bytes, as: UTF8.self).unicodeScalars
      if word.contains(where: { WidthFold.isAffected($0.value) }) {
        var folded = WidthFold.fold(word)
        return folded.withUTF8 {
          put(UnsafeRawBufferPointer($0), isExact: false, flags, start, end)
        }
      }
    }
    // Where folding left the length alone, places in the word are places in the text.
    return put(bytes, isExact: end - start == CInt(count), flags, start, end)
  }

  /// Hands the other spellings of a word on.
  private func putSpellings(
    of bytes: UnsafeRawBufferPointer, _ start: CInt, _ end: CInt
  ) -> CInt {
    let isOpen = isPrefix && Int(end) == text.count
    for spelling in SharpS.spellings(of: bytes, isOpen: isOpen) {
      let token = spelling.map(CChar.init(bitPattern:))
      let code = callback(context, Self.colocated, token, CInt(token.count), start, end)
      if code != 0 { return code }
    }
    return 0
  }

  /// Hands a word on in its pieces.
  private func put(
    _ bytes: UnsafeRawBufferPointer, isExact: Bool, _ flags: CInt, _ start: CInt, _ end: CInt
  ) -> CInt {
    guard let token = bytes.bindMemory(to: CChar.self).baseAddress else { return 0 }
    let place = { (range: Range<Int>) -> (CInt, CInt) in
      isExact ? (start + CInt(range.lowerBound), start + CInt(range.upperBound)) : (start, end)
    }
    for piece in CJKText.pieces(of: bytes) where isDocument || !piece.isColocated {
      let places = place(piece.range)
      let code = callback(
        context, piece.isColocated ? Self.colocated : flags, token + piece.range.lowerBound,
        CInt(piece.range.count), places.0, places.1)
      if code != 0 { return code }
    }
    return 0
  }
}
