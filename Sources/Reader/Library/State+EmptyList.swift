import BriefModel

/// What is said in the place of a list without rows.
extension State {
  /// Why the list of the library has no rows.
  var emptyList: String {
    // What is wrong with a query that is being typed stands above it.
    if let failure = library.failure { return prompt?.kind == .filter ? "" : failure.text }
    if list.request?.isWhole == false {
      return library.indexing == nil
        ? "Nothing in the library answers this"
        : "Nothing answers this so far; the folders are being read"
    }
    return library.indexing == nil ? noBriefs : "Reading the folders of the library"
  }

  /// Where briefs were looked for, and how there come to be some.
  private var noBriefs: String {
    let place =
      switch options.folders.count {
      case 0: "the folders of the library"
      case 1: shownPath(options.folders[0])
      case let count:
        "\(shownPath(options.folders[0])) and \(Count.of(count - 1, "more folder"))"
      }
    let sought = "No briefs in \(place); expected \(BriefFiles.patterns) files"
    return options.isKiosk ? sought : sought + ". broadsheet add FOLDER adds another folder"
  }
}
