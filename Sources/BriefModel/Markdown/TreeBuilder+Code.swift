extension TreeBuilder {
  /// How many names of arrays are kept.
  private static let arrayLimit = 1000

  /// Takes note of the names that have indices in the code that was read.
  mutating func noteArrays() {
    let names = code.withUnsafeBufferPointer { CodeIndices.names(in: $0) }
    for name in names where document.arrays.count < TreeBuilder.arrayLimit {
      document.arrays.insert(name)
    }
  }
}
