/// A citation's mark in the bytes of its file, taken apart.
struct MarkParts {
  let citation: Citation
  /// The bytes between the brackets or tags, as they stand; nil where the mark has no words.
  let label: String?
  /// What the label says beyond that.
  let meaning: LabelMeaning

  init(_ citation: Citation, _ meaning: LabelMeaning, in text: [UInt8]) {
    self.citation = citation
    label = MarkParts.label(of: text[citation.range], citation.form)
    self.meaning = meaning
  }

  /// Whether the words say nothing that the sentence needs, or there are none.
  var isBare: Bool { label == nil || meaning.isBare }
  /// Whether the words may go where no sentence needs them: they only say who says so, or that there
  /// is something to read.
  var isDroppable: Bool { isBare || meaning.isOutlet || meaning.isGeneric }
  /// Whether the words are the name of who published the source.
  var isOutlet: Bool { meaning.isOutlet }

  private static func label(of mark: ArraySlice<UInt8>, _ form: Citation.Form) -> String? {
    switch form {
    case .link: mark.inside(after: "[", before: "](")
    case .reference: mark.inside(after: "[", before: "][") ?? mark.inside(after: "[", before: "]")
    case .html: mark.insideTags
    case .autolink, .address, .number, .footnote, .superscript, .digits, .leak: nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// What stands between a start and the last place of an end; nil where they are not there.
  fileprivate func inside(after start: StaticString, before end: StaticString) -> String? {
    withUnsafeBufferPointer { bytes in
      guard bytes.has(start, at: 0) else { return nil }
      let first = start.utf8CodeUnitCount
      var index = bytes.count - end.utf8CodeUnitCount
      while index >= first, !bytes.has(end, at: index) { index -= 1 }
      return index >= first ? bytes.slice(first..<index).text : nil
    }
  }
  /// What stands between a first tag and the closing one at the end; nil where that is not there.
  fileprivate var insideTags: String? {
    let inside = drop { $0 != 0x3E }.dropFirst()
    guard let end = inside.lastIndex(of: 0x3C), inside[end...].dropFirst().first == 0x2F,
      inside[end...].firstIndex(of: 0x3E) == inside.indices.last
    else { return nil }
    return String(decoding: inside[..<end], as: UTF8.self)
  }
}
