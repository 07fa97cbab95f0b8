import CSodium

/// 128 bits of BLAKE2b (RFC 7693) that stand for a piece of content.
package struct Fingerprint: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Takes 16 bytes as they come from the store.
  package init?(bytes: [UInt8]) {
    guard bytes.count == Self.count else { return nil }
    self.bytes = bytes
  }

  /// The fingerprint of some bytes.
  package init(of content: some Sequence<UInt8>) {
    let content = Array(content)
    var digest = [UInt8](repeating: 0, count: Self.count)
    crypto_generichash(&digest, digest.count, content, UInt64(content.count), nil, 0)
    bytes = digest
  }

  private static let count = 16
}

extension Brief {
  /// What a section says and cites, its place in the brief aside.
  package func fingerprint(ofSection index: Int) -> Fingerprint {
    let section = sections[index]
    return Fingerprint(
      of: content(
        section.title + "\n" + section.blocks.plainText,
        citing: section.citations.clamped(to: citations.indices)))
  }

  /// What the lede says and cites.
  package var fingerprintOfLede: Fingerprint {
    Fingerprint(
      of: content(
        lede.plainText, citing: citations.indices.filter { citations[$0].section == nil }))
  }

  /// What the whole brief says and cites: the same for copies, another after a rewrite.
  package var fingerprint: Fingerprint {
    let texts = sections.map { $0.title + "\n" + $0.blocks.plainText }
    return Fingerprint(
      of: content(
        ([title, lede.plainText] + texts).joined(separator: "\n\n"), citing: citations.indices))
  }

  private func content(_ text: String, citing included: some Sequence<Int>) -> [UInt8] {
    var bytes = Array(text.utf8)
    for index in included {
      bytes.append(0)
      guard let source = citations[index].source else { continue }
      bytes.append(contentsOf: sources[source].url.canonical.utf8)
    }
    return bytes
  }
}
