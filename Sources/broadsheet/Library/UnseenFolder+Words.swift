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
    case .system(let type):
      "\(shown): is not looked into, as it holds no files but the system's own (\(type))"
    case .above:
      "\(shown): leads to a folder above, and is not followed; add that folder for what is in it"
    case .tooMany:
      "\(shown): has more than \(FolderLimit.folders) folders; what is beyond them is not looked into,"
        + " and what the index has of it stays"
    case .unmounted:
      "\(shown): is on another disk than its briefs were; what the index has of it stays until"
        + " they are there again"
    }
  }
}
