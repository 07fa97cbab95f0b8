/// What a link of the file points at.
enum LinkTarget {
  case web(SourceURL)
  /// A web address that the checker refuses.
  case refused(String)
  case local(Link.Destination)

  /// Reads a decoded link destination.
  init(_ bytes: Bytes, _ addresses: AddressBook) {
    if AddressParts.afterScheme(bytes) != nil {
      self =
        addresses.url(bytes).map { .web($0) } ?? .refused(Sanitizer.clean(bytes, for: .address))
    } else if bytes.first == 0x23 {
      self = .local(.anchor(LinkTarget.decoded(bytes.slice(1..<bytes.count))))
    } else if bytes.isEmpty || LinkTarget.hasScheme(bytes) || bytes.has("//", at: 0) {
      self = .local(.other(Sanitizer.clean(bytes, for: .address)))
    } else if let inner = LinkTarget.innerAddress(bytes), let url = addresses.url(inner) {
      self = .web(url)
    } else {
      self = .local(LinkTarget.file(bytes))
    }
  }

  /// The web address in brackets or quotes with which a destination starts: what is written as
  /// `[label]([https://a.org](https://a.org))` leads there, and no file is called so.
  private static func innerAddress(_ bytes: Bytes) -> Bytes? {
    var start = 0
    while start < bytes.count, "[(<\"'*".utf8.contains(bytes[start]) { start += 1 }
    let rest = bytes.slice(start..<bytes.count)
    guard start > 0, AddressParts.afterScheme(rest) != nil else { return nil }
    let closing: UInt8 =
      switch bytes[start - 1] {
      case 0x5B: 0x5D
      case 0x28: 0x29
      case 0x3C: 0x3E
      case let quote: quote
      }
    return rest.slice(0..<(rest.firstIndex(of: closing, from: 0) ?? rest.count))
  }

  private static func file(_ bytes: Bytes) -> Link.Destination {
    let hash = bytes.firstIndex(of: 0x23, from: 0)
    return .file(
      decoded(bytes.slice(0..<(hash ?? bytes.count))),
      fragment: hash.map { decoded(bytes.slice($0 + 1..<bytes.count)) })
  }

  /// Whether the destination starts with `letters:`; one letter is a drive, not a scheme.
  private static func hasScheme(_ bytes: Bytes) -> Bool {
    guard let colon = bytes.firstIndex(of: 0x3A, from: 0), colon > 1, bytes[0].isLetter else {
      return false
    }
    return bytes[..<colon].allSatisfy {
      $0.isLetter || $0.isDigit || $0 == 0x2B || $0 == 0x2D || $0 == 0x2E
    }
  }

  /// The text with `%41` decoded and made harmless.
  private static func decoded(_ bytes: Bytes) -> String {
    guard bytes.contains(0x25) else { return Sanitizer.clean(bytes, for: .prose) }
    var output: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == 0x25, index + 2 < bytes.count, let value = hex(bytes, at: index + 1) {
        output.append(value)
        index += 3
      } else {
        output.append(bytes[index])
        index += 1
      }
    }
    return output.withUnsafeBufferPointer { Sanitizer.clean($0, for: .prose) }
  }

  private static func hex(_ bytes: Bytes, at index: Int) -> UInt8? {
    guard bytes[index].isHexDigit, bytes[index + 1].isHexDigit else { return nil }
    let value = { (digit: UInt8) in digit.isDigit ? digit - 0x30 : (digit | 0x20) - 0x61 + 10 }
    return value(bytes[index]) << 4 | value(bytes[index + 1])
  }
}
