import BriefModel
import Glibc

/// What a host that is a number, or a name without a place in the public tree, leads to.
enum LocalHost {
  /// Whether it leads to the reader's own machine or network.
  static func leads(to host: String) -> Bool {
    if names.contains(where: { host == $0 || host.hasSuffix("." + $0) }) { return true }
    if host.hasPrefix("[") { return sixth(host).map(isLocal) ?? false }
    return number(host).map(isLocal) ?? false
  }

  /// Whether it is an address that is reserved for examples (RFC 5737, RFC 3849).
  static func isForExamples(_ host: String) -> Bool {
    if host.hasPrefix("[") { return sixth(host)?.starts(with: [0x20, 0x01, 0x0D, 0xB8]) ?? false }
    guard let number = number(host) else { return false }
    return [0xC000_0200, 0xC633_6400, 0xCB00_7100].contains(number & 0xFFFF_FF00)
  }

  /// Whether it is written as a number, but as none that there is.
  static func isBrokenNumber(_ host: String) -> Bool {
    if host.hasPrefix("[") { return sixth(host) == nil }
    guard let last = host.split(separator: ".").last else { return false }
    return (last.utf8.allSatisfy(\.isDigit) || part(last) != nil) && number(host) == nil
  }

  /// RFC 6761, RFC 6762 with its appendix G, RFC 8375, and what ICANN keeps for private use.
  private static let names = [
    "localhost", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa",
    "localdomain",
  ]
}

// MARK: - IPv4

extension LocalHost {
  /// The address that browsers make of a host whose parts are numbers (the URL Standard's IPv4
  /// parser): one to four parts, decimal, octal or hexadecimal, the last of them for all the rest.
  private static func number(_ host: String) -> UInt32? {
    let parts = host.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...4).contains(parts.count) else { return nil }
    var number: UInt64 = 0
    for (index, text) in parts.enumerated() {
      guard let value = part(text) else { return nil }
      let bytes = index == parts.count - 1 ? 5 - parts.count : 1
      guard value < 1 << UInt64(8 * bytes) else { return nil }
      number = number << UInt64(8 * bytes) | value
    }
    return UInt32(exactly: number)
  }

  private static func part(_ text: Substring) -> UInt64? {
    guard let first = text.utf8.first, first.isDigit, text.utf8.count < 20 else { return nil }
    let lowered = text.lowercased()
    if lowered.hasPrefix("0x") {
      return lowered.count == 2 ? 0 : UInt64(lowered.dropFirst(2), radix: 16)
    }
    return UInt64(lowered, radix: first == 0x30 && lowered.count > 1 ? 8 : 10)
  }

  /// RFC 6890: this machine, private and shared networks, and those of one link.
  private static func isLocal(_ number: UInt32) -> Bool {
    switch number >> 24 {
    case 0, 10, 127: true
    case 100: number >> 22 == 0x6440_0000 >> 22
    case 169: number >> 16 == 0xA9FE
    case 172: number >> 20 == 0xAC1
    case 192: number >> 16 == 0xC0A8
    default: false
    }
  }
}

// MARK: - IPv6

extension LocalHost {
  /// The 16 bytes of an address in brackets.
  private static func sixth(_ host: String) -> [UInt8]? {
    var address = in6_addr()
    guard inet_pton(AF_INET6, String(host.dropFirst().dropLast()), &address) == 1 else {
      return nil
    }
    return withUnsafeBytes(of: &address) { Array($0) }
  }

  /// RFC 4291 and RFC 4193: this machine, one link, unique local ones, and those of IPv4 in them.
  private static func isLocal(_ bytes: [UInt8]) -> Bool {
    if bytes[0] == 0xFE && bytes[1] & 0x80 == 0x80 || bytes[0] & 0xFE == 0xFC { return true }
    let last = bytes[12...].reduce(0) { $0 << 8 | UInt32($1) }
    let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
    let isCompatible = bytes[..<12].allSatisfy { $0 == 0 }
    return (isMapped || isCompatible) && isLocal(last)
  }
}
