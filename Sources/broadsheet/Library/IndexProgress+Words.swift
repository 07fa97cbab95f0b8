import BriefLibrary
import BriefModel
import Reader

extension IndexProgress {
  /// Files done, the rate and the time left.
  var sentence: String {
    guard total > 0 else { return "Looking for what changed" }
    let rate = seconds > 0 ? Int(Double(done) / seconds) : 0
    let left = secondsLeft.map { ", \(Self.duration($0)) left" } ?? ""
    let what = isRenewal ? "Tidying the index, reading" : "Reading"
    return "\(what) \(done) of \(Count.of(total, "file")), \(rate) a second\(left)"
  }

  /// What could not be looked into or read, a sentence each.
  var problems: [String] {
    missing.map(\.sentence) + unreadable.lines
  }

  private static func duration(_ seconds: Double) -> String {
    let whole = Int(seconds.rounded(.up))
    return whole < 60 ? "\(whole) s" : "\(whole / 60) min \(whole % 60) s"
  }
}
