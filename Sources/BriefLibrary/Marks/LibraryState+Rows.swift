import BriefModel
import GRDB

extension LibraryState.Brief {
  /// Of a row with the number of a brief, its fingerprint, the star and its time, the section and the
  /// offset of the place and its time; nil where it has no fingerprint.
  init?(_ row: Row) throws {
    guard let fingerprint = try row.fingerprint(at: 1) else { return nil }
    self.init(fingerprint: fingerprint)
    isStarred = try row.decode(atIndex: 2)
    starTime = try row.decode(atIndex: 3)
    place = try row.place(section: 4, offset: 5)
    placeTime = try row.decode(atIndex: 6)
  }
}

extension LibraryState.Mark {
  /// Of a row with the section, the fingerprint of its text and the time; nil where it has none.
  init?(_ row: Row) throws {
    guard let fingerprint = try row.fingerprint(at: 1) else { return nil }
    self.init(
      section: try row.decode(atIndex: 0), fingerprint: fingerprint,
      time: try row.decode(atIndex: 2))
  }
}

extension LibraryState.Unmark {
  /// Of a row with the section and the time.
  init(_ row: Row) throws {
    self.init(section: try row.decode(atIndex: 0), time: try row.decode(atIndex: 1))
  }
}
