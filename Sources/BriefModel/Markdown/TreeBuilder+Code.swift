extension TreeBuilder {
  /// What the blocks of code are called that hold text, in which a number in brackets is a citation.
  static let proseLanguages: Set<String> = ["markdown", "md", "plain", "plaintext", "text", "txt"]
  /// How many names of arrays are kept.
  private static let arrayLimit = 1000

  /// Takes note of the names that have indices in the code that was read.
  mutating func noteArrays() {
    let names = code.withUnsafeBufferPointer { ArrayIndex.names(inCode: $0) }
    for name in names where document.arrays.count < TreeBuilder.arrayLimit {
      document.arrays.insert(name)
    }
  }
}
