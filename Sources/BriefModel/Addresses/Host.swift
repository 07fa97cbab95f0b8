import CICU
import CPSL

/// The host of a web address, in the forms in which it is sent, shown and compared, and what is known
/// of it; shared by all addresses at it.
final class Host: Sendable {
  /// ASCII, lower case, as it is sent; an IPv6 address with its brackets.
  let ascii: String
  /// ASCII, without `www.`, `m.`, `amp.` and `edition.`.
  let canonical: String
  /// `canonical` in Unicode.
  let shown: String
  /// The registrable domain of the host in Unicode, or `shown` where there is none.
  let domain: String
  /// The outlet at the host, or at its domain, in the table.
  let outlet: OutletTable.Row?
  /// Whether an address at the host may lead on to another, or search.
  let mayLeadOn: Bool

  /// Checks a host as written; nil where it is none.
  convenience init?(_ bytes: Bytes) {
    guard let ascii = Host.ascii(bytes) else { return nil }
    guard !Host.isAddress(ascii) else {
      self.init(ascii: ascii, canonical: ascii, shown: ascii, domain: ascii)
      return
    }
    let domain = Host.registrableDomain(of: ascii)
    let canonical = Host.stripped(ascii, to: domain)
    let isEncoded = ascii.utf8.isASCIICompatibleEncoded
    let shown = isEncoded ? Host.unicode(canonical) : canonical
    self.init(
      ascii: ascii, canonical: canonical, shown: shown,
      domain: domain.map { isEncoded ? Host.unicode($0) : $0 } ?? shown)
  }

  private init(ascii: String, canonical: String, shown: String, domain: String) {
    self.ascii = ascii
    self.canonical = canonical
    self.shown = shown
    self.domain = domain
    outlet = OutletTable.row(host: shown, domain: domain)
    mayLeadOn = SourceURL.mayLeadOn(host: shown)
  }

  /// Takes the labels away that say how, not who; never a part of the registrable domain.
  private static func stripped(_ host: String, to domain: String?) -> String {
    guard let domain else { return host }
    var rest = host[...]
    while rest.utf8.count > domain.utf8.count,
      let label = ["www.", "m.", "amp.", "edition."].first(where: { rest.hasPrefix($0) })
    {
      rest = rest.dropFirst(label.utf8.count)
    }
    return rest.startIndex == host.startIndex ? host : String(rest)
  }

  /// Whether what follows the first label of a registrable domain is a public suffix by a rule of
  /// its own, so that the domain is no mere word.
  static func hasKnownSuffix(_ domain: String) -> Bool {
    guard let dot = domain.utf8.firstIndex(of: 0x2E), let list = psl_builtin() else { return false }
    return String(domain[domain.utf8.index(after: dot)...]).withCString {
      psl_is_public_suffix2(list, $0, PSL_TYPE_ANY | PSL_TYPE_NO_STAR_RULE) != 0
    }
  }

  private static func registrableDomain(of host: String) -> String? {
    guard let list = psl_builtin() else { return nil }
    return host.withCString { name in
      psl_registrable_domain(list, name).map { String(cString: $0) }
    }
  }
}

// MARK: - ASCII

extension Host {
  /// The longest host that DNS knows.
  private static let lengthLimit = 253

  private static func ascii(_ bytes: Bytes) -> String? {
    if bytes.first == 0x5B { return bracketed(bytes) }
    guard bytes.count <= 4 * lengthLimit else { return nil }
    if bytes.contains(where: { $0 >= 0x80 }) {
      return internationalised(bytes).flatMap { isWellFormed($0.utf8) ? $0 : nil }
    }
    var lowered = bytes.map(\.lowered)
    if lowered.last == 0x2E { lowered.removeLast() }
    return isWellFormed(lowered) ? String(decoding: lowered, as: UTF8.self) : nil
  }

  /// Letters, digits, `-` and `_` in labels of 1 to 63 bytes.
  private static func isWellFormed(_ host: some Collection<UInt8>) -> Bool {
    guard host.count <= lengthLimit else { return false }
    var label = 0
    for byte in host {
      if byte == 0x2E {
        guard label > 0 else { return false }
        label = 0
      } else {
        guard byte.isLetter || byte.isDigit || byte == 0x2D || byte == 0x5F, label < 63 else {
          return false
        }
        label += 1
      }
    }
    return label > 0
  }

  /// An IPv6 address in its brackets.
  private static func bracketed(_ bytes: Bytes) -> String? {
    guard bytes.count > 3, bytes.count < 50, bytes.last == 0x5D else { return nil }
    let inner = bytes[1..<bytes.count - 1]
    guard inner.contains(0x3A),
      inner.allSatisfy({ $0.isHexDigit || $0 == 0x3A || $0 == 0x2E })
    else { return nil }
    return String(decoding: bytes.map(\.lowered), as: UTF8.self)
  }

  /// Whether a host is a number rather than a name.
  private static func isAddress(_ host: String) -> Bool {
    host.utf8.first == 0x5B || host.utf8.allSatisfy { $0.isDigit || $0 == 0x2E }
  }
}

// MARK: - Internationalised names (UTS 46)

extension Host {
  private static func internationalised(_ bytes: Bytes) -> String? {
    converted(bytes, icu_host_to_ascii)
  }

  /// The Unicode form, or the ASCII one where that is not a valid internationalised name or holds
  /// a character that no text may hold.
  private static func unicode(_ host: String) -> String {
    var name = host
    let unicode = name.withUTF8 { converted($0, icu_host_to_unicode) }
    return unicode.flatMap { Sanitizer.isClean($0) ? $0 : nil } ?? host
  }

  private static func converted(
    _ bytes: Bytes,
    _ convert: (UnsafePointer<CChar>?, Int32, UnsafeMutablePointer<CChar>?, Int32) -> Int32
  ) -> String? {
    var output = [CChar](repeating: 0, count: 4 * bytes.count + 64)
    let length = bytes.withMemoryRebound(to: CChar.self) { name in
      convert(name.baseAddress, Int32(name.count), &output, Int32(output.count))
    }
    guard length > 0 else { return nil }
    return String(decoding: output[..<Int(length)].map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension String.UTF8View {
  /// Whether a label starts with `xn--`.
  fileprivate var isASCIICompatibleEncoded: Bool {
    var previous: UInt8 = 0x2E
    var index = startIndex
    while index != endIndex {
      if self[index] == 0x78, previous == 0x2E, self[index...].starts(with: "xn--".utf8) {
        return true
      }
      previous = self[index]
      formIndex(after: &index)
    }
    return false
  }
}
