/// 128 bits of BLAKE2b that stand for a piece of content.
package struct Fingerprint: Hashable, Sendable {
  package let bytes: [UInt8]

  /// Takes 16 bytes as they come from the store.
  package init?(bytes: [UInt8]) {
    guard bytes.count == 16 else { return nil }
    self.bytes = bytes
  }
}
