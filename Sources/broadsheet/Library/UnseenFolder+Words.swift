import BriefLibrary
import BriefModel

extension UnseenFolder {
  /// What is wrong, where, and what comes of it.
  var sentence: String {
    let shown = Sanitizer.line(path)
    return switch reason {
    case .absent: "\(shown): is not there; what the index has of it stays"
    case .unreadable(let why):
      "\(shown): cannot be looked into (\(why)); what the index has of it stays"
    case .misnamed: "\(shown): cannot be opened, as its name is not UTF-8; rename it"
    case .tooDeep: "\(shown): is not looked into, as it lies too deep"
    case .unmounted:
      "\(shown): is on another disk than its briefs were; what the index has of it stays until"
        + " they are there again"
    }
  }
}
