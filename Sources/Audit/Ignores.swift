/// What the comments of a manuscript silence, and which of them did.
struct Ignores {
  private let comments: [IgnoreComment]
  /// The comment that silences a rule on a line.
  private var silenced: [Place: Name] = [:]
  /// The comment that silences a rule in the whole file.
  private var silencedRules: [String: Name] = [:]
  private var used: Set<Name> = []

  private struct Place: Hashable {
    var rule: String
    var line: Int
  }

  /// One name in one comment.
  private struct Name: Hashable {
    var comment: Int
    var index: Int
  }

  init(_ manuscript: Manuscript) {
    comments = IgnoreComment.all(in: manuscript)
    for (index, comment) in comments.enumerated() {
      let (start, isBlock) = Ignores.start(of: comment, in: manuscript)
      for (place, name) in comment.names.enumerated() where Rule.named(name.name) != nil {
        let name = (rule: name.name, place: Name(comment: index, index: place))
        if comment.isForFile {
          if silencedRules[name.rule] == nil { silencedRules[name.rule] = name.place }
        } else {
          silence(name.rule, name.place, from: start, isBlock, manuscript)
        }
      }
    }
  }

  /// The comment's own line; where it stands alone, the first line after it that is not blank, with
  /// which a block starts.
  private static func start(
    of comment: IgnoreComment, in manuscript: Manuscript
  ) -> (line: Int, isBlock: Bool) {
    let line = manuscript.line(of: comment.range.lowerBound)
    guard manuscript.lineRange(line) == comment.range else { return (line, false) }
    var start = line + 1
    while start <= manuscript.lines.count, manuscript.lineRange(start).isEmpty { start += 1 }
    return (start, true)
  }

  /// Silences a rule on a line, or on all up to the next blank one.
  ///
  /// Where a line is silenced already, so are those after it: no line is looked at twice.
  private mutating func silence(
    _ rule: String, _ name: Name, from start: Int, _ isBlock: Bool, _ manuscript: Manuscript
  ) {
    var line = start
    repeat {
      let place = Place(rule: rule, line: line)
      guard silenced[place] == nil else { return }
      silenced[place] = name
      line += 1
    } while isBlock && line <= manuscript.lines.count && !manuscript.lineRange(line).isEmpty
  }

  /// Whether a comment silences a rule on a line; it has been of use then.
  mutating func silence(_ rule: String, line: Int) -> Bool {
    guard let name = silenced[Place(rule: rule, line: line)] ?? silencedRules[rule] else {
      return false
    }
    used.insert(name)
    return true
  }

  /// What silences nothing, names of rules that are off aside.
  func unused(isOff: (String) -> Bool) -> [Remark] {
    var remarks: [Remark] = []
    for (index, comment) in comments.enumerated() {
      let form = "<!-- broadsheet: ignore RULE -->"
      if let unknown = comment.unknown {
        remarks.append(
          Remark(
            comment.range,
            "'\(unknown)' is not understood; write \(form), or ignore-file for the whole file"))
      } else if comment.names.isEmpty {
        remarks.append(Remark(comment.range, "this comment names no rule; write \(form)"))
      }
      // The words behind one that is no name are most likely a sentence.
      let unknown = comment.names.firstIndex { Rule.named($0.name) == nil }
      for (place, (name, range)) in comment.names.enumerated() where !isOff(name) {
        if Rule.named(name) == nil {
          guard place == unknown || Rule.named(comment.names[place - 1].name) != nil else {
            continue
          }
          let advice = "mend or remove the name, or write -- before a reason"
          remarks.append(Remark(range, "there is no rule '\(name)'; \(advice)"))
        } else if !used.contains(Name(comment: index, index: place)) {
          remarks.append(Remark(range, "this silences no \(name); remove the name"))
        }
      }
    }
    return remarks
  }
}
