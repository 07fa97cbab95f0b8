import BriefModel

/// The order of files that were found in folders.
extension State {
  /// Sorts the files of each folder by the dates that the list shows, the newest first, as those of
  /// the library are. The cursor stays on its brief, unless nobody has moved it yet.
  mutating func sortFiles() -> [Effect] {
    let isUntouched = !isSorted && focus == .briefs && briefs.selected == 0 && search == nil
    let selected = list.entry(at: briefs.selected)
    var order = (0..<list.count).compactMap(list.entry(at:))
    for range in folders { order[range] = ArraySlice(order[range].sorted(by: isNewer)) }
    isSorted = true
    list.order(order)
    refreshSearch()
    if !isUntouched, let row = selected.flatMap({ list.row(of: $0, id: nil) }) {
      briefs.top = max(0, row - (briefs.selected - briefs.top))
      briefs.selected = row
    }
    return preview()
  }

  /// A file that was read again takes its place where it has another date than before.
  mutating func sortFiles(after entry: Int, since date: BriefDate?) -> [Effect] {
    guard isSorted, entries[entry].date != date, folders.contains(where: { $0.contains(entry) })
    else { return [] }
    return sortFiles()
  }

  /// Of one day, those that only their file dates stand last; what has no date stands at the end.
  private func isNewer(_ one: Int, than other: Int) -> Bool {
    guard let date = entries[one].date, let otherDate = entries[other].date else {
      return entries[one].date != nil || entries[other].date == nil && one < other
    }
    if date.date != otherDate.date { return date.date > otherDate.date }
    let (isFile, otherIsFile) = (date.origin == .file, otherDate.origin == .file)
    return isFile == otherIsFile ? one < other : otherIsFile
  }
}
