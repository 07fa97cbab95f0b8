/// How the program ends, after sysexits.h; `check` has statuses of its own.
enum ExitStatus: Int32, CaseIterable {
  case done = 0
  case negative = 1
  case usage = 64
  case data = 65
  case missing = 66
  case unavailable = 69
  case software = 70
  case cannotWrite = 74
  case busy = 75

  /// What it tells, for the manual and the guide.
  var meaning: String {
    switch self {
    case .done: "done"
    case .negative: "mark found nothing, or doctor --check-library something wrong"
    case .usage: "the command line makes no sense"
    case .data: "a file is not a brief: empty, not text, or over a limit"
    case .missing: "a file is missing or cannot be read, or the library has no folders"
    case .unavailable: "there is no terminal to read on"
    case .software: "a fault of the program itself"
    case .cannotWrite: "the output or marks could not be written, or the library cannot be used"
    case .busy: "another broadsheet is at the same work; try again"
    }
  }
}
