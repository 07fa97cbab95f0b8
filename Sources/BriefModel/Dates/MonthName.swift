/// The names of months, in English and in other languages of Europe.
enum MonthName {
  /// A month's English name or its first three letters, and the index after it.
  static func english(_ text: Bytes, at index: Int) -> (month: Int, end: Int)? {
    var end = index
    while end < text.count, text[end].isLetter { end += 1 }
    guard end - index >= 3, end - index <= 9 else { return nil }
    let names: [StaticString] = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    for (number, name) in names.enumerated() {
      let isShort = end - index == 3 || end - index == 4 && number == 8
      guard end - index == name.utf8CodeUnitCount || isShort else { continue }
      if (0..<end - index).allSatisfy({ text[index + $0].lowered == name.utf8Start[$0] }) {
        return (number + 1, end)
      }
    }
    return nil
  }

  /// A month's name in any language that is known, and the index after it.
  static func any(_ text: Bytes, at index: Int) -> (month: Int, end: Int)? {
    if let month = english(text, at: index) { return month }
    var end = index
    while end < text.count, text[end].isLetter || text[end] >= 0x80 { end += 1 }
    guard (3...limit).contains(end - index) else { return nil }
    let word = String(decoding: text[index..<end], as: UTF8.self).lowercased()
    return months[word].map { ($0, end) }
  }

  /// Past `de` and `of`, with which some say of which month and year a day is.
  static func afterOf(_ text: Bytes, _ index: Int) -> Int {
    for word in ["de ", "del ", "of "] as [StaticString] where text.has(word, at: index) {
      return index + word.utf8CodeUnitCount
    }
    return index
  }

  /// The most bytes of a name.
  private static let limit = 20

  private static let months: [String: Int] = {
    var months: [String: Int] = [:]
    for (month, names) in table.enumerated() {
      for name in names { months[name] = month + 1 }
    }
    return months
  }()

  private static let table: [[String]] = [
    ["januar", "jänner", "janvier", "enero", "gennaio", "janeiro", "januari", "января", "январь"],
    [
      "februar", "février", "févr", "febrero", "febbraio", "fevereiro", "februari", "февраля",
      "февраль",
    ],
    ["märz", "mars", "marzo", "março", "maart", "марта", "март"],
    ["avril", "abril", "aprile", "апреля", "апрель"],
    ["mai", "mayo", "maggio", "maio", "mei", "мая", "май"],
    ["juni", "juin", "junio", "giugno", "junho", "июня", "июнь"],
    ["juli", "juillet", "julio", "luglio", "julho", "июля", "июль"],
    ["août", "agosto", "augustus", "августа", "август"],
    ["septembre", "septiembre", "settembre", "setembro", "сентября", "сентябрь"],
    ["oktober", "okt", "octobre", "octubre", "ottobre", "outubro", "октября", "октябрь"],
    ["novembre", "noviembre", "novembro", "ноября", "ноябрь"],
    [
      "dezember", "dez", "décembre", "diciembre", "dicembre", "dezembro", "декабря", "декабрь",
    ],
  ]
}
