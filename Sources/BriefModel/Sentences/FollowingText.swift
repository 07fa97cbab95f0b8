/// What stands behind citations that stand behind a full stop: a sentence of its own, or one of
/// which they are the first words.
struct FollowingText {
  /// As many bytes of it are looked at.
  private static let limit = 96

  private let rest: Substring.UnicodeScalarView

  init(_ bytes: [UInt8], from start: Int) {
    let end = min(bytes.count, start + FollowingText.limit)
    let line = bytes[start..<end].prefix { $0 != 0x0A }
    rest = Substring(String(decoding: line, as: UTF8.self)).unicodeScalars
  }

  /// Whether a sentence may start behind a space: with a capital, or in Chinese or Japanese with
  /// what does not go on after a name, as verbs of telling and particles do.
  ///
  /// After a single name two capitalised words may belong to the name: `[CNN](…) White House staff`.
  func canStartSentence(afterOne isAlone: Bool) -> Bool {
    guard rest.first == " ", let start = rest.firstIndex(where: { $0 != " " }) else { return false }
    let text = rest[start...]
    guard let first = text.first else { return false }
    if WrittenScript.isCJK(first.value) {
      return !(isAlone && FollowingText.isHangul(first)) && !continues(String(text))
    }
    guard isAlone else { return first.properties.isUppercase || first.isOpening }
    return first.properties.isUppercase && !startsName(text)
  }

  /// Whether the first words look like a part of a name, by capitals where a sentence has none.
  private func startsName(_ text: Substring.UnicodeScalarView) -> Bool {
    let words = text.split(separator: " ", maxSplits: 2).prefix(2)
    guard let first = words.first else { return false }
    let isShort = first.count <= FollowingText.articleLength
    if first.count > 1, first.allSatisfy(\.properties.isUppercase) { return true }
    return !isShort && words.last?.first?.properties.isUppercase == true && words.count > 1
  }

  /// As many letters has a word that may go before a capital in any sentence: `The Fed`.
  private static let articleLength = 3

  private func continues(_ text: String) -> Bool {
    FollowingText.continuations.contains { text.hasPrefix($0) }
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x11FF).contains(scalar.value) || (0x3130...0x318F).contains(scalar.value)
      || (0xA960...0xD7FF).contains(scalar.value)
  }

  private static let continuations = [
    "报", "報", "称", "稱", "表示", "说", "說", "指出", "援引", "引述", "认为", "認為", "发", "發", "宣布",
    "披露", "透露", "警告", "预", "預", "显示", "顯示", "强调", "強調", "分析", "评", "評", "刊", "撰文", "写",
    "寫", "的", "和", "与", "與", "及", "是", "有", "也", "已", "则", "則", "还", "還", "将", "將", "只",
    "は", "が", "の", "も", "と", "に", "を", "で", "や", "へ", "によ",
  ]
}

extension Unicode.Scalar {
  /// Whether a sentence may start with it in place of a letter.
  fileprivate var isOpening: Bool {
    switch self {
    case "0"..."9", "\"", "“", "‘", "「", "『", "«": true
    default: false
    }
  }
}
