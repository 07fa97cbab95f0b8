/// What is to become of the entries of a brief's own lists, by their sources: found by trying.
struct OwnEntries {
  /// Those that must get no number, as they would be read as another outlet or title.
  private(set) var unnumbered: Set<Int> = []
  /// Those that must name the outlet, as no label does any more.
  private(set) var named: Set<Int> = []
  /// Those for which that was tried.
  private var tried: Set<Int> = []

  /// Takes what is to be tried next, where sources are read as another outlet, title or date;
  /// `numbered` are those whose entries have got numbers. False where nothing is left to try.
  mutating func change(
    after likeness: Likeness, numbered: Set<Int>, where isNamable: (Int) -> Bool
  ) -> Bool {
    name(likeness.nameless, where: isNamable) || leave(likeness.renamed, numbered)
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
