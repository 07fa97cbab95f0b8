/// What is asked of the desk of all sources.
package enum DeskRequest: Sendable, Equatable {
  /// All outlets whose names or hosts have some text.
  case outlets(String, by: DeskOrder)
  /// The articles of an outlet.
  case articles(outlet: Int64, by: DeskOrder)
  /// The passages that cite an article, those of the newest briefs first.
  case passages(source: Int64)
}

/// The rows of the desk on one level.
package enum DeskRows: Sendable, Equatable {
  /// Their months end with the given one, in which the library last cites.
  case outlets([DeskOutlet], until: CalendarDate?)
  case articles([DeskArticle])
  case passages([DeskPassage])

  package var count: Int {
    switch self {
    case .outlets(let rows, _): rows.count
    case .articles(let rows): rows.count
    case .passages(let rows): rows.count
    }
  }
}

/// An outlet with how often it is cited.
package struct DeskOutlet: Sendable, Equatable {
  package var id: Int64
  package var name: String
  package var articles: Int
  package var citations: Int
  /// Citations in each of the last twelve months of the library, the newest last.
  package var months: [Int]

  package init(id: Int64, name: String, articles: Int, citations: Int, months: [Int]) {
    self.id = id
    self.name = name
    self.articles = articles
    self.citations = citations
    self.months = months
  }
}

/// An article with how often it is cited.
package struct DeskArticle: Sendable, Equatable {
  package var id: Int64
  package var url: SourceURL
  package var title: String?
  package var date: CalendarDate?
  package var briefs: Int
  package var citations: Int

  package init(
    id: Int64, url: SourceURL, title: String?, date: CalendarDate?, briefs: Int, citations: Int
  ) {
    self.id = id
    self.url = url
    self.title = title
    self.date = date
    self.briefs = briefs
    self.citations = citations
  }
}

/// A passage that cites an article, or a brief that only lists it.
package struct DeskPassage: Sendable, Equatable {
  /// The index's number of the brief.
  package var brief: Int64
  package var title: String
  package var date: CalendarDate?
  /// Title of the section; nil before the first.
  package var section: String?
  /// The sentence; nil where the brief only lists the article.
  package var sentence: String?
  /// The citation's label in the sentence, in bytes; empty where it stands without one.
  package var label: Range<Int>?
  /// The number of the source in the brief.
  package var number: Int?
  /// Index into `Brief.citations`.
  package var citation: Int?

  package init(
    brief: Int64, title: String, date: CalendarDate?, section: String? = nil,
    sentence: String? = nil, label: Range<Int>? = nil, number: Int? = nil, citation: Int? = nil
  ) {
    self.brief = brief
    self.title = title
    self.date = date
    self.section = section
    self.sentence = sentence
    self.label = label
    self.number = number
    self.citation = citation
  }

  /// Puts a name where the link stands, if it has no words of its own, as the text does.
  private mutating func nameLabel(_ name: String) {
    guard let sentence, let label, label.isEmpty, label.upperBound <= sentence.utf8.count else {
      return
    }
    let place = sentence.utf8.index(sentence.startIndex, offsetBy: label.lowerBound)
    self.sentence = sentence[..<place] + name + sentence[place...]
    self.label = label.lowerBound..<label.lowerBound + name.utf8.count
  }

  /// The passages of a brief that cite a source, in their order.
  package static func all(
    citing canonical: String, in brief: Brief, numbered id: Int64, by sentences: Sentences
  ) -> [DeskPassage] {
    guard let source = brief.sources.first(where: { $0.url.canonical == canonical }) else {
      return []
    }
    let empty = DeskPassage(brief: id, title: brief.title, date: brief.date?.date)
    guard !source.citations.isEmpty else { return [empty] }
    let texts = sentences.placed(in: brief)
    return source.citations.map { index in
      var passage = empty
      passage.citation = index
      passage.section = brief.citations[index].section.map { brief.sections[$0].title }
      passage.sentence = texts[index].text
      passage.label = texts[index].label
      if !brief.citations[index].isNumeric { passage.nameLabel(source.outlet) }
      passage.number = source.number
      return passage
    }
  }
}
