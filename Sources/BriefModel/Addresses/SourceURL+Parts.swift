extension SourceURL {
  /// Whether it is written with `https`.
  package var isSecure: Bool { ascii.utf8.starts(with: "https:".utf8) }

  /// What stands before the `@` of the host; empty where nothing does.
  package var userInfo: String { part { $0.userInfo } }

  /// The path with its first slash; may be empty.
  package var path: String { part { $0.path } }

  /// The names of the parameters that only tell where the reader came from, in their order.
  package var trackingParameters: [String] {
    guard ascii.utf8.contains(0x3F) else { return [] }
    return part { $0.query ?? 0..<0 }.split(separator: "&").compactMap { parameter in
      var text = String(parameter)
      guard text.withUTF8({ TrackingParameters.contains($0) }) else { return nil }
      return String(parameter.prefix { $0 != "=" })
    }
  }

  /// What the first parameter of a name is set to; nil without one.
  package func value(of name: String) -> Substring? {
    part { $0.query ?? 0..<0 }.split(separator: "&").lazy
      .first { $0.hasPrefix(name + "=") }?.dropFirst(name.count + 1)
  }

  /// Gives the bytes of the path and of the query, where there is one; valid only while that call
  /// lasts.
  func withPathAndQuery(_ body: (_ path: Bytes, _ query: Bytes) -> Void) {
    var address = ascii
    address.withUTF8 { bytes in
      guard let parts = AddressParts(bytes) else { return }
      body(bytes.slice(parts.path), bytes.slice(parts.query ?? 0..<0))
    }
  }

  /// The address as it is shown, parted where the host begins and where it ends with its port: what
  /// it says to a reader is what it says to a browser.
  package var shownParts: (lead: String, host: String, rest: String) {
    var address = display
    return address.withUTF8 { bytes in
      guard let parts = AddressParts(bytes) else { return ("", asciiHost, "") }
      let (start, end) = (parts.host.lowerBound, parts.path.lowerBound)
      return (
        bytes.slice(0..<start).text, bytes.slice(start..<end).text,
        bytes.slice(end..<bytes.count).text
      )
    }
  }

  private func part(_ range: (AddressParts) -> Range<Int>) -> String {
    var address = ascii
    return address.withUTF8 { bytes in
      AddressParts(bytes).map { bytes.slice(range($0)).text } ?? ""
    }
  }
}
