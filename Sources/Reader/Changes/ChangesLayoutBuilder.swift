import BriefModel
import Cells

/// Lays a comparison out, part by part.
struct ChangesLayoutBuilder {
  /// Columns for the sign of a line.
  static let gutter = 2
  /// As many lines that are the same are shown rather than counted.
  static let shownLines = 2

  private let marks: Marks
  /// Whether a word tells what a sign at the edge tells else.
  private let isLinear: Bool
  private let wrapping: TextWrapping
  /// Sections that were read as they are now; nil stands for the lede.
  private let readSections: Set<Int?>
  private var layout: ChangesLayout
  private var isInChange = false

  init(
    width: Int, isASCII: Bool, isLinear: Bool = false, readSections: Set<Int?>,
    breaking: LineBreaking
  ) {
    marks = Marks(isASCII: isASCII, isLinear: isLinear)
    self.isLinear = isLinear
    wrapping = TextWrapping(breaking: breaking)
    self.readSections = readSections
    layout = ChangesLayout(width: max(12, width))
  }

  private var gutter: Int { isLinear ? 0 : Self.gutter }

  /// What a line begins with that is changed, in linear mode.
  private func opened(_ flow: TextFlow, by sign: ChangeSign?) -> TextFlow {
    guard isLinear, let sign else { return flow }
    var opened = TextFlow()
    opened.append("\(sign.word): ", role: sign.role)
    opened.append(flow)
    return opened
  }

  /// Lays out the whole comparison.
  mutating func build(_ comparison: BriefComparison) -> ChangesLayout {
    append(
      ChangedText(comparison.title, role: .title, marks).flow,
      sign: comparison.title.allSatisfy { $0.kind == .kept } ? nil : .changed)
    var same: [PartComparison] = []
    for part in comparison.parts {
      if part.state == .same {
        same.append(part)
        continue
      }
      fold(same)
      same = []
      append(part)
    }
    fold(same)
    return layout
  }

  // MARK: - Parts

  private mutating func fold(_ parts: [PartComparison]) {
    let count = parts.count(where: \.isCounted)
    let facts = [
      parts.contains(where: \.isLede) ? "lede" : nil,
      count > 0 ? Count.of(count, "section") : nil,
      parts.contains(where: \.isList) ? "list of sources" : nil,
    ]
    let words = facts.compactMap(\.self)
    guard !words.isEmpty else { return }
    appendBlank()
    appendFold(words.joined(separator: ", "))
  }

  private mutating func append(_ part: PartComparison) {
    let isRead = part.isLede || part.section != nil ? readSections.contains(part.section) : false
    appendBlank()
    if let section = part.section { layout.headings[section] = layout.lines.count }
    if part.isLede {
      let start = layout.lines.count
      defer { layout.lede = start..<layout.lines.count }
      guard !isRead else { return appendMeta("lede changed, read since") }
      return append(part.passages, isAfterHeading: false)
    }
    var heading = ChangedText(part.heading, role: .heading, isWhole: part.isWhole, marks).flow
    let joint = isLinear ? "," : " \(marks.dot)"
    heading.append("\(joint) \(word(for: part, isRead: isRead))", role: .textDim)
    isInChange = false
    let isStop = part.isStop && (!isRead || part.state == .moved)
    append(heading, sign: part.sign, isStop: isStop, isNamed: true)
    if isRead, part.isWhole { return }
    // A section that came or went as a whole is one change.
    isInChange = part.isWhole
    if part.state == .moved || isRead && part.state == .changed {
      return appendFold(Count.of(lineCount(part.passages), "line"), isBlankBefore: true)
    }
    append(part.passages, isAfterHeading: true)
  }

  private func word(for part: PartComparison, isRead: Bool) -> String {
    switch part.state {
    case .same: ""
    case .changed:
      "changed" + (part.hasMoved ? ", " + whence(part) : "") + (isRead ? ", read since" : "")
    case .added: isRead ? "new, read since" : "new"
    case .removed: "removed"
    case .moved: whence(part)
    }
  }

  /// Where a section stood that is elsewhere now.
  private func whence(_ part: PartComparison) -> String {
    part.stoodAfter.map { "moved, stood after “\(marks.cut($0, to: 30))”" } ?? "moved, stood first"
  }

