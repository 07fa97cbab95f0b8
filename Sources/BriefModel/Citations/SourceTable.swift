/// The sources of a brief while they are gathered, joined by their canonical URL.
struct SourceTable {
  /// What is known of one source so far.
  private struct Entry {
    let url: SourceURL
    /// The number that the links to it have.
    let source: Int
    var isCited = false
    var listName: String?
    var citedName: String?
    /// A label of digits, which may be a name: `163`.
    var digits: String?
    var title: String?
    /// A label, or words behind the link, that may be the title.
    var titleLabel: String?
    var date: CalendarDate?
    /// What title and outlet were taken out of.
    var words: String?
    /// Whether the name in the list is a label that may be a title.
    var isGuess = false

    /// Takes the outlet out of the title, where it stands in the place that others have it in and
    /// nothing else tells it.
    mutating func takeOutlet(by places: OutletPlaces) {
      guard mayNameOutlet, let parts = places.parts(of: words ?? "", url) else { return }
      (title, listName) = (parts.title, parts.outlet)
    }

    var mayNameOutlet: Bool {
      guard let words, listName == nil, OutletTable.row(of: url) == nil,
        words == title ?? titleLabel, OutletPlaces.areIn(words)
      else { return false }
      return !OutletLikeness.isPlatform(url) && !OutletName.hides(url)
    }

    /// Takes the title that an entry gives, which is one only where no other entry says the same of
    /// another source if it stands behind the link.
    mutating func takeTitle(_ naming: EntryNaming, _ outlet: String?) {
      let title = naming.title ?? (outlet == nil ? naming.outlet : nil)
      if naming.isTitleBehind {
        titleLabel = titleLabel ?? title
      } else if self.title == nil {
        self.title = title
      }
    }

    /// Takes what a list calls the outlet for the title, where it is unlike the host.
    mutating func takeNameAsTitle() {
      guard let name = listName, title == nil || isGuess,
        !OutletLikeness.holds(between: name, and: url), OutletAliases.domains(of: name) == nil
      else { return }
      (listName, title) = (nil, name)
    }

    /// The title that a list or a label gives, without the name of the outlet, which tells nothing
    /// of what it published.
    func title(besides outlet: String, _ labels: TitleLabels) -> String? {
      let label = titleLabel.flatMap {
        labels.areOfOne($0) && !OutletInTitle.isPart($0, of: outlet) ? $0 : nil
      }
      guard let title = title ?? label, title != outlet else { return nil }
      return OutletInTitle.removed(from: title, outlet: outlet, of: url)
    }
  }

  private var entries: [Entry] = []
  private var places: [Int: Int] = [:]
  /// Places in the order of first citation.
  private var cited: [Int] = []
  private var votes = OutletVotes()
  private var titles = TitleLabels()
  private var labels = LabelForm()
  /// What entries were found to say; nil where all is read once.
  private let names: NamedEntries?

  init(_ names: NamedEntries?) { self.names = names }

  /// The place of a link's source; a new one for an address not seen before.
  private mutating func place(of link: WebLink) -> Int {
    if let place = places[link.source] { return place }
    places[link.source] = entries.count
    entries.append(Entry(url: link.url, source: link.source))
    return entries.count - 1
  }

  /// Takes note of a citation with its label.
  ///
  /// `fills` says that nothing is said beside the link in its item or cell, so that its label may be
  /// the title; any other may have the title with the name of the outlet.
  mutating func cite(_ link: WebLink, label: String, fills: Bool = false) {
    let place = place(of: link)
    if !entries[place].isCited {
      entries[place].isCited = true
      cited.append(place)
    }
    if entries[place].title == nil { entries[place].title = link.title }
    let name = votes.cast(label, for: link)
    if entries[place].citedName == nil { entries[place].citedName = name?.name }
    takeDigits(label, at: place)
    let title =
      fills
      ? TitleLabels.title(in: label, of: link.url)
      : TitleLabels.titleBesideOutlet(in: label, of: link.url)
    if let title {
      titles.add(title, of: link)
      if entries[place].titleLabel == nil { entries[place].titleLabel = title }
      if entries[place].words == nil { entries[place].words = title }
    }
  }

