@testable import BriefLibrary

/// Exports: taken whole or refused with a place; what was taken is written back the same.
enum StateFuzzing {
  static func fault(in bytes: [UInt8]) -> String? {
    let state: LibraryState
    do throws(JSONMistake) {
      state = try LibraryState(json: bytes)
    } catch {
      guard error.line > 0, error.column > 0 else { return "a mistake at \(error.line)" }
      return TextFuzzing.unshowable(in: error.description).map { "the error has \($0)" }
    }
    do throws(JSONMistake) {
      return try LibraryState(json: state.json) == state ? nil : "it is not written as it was read"
    } catch {
      return "what is written is not read: \(error)"
    }
  }

  static let seeds: [[UInt8]] = [
    """
    {"schema":"broadsheet.state/1","briefs":[{"fingerprint":"\(print)","paths":["/a/b.md"],\
    "starred":true,"starTime":5,"place":{"section":"s","offset":3,"time":9},"time":9,\
    "marks":[{"section":"s","fingerprint":"\(print)","time":7}],\
    "unread":[{"section":"t","time":8}],"more":[1,{"x":null}]}]}
    """, #"{"schema":"broadsheet.state/1","briefs":[]}"#,
    #"{"a":["\u00e9\ud83d\ude00",-1.5e3,null,false]}"#,
  ].map { Array($0.utf8) }

  private static let print = String(repeating: "0123456789abcdef", count: 2)
}
