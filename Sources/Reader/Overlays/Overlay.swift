import BriefModel

/// What lies over the panes and takes the keys first.
enum Overlay: Sendable, Equatable {
  case help(HelpOverlay)
  case peek(PeekOverlay)
  /// First line shown.
  case messages(top: Int)
  case confirmAll(briefs: Int)
  case labels(LabelOverlay)
  case desk(SourceDesk)
  case saved(SavedOverlay)
  case changes(ChangesOverlay)
  case themes(ThemeOverlay)
}

/// The help screen.
struct HelpOverlay: Sendable, Equatable {
  var top = 0
  var filter = ""
  /// Whether keys go to the filter.
  var isFiltering = false
}

/// The peek at a source or a section.
enum PeekOverlay: Sendable, Equatable {
  /// Index into `Brief.sources`, and the citation it was asked at.
  case source(Int, citation: Int?)
  /// Index into `Brief.sections`.
  case section(Int)
  /// Index of the entry under the cursor in the list of briefs.
  case brief(Int)
  /// An address that the reader opens by hand.
  case address(SourceURL)
  /// Text that the reader copies by hand.
  case uncopied(String)
}

/// Letters on the links that are on the screen.
struct LabelOverlay: Sendable, Equatable {
  /// Indices into `TextLayout.links`, in the order of the text.
  var links: [Int]
  /// The pane that one was in.
  var from = Pane.text
  var typed = ""

  private static let letters = Array("asdfghjklqwertyuiopzxcvbnm")

  /// The label of each link: one letter each while these suffice, else two.
  var labels: [String] {
    let letters = Self.letters
    if links.count <= letters.count { return links.indices.map { String(letters[$0]) } }
    return links.indices.map {
      String([letters[$0 / letters.count % letters.count], letters[$0 % letters.count]])
    }
  }
}
