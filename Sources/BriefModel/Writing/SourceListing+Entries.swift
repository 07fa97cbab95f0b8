/// Writes the brief's own entries with their numbers, in the order of these.
extension SourceListing {
  /// How a number or a name is written before an entry.
  private enum Head {
    /// `1. `
    case ordered
    /// `[1] `, behind the bullet.
    case bracketed
    /// `[^1]: `
    case note
  }

  /// What is to stand in a run: one of its entries, or a new one.
  private struct Content {
    let source: Int
    /// The index of its place in the run; nil for a new one.
    let place: Int?
  }

  /// Writes what is before the entries of the brief's own lists, and `missing` ones where they can
  /// stand among them; returns the rest of these.
  mutating func writeEntries(_ places: [EntryPlace], missing: [Int], kept: Set<Int>) -> [Int] {
    let end = brief.sources.lazy.flatMap(\.entries).map(\.range.upperBound).max() ?? 0
    var missing = missing
    for run in EntryRun.all(of: places, brief, in: text) {
      var contents = run.places.enumerated().map { Content(source: $1.source, place: $0) }
      let isMovable = run.isMovable && !contents.contains { kept.contains($0.source) }
      if isMovable {
        if run.kind != .line, run.range.contains(end - 1) {
          contents += missing.map { Content(source: $0, place: nil) }
          missing = []
        }
        contents = sorted(contents)
      }
      let head = head(of: contents, in: run)
      if style == .numbered, head == .ordered { hasOrdered = true }
      write(contents, in: run, head)
    }
    return missing
  }

  private func sorted(_ contents: [Content]) -> [Content] {
    contents.enumerated().sorted {
      (number(of: $0.element) ?? 0, $0.offset) < (number(of: $1.element) ?? 0, $1.offset)
    }.map(\.element)
  }

  /// The number in the name of a source.
  private func number(of content: Content) -> Int? {
    names[content.source].flatMap { Int($0.drop { !$0.isNumber }) }
  }

  /// An ordered list counts on by itself, so that its numbers must.
  private func head(of contents: [Content], in run: EntryRun) -> Head {
    guard style == .numbered else { return .note }
    let numbers = contents.map { number(of: $0) ?? 0 }
    let areInRow = zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    let last = numbers.last ?? 0
    let fits =
      switch run.kind {
      case .item: !run.places.contains(where: \.goesOn)
      // What goes on is indented by four, as far as the text behind `99. `.
      case .note: last < 100 || !run.places.contains(where: \.goesOn)
      case .line: false
      }
    return areInRow && fits && run.standsAlone && !own.areBracketed ? .ordered : .bracketed
  }

  private mutating func write(_ contents: [Content], in run: EntryRun, _ head: Head) {
    let last = run.places.count - 1
    for place in run.places where place.kind == .note && style == .numbered {
      notes.gone += text[own.rewritten.contains(place.source) ? place.range : place.head]
    }
    for (index, place) in run.places.enumerated() {
      let gap = gap(before: index, in: run, head)
      let start = place.range.lowerBound
      if !gap.isEmpty { patches.append(Patch(start..<start, gap)) }
      let here = index == last ? contents[index...] : contents[index...index]
      if here.count == 1, contents[index].place == index {
        patches += patches(of: place, head)
      } else {
        let isParted = run.kind == .note && head == .bracketed
        let separator = isParted ? lineEnd + lineEnd : lineEnd
        let lines = here.map { line(of: $0, in: run, head) }
        patches.append(Patch(place.range, lines.joined(separator: separator)))
      }
    }
  }

  /// The empty line that parts a definition which has become an entry from what stands before it, so
  /// that they are not one paragraph.
  private func gap(before index: Int, in run: EntryRun, _ head: Head) -> String {
    let start = run.places[index].range.lowerBound
    guard run.kind == .note, style == .numbered, !(index == 0 && notes.areHeaded) else { return "" }
    let before = text[..<start].reversed().prefix { $0.isWhitespace }
    guard before.count < start, before.count(where: { $0 == 0x0A }) < 2 else { return "" }
    let followsEntry =
      index > 0 && run.places[index - 1].range.upperBound == start - before.count
    return followsEntry && head == .ordered ? "" : lineEnd
  }

  /// The line of an entry, wherever it is to stand in the run.
  private func line(of content: Content, in run: EntryRun, _ head: Head) -> String {
    guard let index = content.place else {
      let place = run.places[run.places.count - 1]
      let indent = String(decoding: text[place.indent], as: UTF8.self)
      let bullet = head == .bracketed && place.kind == .item ? text[place.head] : []
      return indent + String(decoding: bullet, as: UTF8.self) + mark(of: content.source, head)
        + entry(of: content.source)
    }
    let place = run.places[index]
    let start = place.range.lowerBound
    let own = patches(of: place, head).map { patch in
      var patch = patch
      patch.range = patch.range.lowerBound - start..<patch.range.upperBound - start
      return patch
    }
    return String(decoding: PatchedText(Array(text[place.range]), own).bytes, as: UTF8.self)
  }

  /// What is put into an entry where it stands.
  private func patches(of place: EntryPlace, _ head: Head) -> [Patch] {
    let mark = mark(of: place.source, head)
    if own.rewritten.contains(place.source) {
      return [Patch(place.head.lowerBound..<place.range.upperBound, mark + entry(of: place.source))]
    }
    let start = head == .bracketed && place.kind == .item ? place.head.upperBound : nil
    let range = (start ?? place.head.lowerBound)..<place.head.upperBound
    return [Patch(range, mark)] + naming(place)
  }

  private func naming(_ place: EntryPlace) -> [Patch] {
    guard own.named.contains(place.source),
      let patch = EntryOutlets(text).naming(brief.sources[place.source]),
      patch.range.lowerBound >= place.range.lowerBound,
      patch.range.upperBound <= place.range.upperBound
    else { return [] }
    return [patch]
  }

  private func mark(of source: Int, _ head: Head) -> String {
    let name = names[source] ?? ""
    return switch head {
    case .ordered: "\(name). "
    case .bracketed: "[\(name)] "
    case .note: "[^\(name)]: "
    }
  }
}

extension SourceListing {
  /// Whether the definitions of footnotes that become entries end the text in no list of sources, so
  /// that they need a heading.
  func needHeading(_ places: [EntryPlace]) -> Bool {
    guard style == .numbered, let first = places.first, first.kind == .note,
      !places.contains(where: { $0.kind != .note }), brief.sections.last?.kind != .sources
    else { return false }
    return text[first.range.lowerBound...].split(separator: 0x0A).allSatisfy { line in
      line.starts(with: "[^".utf8) || line.first.map(\.isWhitespace) ?? true
    }
  }

  /// Whether the line of an entry says no more than a new one would.
  func isRewritable(_ source: Int) -> Bool {
    guard style == .numbered, let place = rewritable[source] else { return false }
    let words = LetterCounts(text[place.head.upperBound..<place.range.upperBound])
    return words.isWithin(LetterCounts(entry(of: source).utf8))
  }
}
