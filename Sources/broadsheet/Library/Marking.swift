import BriefLibrary
import BriefModel
import Glibc

/// All of `broadsheet mark`.
struct Marking {
  let action: MarkAction
  var reader = GivenReader()

  /// Marks files and folders where all words are such, and else what they find as a query.
  func run(_ words: [String]) throws {
    let isPaths = words.allSatisfy { access($0, F_OK) == 0 }
    let files = try OpenLibrary(of: reader, asking: !isPaths)
    files.library.backUpDaily()
    var marked = MarkedBriefs(action: action, library: files.library, today: files.today)
    // Also where it ended in the midst: what was marked by then stays so.
    defer {
      marked.close()
      files.passMarksOn()
      files.library.backUpDaily()
    }
    do {
      let status = try isPaths ? mark(paths: words, files, &marked) : 0
      if isPaths { try marked.keep() } else { try mark(query: words, files, &marked) }
      try tell(marked)
      if status != 0 { throw Ending(status: status) }
    } catch let error as LibraryError {
      if marked.changed > 0 { try tell(marked) }
      throw error
    }
  }

  private func tell(_ marked: MarkedBriefs) throws {
    StandardOutput.prepare()
    if marked.found > 0 { try StandardOutput.write(marked.sentence + "\n") }
  }

  private func mark(query words: [String], _ files: OpenLibrary, _ marked: inout MarkedBriefs)
    throws
  {
    if let path = words.first(where: { Refusal.isMisnamed($0) && access($0, F_OK) != 0 }) {
      throw Refusal.missing("\(Sanitizer.line(path)): \(Refusal.misnaming); nothing was marked")
    }
    if let path = words.first(where: Self.isMeantAsPath) {
      throw Refusal.missing("\(Sanitizer.line(path)): no such file or folder; nothing was marked")
    }
    let query = try files.query(words)
    guard query != .all else {
      throw Refusal.usage("an empty query would mark all briefs; is:unread stands for the unread")
    }
    try files.takeMarksToRead()
    let listing = try files.index.listing(query, order: .date)
    guard !listing.ids.isEmpty else {
      let shown = Sanitizer.line(words.joined(separator: " "))
      throw Refusal(description: "nothing was found for \(shown)", status: .negative)
    }
    try marked.mark(listing.ids, of: files.index)
  }

  /// Whether a word that is no path looks like one that was mistyped.
  static func isMeantAsPath(_ word: String) -> Bool {
    guard access(word, F_OK) != 0, !word.contains(where: \.isWhitespace) else { return false }
    return word.isAbsolutePath || word.hasPrefix("./") || word.hasPrefix("../")
      || BriefFiles.isBrief(word)
  }

  /// Marks the briefs of files and folders; returns the status of the last that cannot be read.
  private func mark(
    paths: [String], _ files: OpenLibrary, _ marked: inout MarkedBriefs
  ) throws -> Int32 {
    var status: Int32 = 0
    var found: [String] = []
    BriefFiles.forEach(in: paths) { result in
      switch result {
      case .success(let path): found.append(path)
      case .failure(let error): status = tell(error)
      }
    }
    for path in BriefFiles.distinct(found) {
      switch Result(catching: { () throws(BriefError) in
        try BriefLoader.load(path: path, today: files.today)
      }) {
      case .success(let brief):
        let key = BriefKey(.file(path), fingerprint: brief.fingerprint, BriefSummary(brief))
        let known = try files.index.known([key.fingerprint])
        let earlier = try files.index.earlier(of: [key])
        let record =
          try files.library.follow([key], known: known, earlier: earlier).first ?? ReadingRecord()
        try marked.add(key, record) {
          try files.library.records(for: [key], numbered: true).first
        }
      case .failure(let error): status = tell(error)
      }
    }
    return status
  }

  private func tell(_ error: BriefError) -> Int32 {
    Failure.tell(error.description)
    return error.exitStatus
  }
}
