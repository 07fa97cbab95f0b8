/// The meanings of the labels of a brief, each found once: a label is often that of many citations.
struct LabelMeanings {
  private struct Key: Hashable {
    let label: String
    let source: Int?
    let form: Citation.Form
  }

  private let brief: Brief
  private var known: [Key: LabelMeaning] = [:]

  init(_ brief: Brief) { self.brief = brief }

  subscript(citation: Citation) -> LabelMeaning {
    mutating get {
      // Of a source that is cited once nothing is asked again.
      guard citation.source.map({ brief.sources[$0].citations.count > 1 }) ?? true else {
        return LabelMeaning(citation, of: brief)
      }
      let key = Key(label: citation.label, source: citation.source, form: citation.form)
      if let meaning = known[key] { return meaning }
      let meaning = LabelMeaning(citation, of: brief)
      known[key] = meaning
      return meaning
    }
  }
}
