import BriefModel

/// One line of the help screen.
struct HelpLine: Sendable, Equatable {
  enum Kind: Sendable, Equatable {
    case group, command, reason, blank
    /// What a line of a reason leaves for the next.
    case moreReason
  }

  var kind: Kind
  var keys = ""
  var text = ""
  /// Whether it can be done here and now; where not, the reason follows, below the last of those that
  /// share it.
  var isAvailable = true
}

extension State {
  /// The help screen, made from the live keymap; the filter matches names, keys and help.
  func helpLines(_ help: HelpOverlay) -> [HelpLine] {
    var lines: [HelpLine] = []
    let finder = TextSearch(help.filter)
    for group in CommandGroup.allCases {
      let rows = Command.table.filter { row in
        row.group == group && !(row.reachesOut && options.isKiosk)
          && covered.last?.takes(row.command) != false
          && (help.filter.isEmpty || finder.isIn(searchText(row)))
      }
      guard !rows.isEmpty else { continue }
      if !lines.isEmpty { lines.append(HelpLine(kind: .blank)) }
      lines.append(HelpLine(kind: .group, text: group.rawValue))
      let reasons = rows.map { reasonHere(against: $0.command) }
      for (index, row) in rows.enumerated() {
        let reason = reasons[index]
        let line = HelpLine(
          kind: .command, keys: keyNames(row.command), text: row.help(isKiosk: options.isKiosk),
          isAvailable: reason == nil)
        lines += wrapped(line)
        // Neighbours that share a reason have it once, below the last of them.
        if let reason, reasons[safe: index + 1] != reason { lines += reasonLines(reason) }
      }
    }
    let signs = signLines.filter { help.filter.isEmpty || finder.isIn("\($0.keys) \($0.text)") }
    guard !signs.isEmpty else { return lines }
    let blank = lines.isEmpty ? [] : [HelpLine(kind: .blank)]
    return lines + blank + [HelpLine(kind: .group, text: "Signs")] + signs.flatMap(wrapped)
  }

  /// Why a command does nothing where the help was opened: a view that takes it has few reasons.
  private func reasonHere(against command: Command) -> String? {
    guard !covered.isEmpty else { return reason(against: command) }
    return [.forward, .undo, .redo].contains(command) ? reason(against: command) : nil
  }

  private func reasonLines(_ reason: String) -> [HelpLine] {
    folded(reason, to: columns - (options.isLinear ? 1 : helpColumn + 6)).enumerated()
      .map { index, text in HelpLine(kind: index == 0 ? .reason : .moreReason, text: text) }
  }

  /// In as many lines as its words need beside the keys.
  private func wrapped(_ line: HelpLine) -> [HelpLine] {
    if options.isLinear { return linearHelp(line) }
    return folded(line.text, to: columns - helpColumn - 2).enumerated().map { index, text in
      var part = line
      part.keys = index == 0 ? line.keys : ""
      part.text = text
      return part
    }
  }

  /// Keys and words as a sentence.
  private func linearHelp(_ line: HelpLine) -> [HelpLine] {
    linearLines("\(line.keys): \(line.text)").map {
      HelpLine(kind: .command, text: $0, isAvailable: line.isAvailable)
    }
  }

  /// What the signs mean that carry state.
  private var signLines: [HelpLine] {
    let marks = Marks(isASCII: options.isASCII)
    let meanings = [
      (marks.sign(ReadState.unread), "not read yet"), (marks.sign(ReadState.read), "read"),
      (marks.sign(ReadState.changed), "changed since you read it"),
      (marks.sign(ReadState.new), "came since you read the brief"), (marks.star, "starred"),
      ("~", "before a date: it is but that of the file"),
      (marks.cursor, "where you are"), ("3\(marks.times)", "cited three times"),
      ("4\(marks.dot)3", "the section cites 4 sources, of 3 outlets"),
      (marks.dash, "the section cites no source"),
      ("!", "it rests on one outlet, or is long and cites none"),
      ("[7]", "cites source 7 of the list"), ("[7?]", "cites number 7, which is not in the list"),
      ("[?]", "cites what leads nowhere"),
    ]
    // In ASCII one sign may mean two things.
    let signs = meanings.map(\.0)
    return signs.indices.filter { signs.firstIndex(of: signs[$0]) == $0 }.map { index in
      let texts = meanings.filter { $0.0 == signs[index] }.map(\.1)
      return HelpLine(kind: .command, keys: signs[index], text: texts.joined(separator: "; "))
    }
  }

  private func keyNames(_ command: Command) -> String {
    let names = keymap.keys(of: command).map(KeyName.name)
    return names.isEmpty ? ":" + command.rawValue : names.joined(separator: " ")
  }

  private func searchText(_ row: CommandRow) -> String {
    "\(row.command.rawValue) \(keyNames(row.command)) \(row.help(isKiosk: options.isKiosk))"
  }
}
