extension SourceURL {
  /// Whether the address is the one of which this is the canonical form, or lies below it: the path
  /// goes on with a part of its own, or a query comes or goes on.
  package func isWithin(_ canonical: String) -> Bool {
    let (own, other) = (self.canonical.utf8, canonical.utf8)
    guard own.starts(with: other) else { return false }
    guard let next = own.dropFirst(other.count).first else { return true }
    return other.contains(0x3F) ? next == 0x26 : next == 0x2F || next == 0x3F
  }

  /// Whether the address is at a host, as it is shown, or at one below it.
  package func isAt(host: String) -> Bool {
    [self.host, asciiHost].contains { $0 == host || $0.hasSuffix("." + host) }
  }
}
