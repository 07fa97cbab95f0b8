import BriefModel

/// Changes that wait to be kept, in their order.
extension [LibraryChanges] {
  /// How many marks are in them.
  var markCount: Int { reduce(0) { $0 + $1.markCount } }

  /// The numbers of the briefs that they are about.
  var records: Set<Int64> { Set(lazy.flatMap { $0.numbered.map(\.record) }) }

  /// Takes out all that is about a brief that the library does not have; whether there was any.
  mutating func drop(_ record: Int64) -> Bool {
    let count = reduce(0) { $0 + $1.numbered.count }
    for index in indices { self[index].numbered.removeAll { $0.record == record } }
    removeAll(where: \.isEmpty)
    return reduce(0) { $0 + $1.numbered.count } < count
  }
}
