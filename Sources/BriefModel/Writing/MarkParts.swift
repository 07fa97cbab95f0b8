/// A citation's mark in the bytes of its file, taken apart.
struct MarkParts {
  let citation: Citation
  /// The bytes between the brackets or tags, as they stand; nil where the mark has no words.
  let label: String?
  /// What the label says beyond that.
  let meaning: LabelMeaning

  init(_ citation: Citation, _ meaning: LabelMeaning, in text: [UInt8]) {
    self.citation = citation
    label = MarkParts.label(
      of: String(decoding: text[citation.range], as: UTF8.self), citation.form)
    self.meaning = meaning
  }

  /// Whether the words say nothing that the sentence needs, or there are none.
  var isBare: Bool { label == nil || meaning.isBare }
  /// Whether the words are the name of who published the source.
  var isOutlet: Bool { meaning.isOutlet }

  private static func label(of mark: String, _ form: Citation.Form) -> String? {
    switch form {
    case .link: mark.inside(after: "[", before: "](")
    case .reference: mark.inside(after: "[", before: "][") ?? mark.inside(after: "[", before: "]")
    case .html:
      mark.firstIndex(of: ">").flatMap { tag in
        String(mark[mark.index(after: tag)...]).inside(after: "", before: "</")
      }
    case .autolink, .address, .number, .footnote, .superscript, .digits, .leak: nil
    }
  }
}

extension String {
  /// What stands between a start and the last place of an end; nil where they are not there.
  fileprivate func inside(after start: String, before end: String) -> String? {
    guard hasPrefix(start) else { return nil }
    let bytes = Array(utf8)
    let mark = Array(end.utf8)
    var index = bytes.count - mark.count
    while index >= start.utf8.count {
      if bytes[index..<index + mark.count].elementsEqual(mark) {
        return String(decoding: bytes[start.utf8.count..<index], as: UTF8.self)
      }
      index -= 1
    }
    return nil
  }
}
