import BriefModel
import Testing

/// A fingerprint that stands for some content, told apart by its first byte.
func content(_ number: UInt8) throws -> Fingerprint {
  try #require(Fingerprint(bytes: [number] + Array(repeating: 0, count: 15)))
}
