/// The names of reference links.
enum ReferenceName {
  /// Names are compared without case, and any white space is one space.
  static func folded(_ name: Bytes) -> String {
    guard name.allSatisfy({ $0 > 0x20 && $0 < 0x80 }) else {
      let words = name.text.lowercased().split(whereSeparator: \.isWhitespace)
      return words.joined(separator: " ")
    }
    return String(unsafeUninitializedCapacity: name.count) { output in
      for index in 0..<name.count { output[index] = name[index].lowered }
      return name.count
    }
  }
}