  /// Short stretches that are the same stand between the changes, long ones as their number of
  /// lines.
  private mutating func append(_ passages: [PassageComparison], isAfterHeading: Bool) {
    var rest = passages[...]
    while let first = rest.first {
      if first.state != .same {
        append(first)
        rest = rest.dropFirst()
        continue
      }
      let same = rest.prefix { $0.state == .same }
      let count = lineCount(same)
      if count > Self.shownLines {
        appendFold(Count.of(count, "line"), isBlankBefore: true)
      } else {
        for passage in same { append(passage) }
      }
      rest = rest.dropFirst(same.count)
    }
  }

  private mutating func append(_ passage: PassageComparison) {
    if !passage.shape.followsClosely || layout.lines.last?.kind == .heading { appendBlank() }
    let isWhole = passage.state == .added || passage.state == .removed
    let flow = ChangedText(passage.runs, role: passage.role, isWhole: isWhole, marks).flow
    append(flow, shape: passage.shape, sign: passage.sign)
  }

  private func lineCount(_ passages: some Collection<PassageComparison>) -> Int {
    passages.reduce(0) { count, passage in
      let flow = ChangedText(passage.runs, role: .text, marks).flow
      let room = layout.width - gutter - ShapeMarks(passage.shape, marks).width
      return count + wrapping.pieces(of: flow, width: room).count
    }
  }

  // MARK: - Lines

  private mutating func appendBlank() {
    guard let last = layout.lines.last, last.kind != .blank else { return }
    layout.lines.append(TextLine(kind: .blank, offset: 0))
  }

  private mutating func appendFold(_ what: String, isBlankBefore: Bool = false) {
    if isBlankBefore { appendBlank() }
    appendMeta(what + " unchanged")
    if isBlankBefore { appendBlank() }
  }

  /// A line that stands for what is not shown.
  private mutating func appendMeta(_ what: String) {
    let text = "\(marks.ellipsis) \(what)"
    isInChange = false
    emit(
      [TextRun(text: text, column: 0, width: DisplayWidth.of(text), role: .textDim)], sign: nil,
      kind: .meta)
  }

  /// `isNamed` where the text itself says what its sign does.
  private mutating func append(
    _ flow: TextFlow, sign: ChangeSign?, isStop: Bool = true, isNamed: Bool = false
  ) {
    let isHeading = sign != nil || layout.lines.last?.kind == .blank
    let flow = isNamed ? flow : opened(flow, by: sign)
    for piece in wrapping.pieces(of: flow, width: layout.width - gutter) {
      emit(flow.runs(of: piece, column: 0), sign: sign, kind: isHeading ? .heading : .title, isStop)
    }
    isInChange = false
  }

  private mutating func append(_ flow: TextFlow, shape: PassageShape, sign: ChangeSign?) {
    let ornaments = ShapeMarks(shape, marks)
    let room = layout.width - gutter - ornaments.width
    let flow = opened(flow, by: sign)
    for (index, piece) in wrapping.pieces(of: flow, width: max(8, room)).enumerated() {
      let before = index == 0 ? ornaments.first : ornaments.rest
      let ornament = TextRun(
        text: before, column: 0, width: ornaments.width, role: .listMarker, isOrnament: true)
      emit(
        (before.isEmpty ? [] : [ornament]) + flow.runs(of: piece, column: ornaments.width),
        sign: sign, kind: .text)
    }
  }

  /// Takes the next line into the change that goes on, or begins one.
  private mutating func extendChange() {
    if isInChange {
      layout.ends[layout.ends.count - 1] = layout.lines.count + 1
    } else {
      layout.stops.append(layout.lines.count)
      layout.ends.append(layout.lines.count + 1)
    }
  }

  private mutating func emit(
    _ runs: [TextRun], sign: ChangeSign?, kind: TextLine.Kind, _ isStop: Bool = true
  ) {
    var line = TextLine(kind: kind, offset: 0)
    if let sign {
      if !isLinear {
        line.runs.append(
          TextRun(text: marks.sign(sign), column: 0, width: 1, role: sign.role, isOrnament: true))
      }
      if isStop { extendChange() }
    }
    isInChange = sign != nil
    line.runs += runs.map {
      var run = $0
      run.column += gutter
      return run
    }
    layout.lines.append(line)
  }
}
