extension SourceURL {
  /// The longest address that is taken; longer ones are no news.
  package static let lengthLimit = 8192

  /// Checks an address from outside; nil where it is not `http` or `https`, has no host, or holds
  /// a control character, a space, a bidi control, a backslash or ill-formed UTF-8.
  package init?(_ raw: String) {
    var raw = raw
    guard let url = raw.withUTF8({ SourceURL(bytes: $0) }) else { return nil }
    self = url
  }

  init?(bytes: Bytes) {
    self.init(bytes: bytes) { Host($0) }
  }

  /// `host` checks a host as written.
  init?(bytes: Bytes, host check: (Bytes) -> Host?) {
    guard bytes.count <= SourceURL.lengthLimit, let parts = AddressParts(bytes),
      SourceURL.isAcceptable(bytes), let host = check(bytes.slice(parts.host))
    else { return nil }
    let display = Sanitizer.clean(bytes, for: .address)
    let ascii = AddressWriter.ascii(parts, host, bytes)
    let canonical = CanonicalAddress.of(parts, host, bytes)
    // Most addresses are the same in all forms: these are kept once.
    self.init(
      ascii: ascii == display ? display : ascii, display: display,
      canonical: canonical == display ? display : canonical, host: host)
  }

  /// Checks an address that lacks its scheme, for which `https` is taken; nil where its domain does
  /// not end in a suffix that the Public Suffix List knows.
  init?(withoutScheme bytes: Bytes) {
    let whole = Array("https://".utf8) + bytes
    guard let url = whole.withUnsafeBufferPointer({ SourceURL(bytes: $0) }),
      Host.hasKnownSuffix(url.domain)
    else { return nil }
    self = url
  }

  /// Whether no byte stands in the address that could deceive a shell, a terminal or a reader.
  private static func isAcceptable(_ bytes: Bytes) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        guard byte > 0x20, byte != 0x7F, byte != 0x5C else { return false }
        index += 1
        continue
      }
      let scalar = DecodedScalar(bytes, at: index)
      guard let value = scalar.value, !isDeceptive(value) else { return false }
      index += scalar.length
    }
    return true
  }

  /// C1, spaces of any width, and the controls that reorder text.
  private static func isDeceptive(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x80...0xA0, 0x61C, 0x1680, 0x2000...0x200A, 0x200E...0x200F, 0x2028...0x202F, 0x205F,
      0x2066...0x206F, 0x3000:
      true
    default: false
    }
  }
}
