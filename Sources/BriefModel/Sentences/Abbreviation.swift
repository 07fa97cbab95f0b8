/// Tells where a full stop ends an abbreviation and not the sentence, beyond those that ICU knows.
///
/// What may also end a sentence, such as `U.S.`, does so only before a word with which sentences
/// often start.
enum Abbreviation {
  /// The most bytes of an abbreviation, and of a word behind one.
  private static let limit = 12

  /// Whether a sentence that seems to end at `end` goes on: there a full stop and spaces go before.
  static func goesOn(at end: Int, in text: Bytes) -> Bool {
    var stop = end
    while stop > 0, text[stop - 1] == 0x20 { stop -= 1 }
    guard stop > 1, stop < text.count, text[stop - 1] == 0x2E,
      let word = word(endingAt: stop - 1, in: text)
    else { return false }
    let next = Bytes(rebasing: text[end...])
    let isBeforeDigit = next.first?.isDigit ?? false
    if beforeNames.contains(word) { return true }
    if beforeNumbers.contains(word) { return isBeforeDigit }
    if word.utf8.count <= 2, word.utf8.allSatisfy(\.isDigit) {
      return months.contains(self.word(startingIn: next))
    }
    let start = stop - 1 - word.utf8.count
    guard isShort(word) && isInName(word, at: start, in: text) || beforeAnything.contains(word)
    else { return false }
    let following = self.word(startingIn: next)
    if hours.contains(word) { return behindHours.contains(following) || following.isAllHigh }
    return !starters.contains(following)
  }

  /// Letters with or without stops between them: `U.S`, `J`, `p.m`, but not `I`.
  private static func isShort(_ word: String) -> Bool {
    let letters = word.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    return letters.allSatisfy { $0.count == 1 && $0.first?.isLetter == true } && word != "I"
  }

  /// Whether a single letter may be an initial: `George W. Bush`, but not `plan B.`.
  private static func isInName(_ word: String, at start: Int, in text: Bytes) -> Bool {
    guard word.utf8.count == 1, start > 1, text[start - 1] == 0x20 else { return true }
    let before = text[..<(start - 1)].lastIndex { $0 == 0x20 || $0 == 0x0A }.map { $0 + 1 } ?? 0
    return text[before] != text[before].lowered || !text[before].isLetter
  }

  private static let hours: Set<String> = ["a.m", "p.m"]
  private static let behindHours: Set<String> = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January",
    "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec",
    "Eastern", "Pacific", "Central", "Beijing", "London",
  ]

  /// The letters, digits and inner stops before an offset; nil where more goes before them.
  private static func word(endingAt end: Int, in text: Bytes) -> String? {
    var start = end
    while start > 0, text[start - 1].isLetter || text[start - 1].isDigit || text[start - 1] == 0x2E
    {
      start -= 1
    }
    guard start < end, end - start <= limit, start == 0 || text[start - 1] < 0x80 else {
      return nil
    }
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  private static func word(startingIn text: Bytes) -> String {
    let letters = text.prefix(limit + 1).prefix { $0.isLetter || $0 >= 0x80 }
    return String(decoding: letters, as: UTF8.self)
  }

  /// Titles and the like, behind which a name comes.
  private static let beforeNames: Set<String> = [
    "Adm", "Amb", "Atty", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Dist", "Dr", "Fr", "Ft", "Gen",
    "Gov", "Hon", "Lt", "Maj", "Messrs", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Mt", "Pres", "Prof",
    "Pvt", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Ste", "Supt", "v", "vs", "cf", "e.g",
    "i.e", "approx", "ca", "z.B", "d.h", "bzw",
  ]

  /// Those of what is counted, and of months.
  private static let beforeNumbers: Set<String> = [
    "No", "Nos", "Nr", "Vol", "vol", "Ch", "ch", "Sec", "sec", "Art", "art", "Abs", "Fig", "fig",
    "Figs", "Eq", "p", "pp", "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct",
    "Nov", "Dec",
  ]

  /// Those that end sentences as often as not, besides letters with stops.
  private static let beforeAnything: Set<String> = [
    "Bros", "Co", "Corp", "Cos", "Inc", "Jr", "Ltd", "Ph.D", "Sr", "St",
  ]

  /// The months behind a day with a stop: `5. Februar`.
  private static let months: Set<String> = [
    "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
    "Oktober", "November", "Dezember",
  ]

  /// The words with which sentences often start, and names seldom.
  private static let starters: Set<String> = [
    "A", "About", "After", "All", "Although", "Among", "An", "And", "Another", "Any", "As", "At",
    "Because", "Before", "Both", "But", "By", "Critics", "Despite", "During", "Each", "Earlier",
    "Even", "Experts", "Few", "For", "From", "He", "Her", "Here", "His", "How", "However", "I",
    "If",
    "In", "Instead", "It", "Its", "Last", "Later", "Many", "Meanwhile", "More", "Most", "Nearly",
    "No", "None", "Not", "Now", "Officials", "On", "Once", "One", "Only", "Other", "Others", "Our",
    "Over", "People", "She", "Since", "So", "Some", "Still", "Such", "That", "The", "Their", "Then",
    "There", "These", "They", "This", "Those", "Though", "Through", "To", "Today", "Two", "Under",
    "Until", "We", "What", "When", "Where", "Whether", "Which", "While", "Who", "Why", "With",
    "Without", "Yesterday", "Yet", "You", "Your",
  ]
}

extension String {
  /// Whether all letters of a word are capitals: `ET`.
  fileprivate var isAllHigh: Bool {
    utf8.count > 1 && utf8.allSatisfy { $0.isLetter && $0 != $0.lowered }
  }
}
