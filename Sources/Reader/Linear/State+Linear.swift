/// `:linear`: line by line or in panes.
extension State {
  /// Shows all in the other way, from where one is on.
  mutating func toggleLinear() -> [Effect] {
    options.isLinear.toggle()
    if layout != nil { jump = .spot(spot) }
    layout = nil
    panelTop = 0
    showBeginning()
    tell(
      options.isLinear
        ? "Line by line for this run" + kept(by: "linear = true")
        : "In panes again")
    return []
  }

  /// Whether the window, too small for panes, has room for line by line.
  var takesLinear: Bool {
    let fewest = Arrangement.fewest(isLinear: true)
    return !options.isLinear && rows >= fewest.rows && columns >= fewest.columns
  }

  /// Why panes cannot be had again.
  var needRoomForPanes: String? {
    let fewest = Arrangement.fewest(isLinear: false)
    guard options.isLinear, rows < fewest.rows || columns < fewest.columns else { return nil }
    return "Panes need a window of \(fewest.columns)x\(fewest.rows), "
      + "and this one has \(columns)x\(rows)"
  }
}