  private mutating func takeDigits(_ label: String, at place: Int) {
    guard entries[place].digits == nil, ListNumber.read(label) != nil else { return }
    entries[place].digits = label
  }

  /// Takes note of an entry of the list of sources.
  mutating func list(_ link: WebLink, _ text: EntryText) {
    labels.add(name(link, text), of: link.url)
    takeDigits(text.label, at: place(of: link))
  }

  /// Takes note of what an entry, or an item that cites, says of its link.
  @discardableResult
  mutating func name(_ link: WebLink, _ text: EntryText) -> EntryNaming {
    let place = place(of: link)
    let naming = names?.naming(text, of: link) ?? EntryNaming(text, of: link)
    let outlet = SourceTable.listName(naming, of: link)
    if let outlet { _ = votes.cast(outlet, for: link) }
    let isGuess = LabelForm.isGuess(naming, of: link.url)
    if entries[place].isGuess, !isGuess, outlet != nil {
      // What is surely a name goes before what may be one.
      (entries[place].listName, entries[place].title) = (nil, nil)
    }
    if let outlet, entries[place].listName == nil {
      entries[place].listName = outlet
      entries[place].isGuess = isGuess
      if isGuess { titles.add(outlet, of: link) }
    }
    if entries[place].words == nil { entries[place].words = naming.words }
    if naming.isTitleBehind, let title = naming.title { titles.add(title, of: link) }
    entries[place].takeTitle(naming, outlet)
    if entries[place].date == nil { entries[place].date = naming.date }
    return naming
  }

  /// All sources in the order of their numbers, and for each `WebLink.source` its index in them.
  ///
  /// Sources without a number of their own get the next after the highest: those cited, in the
  /// order of their first citation, then the others; none gets one that is taken.
  func finished(
    numbers own: SourceNumbers, taken: Set<Int>, digitsAreNames: Bool, today: CalendarDate
  ) -> (sources: [Source], index: [Int: Int]) {
    var order = cited + entries.indices.filter { !entries[$0].isCited }
    let numbers = own.numbers
    if !numbers.isEmpty {
      let known = order.map { ($0, numbers[entries[$0].source]) }
      let numbered = known.compactMap { place, number in number.map { (place, $0) } }
      order = numbered.sorted { $0.1 < $1.1 }.map(\.0) + known.filter { $1 == nil }.map(\.0)
    }
    var next = own.highest + 1
    var index: [Int: Int] = [:]
    let names = votes.counted()
    let titled = titledHosts
    let outletPlaces = outletPlaces
    let sources = order.enumerated().map { position, place in
      var entry = entries[place]
      if titled.contains(entry.url.host) || isTitle(entry) { entry.takeNameAsTitle() }
      if let outletPlaces { entry.takeOutlet(by: outletPlaces) }
      index[entry.source] = position
      while taken.contains(next) { next += 1 }
      let number = numbers[entry.source] ?? next
      if number == next { next += 1 }
      let date = entry.date.flatMap { $0 <= today ? $0 : nil }
      let digits = digitsAreNames ? entry.digits.flatMap { $0 == "\(number)" ? nil : $0 } : nil
      let (outlet, borrowed) = SourceTable.outlet(of: entry, names, digits: digits)
      var source = Source(
        number: number, url: entry.url, outlet: outlet,
        title: entry.title(besides: borrowed ?? outlet, titles),
        date: date ?? URLDate.date(of: entry.url, today: today))
      source.borrowedName = borrowed
      return source
    }
    return (sources, index)
  }

