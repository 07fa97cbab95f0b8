/// What is to become of the entries of a brief's own lists, by their sources: found by trying.
struct OwnEntries {
  /// Those that must get no number, as they would be read as another outlet or title.
  private(set) var unnumbered: Set<Int> = []
  /// Those that must name the outlet, as no label does any more.
  private(set) var named: Set<Int> = []
  /// Those that are to be written anew, as their words would be read as another outlet or title
  /// behind a number.
  private(set) var rewritten: Set<Int> = []
  /// Whether numbers stand in brackets behind bullets, and make no ordered list of them.
  private(set) var areBracketed = false
  /// Those for which a name was tried.
  private var tried: Set<Int> = []

  /// Takes what is to be tried next, where sources are read as another outlet, title or date.
  /// False where nothing is left to try.
  mutating func change(
    after likeness: Likeness, _ listing: SourceListing, where isNamable: (Int) -> Bool
  ) -> Bool {
    name(likeness.nameless, where: isNamable)
      || rewrite(likeness.renamed.filter(listing.isRewritable))
      || bracket(likeness.renamed, listing) || leave(likeness.renamed, listing.numbered)
  }

  /// Puts numbers in brackets where an ordered list is read as something else.
  mutating func bracket(_ renamed: Set<Int>, _ listing: SourceListing) -> Bool {
    guard listing.hasOrdered, !areBracketed, !renamed.isEmpty else { return false }
    areBracketed = true
    (named, tried) = ([], [])
    return true
  }

  private mutating func rewrite(_ renamed: Set<Int>) -> Bool {
    let new = renamed.subtracting(rewritten)
    rewritten.formUnion(new)
    return !new.isEmpty
  }

  /// Names the outlets that are others, and lets those go for which that did not help.
  private mutating func name(_ nameless: Set<Int>, where isNamable: (Int) -> Bool) -> Bool {
    let failed = named.intersection(nameless)
    let new = nameless.subtracting(tried).filter(isNamable)
    tried.formUnion(new)
    named = named.subtracting(failed).union(new)
    return !failed.isEmpty || !new.isEmpty
  }

  /// Leaves entries as they are that were renamed with their number; then all, as an entry without a
  /// number is read as another where others of its list have one.
  private mutating func leave(_ renamed: Set<Int>, _ numbered: Set<Int>) -> Bool {
    let own = renamed.intersection(numbered).subtracting(unnumbered)
    let others = own.isEmpty && !renamed.isEmpty && !unnumbered.isEmpty ? numbered : own
    guard !others.isEmpty else { return false }
    unnumbered.formUnion(others)
    // What lacked a name may not lack it any more.
    (named, tried) = ([], [])
    return true
  }
}
