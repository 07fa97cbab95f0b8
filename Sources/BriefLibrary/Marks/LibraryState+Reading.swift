import BriefModel

extension LibraryState {
  /// The latest time that is believed: the end of the year 9999.
  static let lastTime = 253_402_300_799_999

  /// Reads the JSON; throws what is wrong with it and where. Fields that are not known are passed
  /// over, and so is their order.
  package init(json: [UInt8]) throws(JSONMistake) {
    var reader = JSONReader(json)
    var hasSchema = false
    var hasBriefs = false
    try reader.object { (reader, key) throws(JSONMistake) in
      switch key {
      case "schema":
        try Self.checkSchema(&reader)
        hasSchema = true
      case "briefs":
        hasBriefs = true
        try reader.array { (reader) throws(JSONMistake) in
          briefs.append(try Self.brief(&reader))
        }
      default: try reader.skip()
      }
    }
    try reader.end()
    if !hasSchema { throw reader.mistake("\"schema\" is missing", at: 0) }
    if !hasBriefs { throw reader.mistake("\"briefs\" is missing", at: 0) }
  }

  private static func checkSchema(_ reader: inout JSONReader) throws(JSONMistake) {
    let place = reader.place
    let name = try reader.string()
    guard name == schema else {
      throw reader.mistake(
        "the schema is \(JSONReader.quoted(name)) and not \"\(schema)\"", at: place)
    }
  }

  private static func brief(_ reader: inout JSONReader) throws(JSONMistake) -> Brief {
    let start = reader.place
    var fingerprint: Fingerprint?
    var brief = Brief(fingerprint: Fingerprint(of: []))
    var times = Times()
    var missing: Set<String> = ["fingerprint", "starred", "time", "marks"]
    try reader.object { (reader, key) throws(JSONMistake) in
      missing.remove(key)
      switch key {
      case "fingerprint": fingerprint = try Self.fingerprint(&reader)
      case "paths":
        try reader.array { (reader) throws(JSONMistake) in
          brief.paths.append(try path(&reader))
        }
      case "starred": brief.isStarred = try reader.bool()
      case "starTime": times.star = try time(&reader)
      case "place": (brief.place, times.place) = try reader.null() ? (nil, nil) : place(&reader)
      case "time": times.both = try time(&reader)
      case "marks":
        try reader.array { (reader) throws(JSONMistake) in brief.marks.append(try mark(&reader)) }
      case "unread":
        try reader.array { (reader) throws(JSONMistake) in
          brief.unmarks.append(try unmark(&reader))
        }
      default: try reader.skip()
      }
    }
    guard let fingerprint, missing.isEmpty else {
      throw reader.mistake("\"\(missing.min() ?? "")\" is missing", at: start)
    }
    brief.fingerprint = fingerprint
    times.put(in: &brief)
    return brief
  }

  /// The times of one brief.
  ///
  /// Earlier programs wrote one of both star and place; then it says nothing of a star that is not
  /// there, as it may be that of the place alone.
  private struct Times {
    var star: Int64?
    var place: Int64?
    var both: Int64 = 0

    func put(in brief: inout Brief) {
      brief.starTime = star ?? (brief.isStarred ? both : 0)
      brief.placeTime = place ?? (brief.place == nil ? 0 : both)
    }
  }

  private static func mark(_ reader: inout JSONReader) throws(JSONMistake) -> Mark {
    let start = reader.place
    var section: String?
    var fingerprint: Fingerprint?
    var time: Int64?
    try reader.object { (reader, key) throws(JSONMistake) in
      switch key {
      case "section": section = try reader.string()
      case "fingerprint": fingerprint = try Self.fingerprint(&reader)
      case "time": time = try Self.time(&reader)
      default: try reader.skip()
      }
    }
    guard let section, let fingerprint, let time else {
      throw reader.mistake("a mark needs \"section\", \"fingerprint\" and \"time\"", at: start)
    }
    return Mark(section: section, fingerprint: fingerprint, time: time)
  }

  private static func unmark(_ reader: inout JSONReader) throws(JSONMistake) -> Unmark {
    let start = reader.place
    var section: String?
    var time: Int64?
    try reader.object { (reader, key) throws(JSONMistake) in
      switch key {
      case "section": section = try reader.string()
      case "time": time = try Self.time(&reader)
      default: try reader.skip()
      }
    }
    guard let section, let time else {
      throw reader.mistake("an unread section needs \"section\" and \"time\"", at: start)
    }
    return Unmark(section: section, time: time)
  }

  private static func place(
    _ reader: inout JSONReader
  ) throws(JSONMistake) -> (place: Place?, time: Int64?) {
    let start = reader.place
    var section: String?
    var offset: Int?
    var time: Int64?
    try reader.object { (reader, key) throws(JSONMistake) in
      switch key {
      case "section": section = try reader.null() ? nil : reader.string()
      case "offset": offset = try reader.integer(in: 0...Int(Int32.max))
      case "time": time = try Self.time(&reader)
      default: try reader.skip()
      }
    }
    guard let offset else { throw reader.mistake("\"offset\" is missing", at: start) }
    return (Place(section: section, offset: offset), time)
  }

  private static func path(_ reader: inout JSONReader) throws(JSONMistake) -> String {
    let start = reader.place
    let path = try reader.string()
    guard path.isAbsolutePath, !path.utf8.contains(0) else {
      throw reader.mistake("a path begins with / and has no NUL", at: start)
    }
    return path
  }

  private static func fingerprint(_ reader: inout JSONReader) throws(JSONMistake) -> Fingerprint {
    let start = reader.place
    guard let fingerprint = Fingerprint(hexadecimal: try reader.string()) else {
      throw reader.mistake("a fingerprint has 32 hexadecimal digits", at: start)
    }
    return fingerprint
  }

  private static func time(_ reader: inout JSONReader) throws(JSONMistake) -> Int64 {
    Int64(try reader.integer(in: 0...lastTime))
  }
}
