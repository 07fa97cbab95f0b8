/// Where each pane stands in a window of a given size.
struct Arrangement: Equatable, Sendable {
  enum Mode: Equatable, Sendable { case columns, stacked, single }

  /// What the arrangement depends on.
  struct Wish {
    var rows: Int
    var columns: Int
    /// Rows below the panes.
    var bottom = 2
    var options: Options
    /// What was shown or hidden by hand.
    var shown: [Pane: Bool]
    var focus: Pane
    var isZoomed: Bool
    var briefCount: Int
    var sectionCount: Int
    var sourceCount: Int
  }

  /// The smallest window in which anything is shown.
  static func fewest(isLinear: Bool) -> (rows: Int, columns: Int) {
    isLinear ? (4, 16) : (10, 40)
  }

  private(set) var mode = Mode.single
  private(set) var panes: [Pane: Rectangle] = [:]
  /// Columns with a rule between panes.
  private(set) var dividers: [Int] = []
  let isTooSmall: Bool

  init(_ wish: Wish) {
    let fewest = Self.fewest(isLinear: wish.options.isLinear)
    isTooSmall = wish.rows < fewest.rows || wish.columns < fewest.columns
    guard !isTooSmall else { return }
    mode = Self.mode(wish)
    let area = Rectangle(row: 0, column: 0, rows: wish.rows - wish.bottom, columns: wish.columns)
    if wish.isZoomed || mode == .single {
      panes[wish.focus] = area
    } else if mode == .columns {
      arrangeColumns(wish, area)
    } else {
      arrangeStack(wish, area)
    }
  }

  private static func mode(_ wish: Wish) -> Mode {
    if wish.options.isLinear { return .single }
    let isWide = wish.columns >= 110 && wish.rows >= 16
    let isRoomy = wish.columns >= 56 && wish.rows >= 16
    switch wish.options.arrangement {
    case .auto:
      if isWide, !wish.options.isRemote { return .columns }
      return isRoomy ? .stacked : .single
    case .columns: return wish.columns >= 90 ? .columns : isRoomy ? .stacked : .single
    case .stacked: return isRoomy ? .stacked : .single
    case .single: return .single
    }
  }

  // MARK: - Side by side

  private mutating func arrangeColumns(_ wish: Wish, _ area: Rectangle) {
    var text = area
    let hasBriefs = wish.shown[.briefs] ?? (wish.briefCount > 1)
    let hasSections = wish.shown[.sections] ?? true
    let hasSources = wish.shown[.sources] ?? (wish.columns >= 128)
    let sides = Self.sides(wish, hasLeft: hasBriefs || hasSections, hasRight: hasSources)
    if hasBriefs || hasSections {
      split(
        Rectangle(row: 0, column: 0, rows: area.rows, columns: sides.left), hasBriefs, hasSections,
        wish)
      text.column = sides.left + 1
      text.columns -= sides.left + 1
      dividers.append(sides.left)
    }
    if hasSources {
      text.columns -= sides.right + 1
      panes[.sources] = Rectangle(
        row: 0, column: area.columns - sides.right, rows: area.rows, columns: sides.right)
      dividers.append(area.columns - sides.right - 1)
    }
    panes[.text] = text
  }

  /// No pane beside the text is wider, so that its rows stay those of narrow lists.
  private static let widestSide = 54
  /// Columns that stay free on both sides of a text that has its measure.
  private static let margins = 6

  /// Columns of the panes beside the text: a share of the window each, and more where the text has its
  /// measure.
  private static func sides(
    _ wish: Wish, hasLeft: Bool, hasRight: Bool
  ) -> (left: Int, right: Int) {
    let share = wish.columns * 22 / 100
    let (left, right) = (min(36, max(26, share)), min(40, max(28, share)))
    let taken = (hasLeft ? left + 1 : 0) + (hasRight ? right + 1 : 0)
    let spare = max(0, wish.columns - taken - wish.options.measure - margins)
    guard hasLeft, hasRight else {
      return (min(widestSide, left + spare), min(widestSide, right + spare))
    }
    // Half of it each, and what the one cannot take to the other.
    let half = max(spare / 2, spare - (widestSide - right))
    let wider = min(widestSide, left + half)
    return (wider, min(widestSide, right + spare - (wider - left)))
  }

  /// Briefs above sections in one column.
  private mutating func split(
    _ area: Rectangle, _ hasBriefs: Bool, _ hasSections: Bool, _ wish: Wish
  ) {
    var briefs = area
    if hasSections {
      var sections = area
      if hasBriefs {
        sections.rows = min(area.rows / 2, wish.sectionCount + 2)
        sections.row = area.rows - sections.rows
        briefs.rows -= sections.rows
      }
      panes[.sections] = sections
    }
    if hasBriefs { panes[.briefs] = briefs }
  }

  // MARK: - Below one another

  private mutating func arrangeStack(_ wish: Wish, _ area: Rectangle) {
    let hasPreview = area.rows >= 30 && wish.briefCount > 0
    if wish.focus == .briefs, !hasPreview {
      panes[.briefs] = area
      return
    }
    var text = area
    if wish.focus == .briefs {
      take(.briefs, rows: max(8, area.rows / 3), atTop: true, from: &text)
    }
    if wish.shown[.sections] ?? false {
      take(
        .sections, rows: min(max(2, wish.sectionCount + 1), max(4, area.rows * 2 / 5)), atTop: true,
        from: &text)
    }
    if wish.shown[.sources] ?? false {
      take(
        .sources, rows: min(max(2, wish.sourceCount + 1), max(4, area.rows / 3)), atTop: false,
        from: &text)
    }
    panes[.text] = text
  }

  private mutating func take(
    _ pane: Pane, rows: Int, atTop: Bool, from text: inout Rectangle
  ) {
    var part = text
    part.rows = rows
    text.rows -= rows
    if atTop { text.row += rows } else { part.row = text.row + text.rows }
    panes[pane] = part
  }
}
