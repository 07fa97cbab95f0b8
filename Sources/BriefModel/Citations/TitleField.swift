/// Finds the title of an entry that calls it so: `Title: …`, beside `URL: https://…`.
enum TitleField {
  /// What goes before a title, in lower case.
  private static let names: Set<String> = [
    "title", "headline", "titel", "titre", "titolo", "título", "标题", "標題", "题目", "タイトル", "見出し",
    "제목", "заголовок",
  ]
  /// The most bytes before a field on its line: a comma, a bullet, the name of the field.
  private static let nameLimit = 40

  /// The title in the lines of a text; nil where no field calls it so.
  static func read(_ text: String) -> String? {
    guard text.utf8.contains(0x3A) || text.unicodeScalars.contains("：") else { return nil }
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(where: { $0 == ":" || $0 == "：" }),
        line[..<colon].utf8.count <= nameLimit,
        names.contains(OutletName.trimmed(String(line[..<colon])).lowercased())
      else { continue }
      let title = OutletName.trimmed(Sanitizer.prose(String(line[line.index(after: colon)...])))
      if title.unicodeScalars.contains(where: \.isLetter) { return title }
    }
    return nil
  }
}
