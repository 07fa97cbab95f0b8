/// Writes parts of web addresses in pure printable ASCII.
enum AddressWriter {
  /// The address as it is opened and copied: as written, but percent-encoded and with the host in
  /// its ASCII form.
  static func ascii(_ parts: AddressParts, _ host: Host, _ bytes: Bytes) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    output.append(contentsOf: (parts.isSecure ? "https://" : "http://").utf8)
    appendAuthority(parts, host: host.ascii, port: parts.port, bytes, to: &output)
    append(bytes.slice(parts.path), to: &output)
    if let query = parts.query {
      output.append(0x3F)
      append(bytes.slice(query), to: &output)
    }
    if let fragment = parts.fragment {
      output.append(0x23)
      append(bytes.slice(fragment), to: &output)
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends `user@host:port`.
  static func appendAuthority(
    _ parts: AddressParts, host: String, port: Int?, _ bytes: Bytes, to output: inout [UInt8]
  ) {
    if !parts.userInfo.isEmpty {
      append(bytes.slice(parts.userInfo), to: &output)
      output.append(0x40)
    }
    output.append(contentsOf: host.utf8)
    if let port { output.append(contentsOf: ":\(port)".utf8) }
  }

  /// Appends bytes, percent-encoding what a URL must not hold as it is.
  static func append(_ bytes: Bytes, to output: inout [UInt8]) {
    var start = 0
    for index in bytes.indices where mustEncode(bytes[index]) {
      output.append(contentsOf: bytes[start..<index])
      output.append(0x25)
      output.append(hexDigit(bytes[index] >> 4))
      output.append(hexDigit(bytes[index] & 0xF))
      start = index + 1
    }
    output.append(contentsOf: bytes[start...])
  }

  /// What is outside of printable ASCII, and `"<>^`{|}`, which RFC 3986 does not allow.
  private static func mustEncode(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x22, 0x3C, 0x3E, 0x5E, 0x60, 0x7B...0x7D: true
    default: byte <= 0x20 || byte >= 0x7F
    }
  }

  private static func hexDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? 0x30 + value : 0x41 + value - 10
  }
}