  /// The outlet and the title of a source that nothing but an entry tells of.
  static func naming(_ text: EntryText, of link: WebLink) -> (outlet: String, title: String?) {
    let naming = EntryNaming(text, of: link)
    var entry = Entry(url: link.url, source: link.source)
    entry.listName = listName(naming, of: link)
    entry.isGuess = LabelForm.isGuess(naming, of: link.url)
    entry.takeTitle(naming, entry.listName)
    if entry.isGuess, LabelForm().isTitle(of: link.url) { entry.takeNameAsTitle() }
    let (outlet, borrowed) = outlet(of: entry, OutletVotes().counted(), digits: nil)
    return (outlet, entry.title(besides: borrowed ?? outlet, TitleLabels()))
  }

  /// Whether a label that may be a name or a title is the title, as the others are.
  private func isTitle(_ entry: Entry) -> Bool {
    guard entry.isGuess, let name = entry.listName else { return false }
    return labels.isTitle(of: entry.url) && titles.areOfOne(name)
  }

  /// Where titles have their outlets; nil where none lacks one.
  private var outletPlaces: OutletPlaces? {
    guard entries.contains(where: \.mayNameOutlet) else { return nil }
    var places = OutletPlaces()
    for entry in entries {
      if let words = entry.words { places.add(words, outlet: entry.listName, of: entry.url) }
    }
    return places
  }

  /// What an entry calls the outlet.
  private static func listName(_ naming: EntryNaming, of link: WebLink) -> String? {
    naming.outlet.flatMap { isTitle($0, of: link.url) ? nil : $0 }
  }

  /// The hosts whose addresses have titles before them in the lists, mostly: what could be a name
  /// is then a short title.
  private var titledHosts: Set<String> {
    var counts: [String: (named: Int, titled: Int)] = [:]
    for entry in entries
    where (entry.listName != nil || entry.title != nil) && OutletTable.row(of: entry.url) != nil {
      let isNamed = entry.listName != nil
      counts[entry.url.host, default: (0, 0)].named += isNamed ? 1 : 0
      counts[entry.url.host, default: (0, 0)].titled += !isNamed && entry.title != nil ? 1 : 0
    }
    let titled = counts.filter { $0.value.named > 0 && $0.value.titled > $0.value.named }
    return Set(titled.keys)
  }

  /// Whether what stands before an address is a headline: two parts with a colon between them,
  /// unlike the host.
  private static func isTitle(_ name: String, of url: SourceURL) -> Bool {
    name.holds(": ") && !OutletLikeness.holds(between: name, and: url)
  }

  /// Who published a source, and the name of a known outlet that the brief gives it in vain, as that
  /// one publishes elsewhere: the registrable domain goes in its place.
  private static func outlet(
    of entry: Entry, _ names: OutletVotes.Result, digits: String?
  ) -> (name: String, borrowed: String?) {
    let name = name(of: entry, names, digits: digits)
    return BorrowedName.isBorrowed(name, at: entry.url)
      ? (OutletTable.unnamed(entry.url), name) : (name, nil)
  }

  /// What a source's publisher is called: the label in the list; a name that is surely the host's own and used
  /// most for it; the table of outlets; the source's own label where it is like the host; a name
  /// that most links to the host have; the registrable domain.
  ///
  /// Behind a host that hides the outlet there are many, so that only the source's own label counts;
  /// on a platform no label tells more than the table does.
  private static func name(
    of entry: Entry, _ names: OutletVotes.Result, digits: String?
  ) -> String {
    if let name = entry.listName { return name }
    if OutletName.hides(entry.url) {
      let known =
        entry.citedName ?? digits.flatMap(OutletTable.name(ofDigits:))
        ?? OutletTable.row(of: entry.url)?.name ?? entry.url.host
      return OutletTable.row(host: known)?.name ?? known
    }
    let host = entry.url.host
    if let vote = names[host], vote.name.isCertain { return vote.name.name }
    if let row = OutletTable.row(of: entry.url) { return row.name }
    guard !OutletLikeness.isOneOfMany(entry.url) else { return OutletTable.unnamed(entry.url) }
    if let name = entry.citedName, OutletLikeness.holds(between: name, and: entry.url) {
      return name
    }
    return names.shared(host: host) ?? OutletTable.unnamed(entry.url)
  }
}
