/// Bytes that count how often they are read.
final class ReadBytes: Sequence {
  private let bytes: [UInt8]
  private(set) var reads = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func makeIterator() -> [UInt8].Iterator {
    reads += 1
    return bytes.makeIterator()
  }
}
