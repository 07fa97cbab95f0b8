/// Quotes and brackets with their partners, so that what is cut out of a text keeps whole pairs.
///
/// Double quotes of all forms are one kind and single ones another, since many texts open with one
/// form and close with another: `“與, … 검토“`, `‘Dozens,' he says`.
struct PairedMarks {
  typealias Index = String.UnicodeScalarView.Index

  private enum Kind: Int, CaseIterable {
    case doubleQuote, singleQuote, round, square, corner, wideRound, wideSquare
  }

  /// What a mark does by its form alone.
  private enum Form { case opening, closing, neutral }

  /// The open marks of each kind.
  private var open = [[Index]](repeating: [], count: Kind.allCases.count)
  private var pairs: [(opening: Index, closing: Index)] = []

  /// A range without the marks around it, widened by those around it that have their partner inside,
  /// with what stands between: `(Malta)` of `The Sun (Malta)`, `.”` of `They got it. “We voted.”`.
  static func widened(
    _ inner: Range<Index>, in text: String.UnicodeScalarView
  ) -> Range<Index> {
    let around = [text[..<inner.lowerBound], text[inner.upperBound...]]
    guard around.contains(where: { $0.contains { mark($0) != nil } }) else { return inner }
    let marks = PairedMarks(text)
    var (low, high) = (inner.lowerBound, inner.upperBound)
    for (opening, closing) in marks.pairs {
      if inner.contains(closing) { low = min(low, opening) }
      if inner.contains(opening) { high = max(high, text.index(after: closing)) }
    }
    return low..<high
  }

  private init(_ text: String.UnicodeScalarView) {
    var before: Unicode.Scalar?
    for index in text.indices {
      let next = text.index(after: index)
      add(text[index], at: index, before: before, next: next < text.endIndex ? text[next] : nil)
      before = text[index]
    }
  }

  private mutating func add(
    _ scalar: Unicode.Scalar, at index: Index, before: Unicode.Scalar?, next: Unicode.Scalar?
  ) {
    guard let (kind, form) = PairedMarks.mark(scalar) else { return }
    let isAfterWord = before.map(PairedMarks.isOfWord) ?? false
    let isBeforeWord = next.map { PairedMarks.isOfWord($0) || PairedMarks.mark($0) != nil } ?? false
    let isQuote = kind == .doubleQuote || kind == .singleQuote
    if kind == .singleQuote, isAfterWord, next.map(PairedMarks.isOfWord) ?? false { return }
    let isClosed = open[kind.rawValue].isEmpty
    let opens =
      switch form {
      case .opening: !isQuote || isBeforeWord || isClosed
      case .closing: isQuote && isClosed && isBeforeWord && !isAfterWord
      case .neutral: isBeforeWord && !isAfterWord || isClosed && kind == .doubleQuote
      }
    if opens {
      open[kind.rawValue].append(index)
    } else if let partner = open[kind.rawValue].popLast() {
      pairs.append((partner, index))
    }
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isLetter || scalar.properties.numericType != nil
  }

  private static func mark(_ scalar: Unicode.Scalar) -> (kind: Kind, form: Form)? {
    switch scalar {
    case "“", "„": (.doubleQuote, .opening)
    case "”": (.doubleQuote, .closing)
    case "\"": (.doubleQuote, .neutral)
    case "‘", "‚": (.singleQuote, .opening)
    case "’": (.singleQuote, .closing)
    case "'": (.singleQuote, .neutral)
    case "(": (.round, .opening)
    case ")": (.round, .closing)
    case "[": (.square, .opening)
    case "]": (.square, .closing)
    case "「": (.corner, .opening)
    case "」": (.corner, .closing)
    case "（": (.wideRound, .opening)
    case "）": (.wideRound, .closing)
    case "【": (.wideSquare, .opening)
    case "】": (.wideSquare, .closing)
    default: nil
    }
  }
}
