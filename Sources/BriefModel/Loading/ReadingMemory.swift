/// What one reading of a text leaves for the next ones, in which only marks and their list differ.
struct ReadingMemory {
  let addresses = CheckedAddresses()
  /// What entries say; nil where nothing is read again, as it takes room.
  let names: NamedEntries?

  /// For a text that is read once.
  static var once: ReadingMemory { ReadingMemory(names: nil) }
  /// For one that is read again.
  static var again: ReadingMemory { ReadingMemory(names: NamedEntries()) }

  private init(names: NamedEntries?) { self.names = names }
}
