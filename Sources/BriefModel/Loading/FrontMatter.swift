import Yams

/// What stands between `---` (YAML) or `+++` (TOML) at the very start of a file.
struct FrontMatter {
  /// The most bytes that are read as front matter.
  static let limit = 65536

  private(set) var title: String?
  private(set) var date: CalendarDate?
  private(set) var notice: Notice?
  /// Offset of the first byte after it.
  let end: Int

  /// Reads it where the file has it; nil otherwise. `start` is the offset after a byte order mark.
  init?(_ file: Bytes, from start: Int) {
    guard let (body, end, isYAML) = FrontMatter.extent(file, from: start) else { return nil }
    let text = file.slice(body).text
    self.end = end
    do {
      let fields = try isYAML ? FrontMatter.yaml(text) : TOMLFields.read(text)
      guard let fields else { return nil }
      take(fields)
    } catch {
      let lines = FrontMatter.lines(text)
      guard !lines.isEmpty else { return nil }
      take(lines)
      notice = Notice(
        "The front matter is not valid YAML, so only its plain lines were read: "
          + Sanitizer.line(FrontMatter.reason(error)), line: 1)
    }
  }

  /// Where the text between the fences lies, and where the file goes on.
  private static func extent(
    _ file: Bytes, from start: Int
  ) -> (body: Range<Int>, end: Int, isYAML: Bool)? {
    let isYAML = file.has("---", at: start)
    guard isYAML || file.has("+++", at: start), let first = lineEnd(file, start),
      file[start + 3..<first].allSatisfy(\.isWhitespace), first < file.count
    else { return nil }
    var line = first + 1
    while line < min(file.count, start + limit), let end = lineEnd(file, line) {
      let isFence =
        isYAML
        ? file.has("---", at: line) || file.has("...", at: line)
        : file.has("+++", at: line)
      if isFence, file[line + 3..<end].allSatisfy(\.isWhitespace) {
        return (first + 1..<line, min(end + 1, file.count), isYAML)
      }
      line = end + 1
    }
    return nil
  }

  /// Whether a file starts as if it had front matter.
  static func opens(_ file: Bytes, at start: Int) -> Bool {
    file.has("---", at: start) || file.has("+++", at: start)
  }

  private static func lineEnd(_ file: Bytes, _ start: Int) -> Int? {
    start > file.count ? nil : file.firstIndex(of: 0x0A, from: start) ?? file.count
  }
}

// MARK: - Fields

extension FrontMatter {
  static let dateNames = [
    "date", "pubdatetime", "pubdate", "published", "publishdate", "published_at", "created_at",
    "created", "updatedat", "updated", "lastmod", "modified",
  ]

  private mutating func take(_ fields: [String: String]) {
    title = fields["title"].map(Sanitizer.prose).flatMap { title in
      title.contains { !$0.isWhitespace } ? title : nil
    }
    date = FrontMatter.dateNames.lazy.compactMap { fields[$0].flatMap(TextDate.first(in:)) }.first
  }

  /// The scalar fields of a YAML mapping by lower-case name; nil where it is something else.
  private static func yaml(_ text: String) throws -> [String: String]? {
    guard aliases(in: text) <= aliasLimit else { throw TooManyAliases() }
    guard let node = try Yams.compose(yaml: text) else { return [:] }
    guard let mapping = node.mapping else { return nil }
    var fields: [String: String] = [:]
    for (key, value) in mapping {
      if let key = key.scalar?.string, let value = value.scalar?.string {
        fields[key.lowercased()] = value
      }
    }
    return fields
  }

  /// As many aliases (`*name`) may stand in front matter. Each can double what the parser has to
  /// compare where a mapping's key is made of them: thirty keep it busy for years.
  private static let aliasLimit = 8

  private struct TooManyAliases: Error, CustomStringConvertible {
    let description = "it has over \(aliasLimit) aliases"
  }

  /// How many aliases there are at the most: every `*` that no letter or digit stands before.
  private static func aliases(in text: String) -> Int {
    var count = 0
    var isInWord = false
    for byte in text.utf8 {
      if byte == 0x2A, !isInWord { count += 1 }
      isInWord = byte.isLetter || byte.isDigit
    }
    return count
  }

  /// The fields of lines such as `title: A story`, for front matter that does not parse.
  private static func lines(_ text: String) -> [String: String] {
    var fields: [String: String] = [:]
    for line in text.split(whereSeparator: \.isNewline) {
      guard let mark = line.firstIndex(where: { $0 == ":" || $0 == "=" }) else { continue }
      let name = line[..<mark].filter { !$0.isWhitespace }.lowercased()
      guard !name.isEmpty, name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" })
      else { continue }
      fields[name] = unquoted(line[line.index(after: mark)...])
    }
    return fields
  }

  private static func unquoted(_ value: Substring) -> String {
    let isEdge = { (character: Character) in character.isWhitespace || "\"'".contains(character) }
    guard let first = value.firstIndex(where: { !isEdge($0) }),
      let last = value.lastIndex(where: { !isEdge($0) })
    else { return "" }
    return String(value[first...last])
  }

  private static func reason(_ error: any Error) -> String {
    let text = "\(error)"
    return String(text.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(160))
  }
}
