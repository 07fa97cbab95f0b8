package import BriefModel

/// All that a library keeps of reading, its folders aside, as it moves between machines: the JSON
/// `broadsheet.state/1`.
package struct LibraryState: Sendable, Equatable {
  package static let schema = "broadsheet.state/1"

  /// The mark of one section.
  package struct Mark: Sendable, Equatable {
    package var section: String
    package var fingerprint: Fingerprint
    /// Milliseconds since 1970, UTC.
    package var time: Int64
  }

  /// The trace of a section that was marked unread.
  package struct Unmark: Sendable, Equatable {
    package var section: String
    /// Milliseconds since 1970, UTC.
    package var time: Int64
  }

  /// One content, by which it is known everywhere.
  package struct Brief: Sendable, Equatable {
    package var fingerprint: Fingerprint
    /// Where it lies or lay; none for standard input and for what a file held before.
    package var paths: [String] = []
    package var isStarred = false
    /// When the star was set or taken away last, in milliseconds since 1970, UTC; 0 where it never
    /// was.
    package var starTime: Int64 = 0
    package var place: Place?
    /// The same for the place.
    package var placeTime: Int64 = 0
    package var marks: [Mark] = []
    package var unmarks: [Unmark] = []
  }

  package var briefs: [Brief] = []
}

extension LibraryState {
  /// The JSON, one brief a line.
  package var json: [UInt8] {
    var json = JSONBytes()
    json.object {
      $0.field("schema", Self.schema)
      $0.key("briefs")
      $0.lines(briefs) { json, brief in Self.write(brief, to: &json) }
    }
    return json.bytes + [0x0A]
  }

  private static func write(_ brief: Brief, to json: inout JSONBytes) {
    json.object {
      $0.field("fingerprint", brief.fingerprint.hexadecimal)
      $0.field("paths", brief.paths) { $0.string($1) }
      $0.field("starred", brief.isStarred)
      $0.field("starTime", Int(brief.starTime))
      if let place = brief.place {
        $0.object("place") {
          $0.field("section", place.section)
          $0.field("offset", place.offset)
          $0.field("time", Int(brief.placeTime))
        }
      } else {
        $0.field("place", nil as String?)
      }
      // For programs that know one time of both.
      $0.field("time", Int(max(brief.starTime, brief.placeTime)))
      $0.field("marks", brief.marks) { json, mark in
        json.object {
          $0.field("section", mark.section)
          $0.field("fingerprint", mark.fingerprint.hexadecimal)
          $0.field("time", Int(mark.time))
        }
      }
      $0.field("unread", brief.unmarks) { json, unmark in
        json.object {
          $0.field("section", unmark.section)
          $0.field("time", Int(unmark.time))
        }
      }
    }
  }
}

extension Fingerprint {
  /// 32 digits.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef".unicodeScalars)
    var text = String.UnicodeScalarView()
    for byte in bytes { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(text)
  }

  /// Reads 32 digits.
  init?(hexadecimal: String) {
    let digits = hexadecimal.utf8.map { byte -> UInt8? in
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x41...0x46: byte - 0x37
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    let values = digits.compactMap(\.self)
    guard values.count == 32, digits.count == 32 else { return nil }
    self.init(bytes: stride(from: 0, to: 32, by: 2).map { values[$0] << 4 | values[$0 + 1] })
  }
}
