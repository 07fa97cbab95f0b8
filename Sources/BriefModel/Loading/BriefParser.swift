/// Makes a brief of the bytes of a file; reads no clock and no disk.
package enum BriefParser {
  /// The most bytes that a brief may have.
  package static let sizeLimit = 8 << 20

  /// Parses a brief.
  ///
  /// `path` is kept as given, `modified` is the day of the file's time, and no date in the text or
  /// in an address counts that lies after `today`.
  /// Throws for what is empty, binary or over the limit.
  package static func parse(
    bytes: [UInt8], path: String, modified: CalendarDate?, today: CalendarDate
  ) throws(BriefError) -> Brief {
    try parseWithText(bytes: bytes, path: path, modified: modified, today: today).brief
  }

  /// Parses a brief, and gives the decoded text too, in which the ranges of the brief's marks count.
  ///
  /// The text is UTF-8 as far as the file is; ill-formed bytes and a byte order mark are still in it.
  package static func parseWithText(
    bytes: [UInt8], path: String, modified: CalendarDate?, today: CalendarDate
  ) throws(BriefError) -> (brief: Brief, text: [UInt8]) {
    let (brief, text, _) = try parseWithMarks(
      bytes: bytes, path: path, modified: modified, today: today)
    return (brief, text)
  }

  /// Parses a brief, and also gives what may be citations in the text without being links, whether
  /// they are or not. `memory` has what earlier readings of the text found.
  static func parseWithMarks(
    bytes: [UInt8], path: String, modified: CalendarDate?, today: CalendarDate,
    memory: ReadingMemory = .once
  ) throws(BriefError) -> (brief: Brief, text: [UInt8], marks: [Mark]) {
    guard bytes.count <= sizeLimit else {
      throw BriefError(path: path, .tooLarge(bytes: bytes.count, limit: sizeLimit))
    }
    let text = try TextDecoding(bytes, path: path)
    let name = fileName(of: path)
    let (brief, marks) = text.bytes.withUnsafeBufferPointer { file in
      let frontMatter = FrontMatter(file, from: text.start)
      var document = MarkdownParser.document(
        of: file, from: frontMatter?.end ?? text.start, checked: memory.addresses)
      var assembly = BriefAssembly(
        &document, path: path, titled: frontMatter?.title, today: today, names: memory.names)
      let heading = assembly.titleHeading
      assembly.brief.title = title(
        frontMatter, assembly.statedTitle ?? heading, assembly.brief, name)
      let dating = BriefDating(
        frontMatter: frontMatter?.date, fileName: name, modified: modified, today: today)
      assembly.brief.date = dating.date(of: assembly.brief, title: heading)
      assembly.brief.notices =
        text.notices + (frontMatter?.notice.map { [$0] } ?? []) + assembly.brief.notices
      return (assembly.brief, document.marks)
    }
    return (brief, text.bytes, marks)
  }

  /// The head of a brief whose first whole lines these are; nil where they do not settle its title.
  static func head(bytes: [UInt8], path: String) -> BriefHead? {
    guard let text = try? TextDecoding(bytes, path: path) else { return nil }
    return text.bytes.withUnsafeBufferPointer { file in
      let frontMatter = FrontMatter(file, from: text.start)
      let isCut = frontMatter == nil && FrontMatter.opens(file, at: text.start)
      let date = frontMatter?.date.map { BriefDate($0, origin: .frontMatter) }
      if isCut { return nil }
      if let title = frontMatter?.title, isFull(title) {
        return BriefHead(title: title, date: date)
      }
      let document = MarkdownParser.document(of: file, from: frontMatter?.end ?? text.start)
      let heading = BriefAssembly.title(of: document)
      // What stands in brackets may be a reference, whose definition comes later.
      guard let heading, isFull(heading), !heading.contains("[") else { return nil }
      return BriefHead(title: heading, date: date)
    }
  }

  private static func title(
    _ frontMatter: FrontMatter?, _ heading: String?, _ brief: Brief, _ name: String
  ) -> String {
    let first = brief.sections.first { $0.kind != .sources && BriefAssembly.isTitle($0.title) }
    let candidates = [frontMatter?.title, heading, first?.title]
    if let title = candidates.lazy.compactMap({ $0 }).first(where: isFull) { return title }
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    let shown = Sanitizer.line(String(stem.isEmpty ? name[...] : stem))
    return isFull(shown) ? shown : "Untitled"
  }

  private static func isFull(_ text: String) -> Bool { text.contains { !$0.isWhitespace } }

  static func fileName(of path: String) -> String {
    String(path.pathName)
  }
}
