/// Where the parts of a web address lie in its bytes: RFC 3986, `http` and `https` only.
struct AddressParts {
  let isSecure: Bool
  /// Without the `@`; empty where there is none.
  let userInfo: Range<Int>
  /// As written, with the brackets of an IPv6 address.
  let host: Range<Int>
  /// Nil where none is written or it is the scheme's own.
  let port: Int?
  let path: Range<Int>
  /// Without the `?`; nil where there is none.
  let query: Range<Int>?
  /// Without the `#`; nil where there is none.
  let fragment: Range<Int>?

  /// Finds the parts, or nil where this is no web address with a host.
  init?(_ bytes: Bytes) {
    guard let start = AddressParts.afterScheme(bytes) else { return nil }
    isSecure = start == 8
    let end = AddressParts.first(of: [0x2F, 0x3F, 0x23], in: bytes, from: start) ?? bytes.count
    let authority = start..<end
    let at = bytes[authority].lastIndex(of: 0x40)
    userInfo = start..<(at ?? start)
    let hostStart = at.map { $0 + 1 } ?? start
    guard let hostEnd = AddressParts.hostEnd(bytes, hostStart..<end), hostEnd > hostStart else {
      return nil
    }
    host = hostStart..<hostEnd
    guard let port = AddressParts.port(bytes, hostEnd..<end) else { return nil }
    self.port = port == 0 || port == (isSecure ? 443 : 80) ? nil : port

    let hash = bytes.firstIndex(of: 0x23, from: end)
    let mark = bytes.firstIndex(of: 0x3F, from: end).flatMap { $0 < hash ?? .max ? $0 : nil }
    path = end..<(mark ?? hash ?? bytes.count)
    query = mark.map { $0 + 1..<(hash ?? bytes.count) }
    fragment = hash.map { $0 + 1..<bytes.count }
  }

  /// The index after `http://` or `https://` in any case, or nil.
  static func afterScheme(_ bytes: Bytes) -> Int? {
    let word: [UInt8] = [0x68, 0x74, 0x74, 0x70]
    guard bytes.count > 8 || bytes.count == 8 && bytes[4] == 0x3A else { return nil }
    for index in 0..<4 where bytes[index].lowered != word[index] { return nil }
    let colon = bytes[4].lowered == 0x73 ? 5 : 4
    return bytes.has("://", at: colon) ? colon + 3 : nil
  }

  private static func first(of set: [UInt8], in bytes: Bytes, from start: Int) -> Int? {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == set[0] || byte == set[1] || byte == set[2] { return index }
      index += 1
    }
    return nil
  }

  /// Where the host ends: at the port's colon, or with the authority; nil for a broken bracket.
  private static func hostEnd(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
    guard let first = range.first, bytes[first] == 0x5B else {
      return bytes[range].firstIndex(of: 0x3A) ?? range.upperBound
    }
    return bytes[range].firstIndex(of: 0x5D).map { $0 + 1 }
  }

  /// The number after the colon; 0 for an empty or missing port, nil for a broken one.
  private static func port(_ bytes: Bytes, _ range: Range<Int>) -> Int? {
    guard let first = range.first else { return 0 }
    guard bytes[first] == 0x3A, range.count <= 6 else { return nil }
    var port = 0
    for byte in bytes[range].dropFirst() {
      guard byte.isDigit else { return nil }
      port = port * 10 + Int(byte - 0x30)
    }
    return port <= 65535 ? port : nil
  }
}
