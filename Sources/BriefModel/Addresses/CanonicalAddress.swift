/// The identity of a source: what is left of its address when everything is taken away that says
/// how it was reached, and not what it is.
enum CanonicalAddress {
  /// Applies, in this order: `https`; the stripped host; no fragment; no tracking parameters; no
  /// trailing slash or `index.html`; no AMP form of the path.
  static func of(_ parts: AddressParts, _ host: Host, _ bytes: Bytes) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 16)
    output.append(contentsOf: "https://".utf8)
    AddressWriter.appendAuthority(
      parts, host: host.canonical, port: parts.port == 443 ? nil : parts.port, bytes, to: &output)
    let pathStart = output.count
    AddressWriter.append(bytes.slice(parts.path), to: &output)
    // What is taken away may bare another of its kind: a canonical address has none left.
    while trimEnd(&output, from: pathStart) || trimAMP(&output, from: pathStart) {}
    if let query = parts.query { appendQuery(bytes.slice(query), to: &output) }
    raiseEscapes(&output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Returns whether anything was taken away.
  private static func trimEnd(_ output: inout [UInt8], from start: Int) -> Bool {
    let count = output.count
    if ends(output, with: "/index.html", from: start) { output.removeLast(10) }
    while output.count > start, output.last == 0x2F { output.removeLast() }
    return output.count < count
  }

  /// `/amp/story`, `/story/amp`, `/story.amp` and `/story.amp.html` are all `/story`.
  ///
  /// Returns whether anything was taken away.
  private static func trimAMP(_ output: inout [UInt8], from start: Int) -> Bool {
    if ends(output, with: "/amp", from: start + 1) {
      output.removeLast(4)
    } else if ends(output, with: ".amp", from: start + 2) {
      output.removeLast(4)
    } else if ends(output, with: ".amp.html", from: start + 2) {
      output.removeSubrange(output.count - 9..<output.count - 5)
    } else {
      return trimAMPFolders(&output, from: start)
    }
    return true
  }

  /// Takes all of them at once, as each would move the rest of the path.
  private static func trimAMPFolders(_ output: inout [UInt8], from start: Int) -> Bool {
    var end = start
    while output[end...].starts(with: "/amp/".utf8) { end += 4 }
    output.removeSubrange(start..<end)
    return end > start
  }

  private static func ends(_ output: [UInt8], with word: StaticString, from start: Int) -> Bool {
    let count = word.utf8CodeUnitCount
    guard output.count - count >= start else { return false }
    return output.withUnsafeBufferPointer { $0.has(word, at: output.count - count) }
  }

  /// Appends the parameters that are not for tracking, in their order.
  private static func appendQuery(_ query: Bytes, to output: inout [UInt8]) {
    var separator: UInt8 = 0x3F
    var start = 0
    while start <= query.count {
      let end = query.firstIndex(of: 0x26, from: start) ?? query.count
      if end > start, !TrackingParameters.contains(query.slice(start..<end)) {
        output.append(separator)
        separator = 0x26
        AddressWriter.append(query.slice(start..<end), to: &output)
      }
      start = end + 1
    }
  }

  /// Percent escapes in upper case, as RFC 3986 (6.2.2.1) makes them equal.
  private static func raiseEscapes(_ output: inout [UInt8]) {
    for index in output.indices where output[index] == 0x25 {
      guard index + 2 < output.count, output[index + 1].isHexDigit, output[index + 2].isHexDigit
      else { continue }
      for digit in index + 1...index + 2 where output[digit] >= 0x61 { output[digit] -= 0x20 }
    }
  }
}
