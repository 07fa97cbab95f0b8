/// What the labels are that are all that the entries of a brief's lists say: names of outlets, or
/// titles. A few capitalised words may be either, so that the others tell what they are.
struct LabelForm {
  private var names = 0
  private var titles = 0
  /// Labels that may be either.
  private var guesses = 0

  /// Takes note of the label of an entry.
  mutating func add(_ naming: EntryNaming, of url: SourceURL) {
    guard let label = naming.label else { return }
    if naming.outlet == nil, naming.title == label {
      titles += 1
    } else if naming.outlet == label {
      if LabelForm.isGuess(naming, of: url) { guesses += 1 } else { names += 1 }
    }
  }

  /// Whether the outlet of an entry is a label that nothing but its capitals shows to be a name.
  static func isGuess(_ naming: EntryNaming, of url: SourceURL) -> Bool {
    guard let name = naming.outlet, name == naming.label, name.utf8.contains(0x20),
      naming.title == nil || naming.title == naming.before
    else { return false }
    return !OutletName.hides(url) && !OutletBeside.isNamed(name, url)
  }

  /// Whether such a label is a title: where the table of outlets has another name for the host, unless
  /// more labels are names; elsewhere only where most are titles.
  func isTitle(of url: SourceURL) -> Bool {
    OutletTable.row(of: url) != nil ? titles >= names : titles > names + guesses
  }
}
