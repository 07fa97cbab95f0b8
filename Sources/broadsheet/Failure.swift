import BriefLibrary
import BriefModel
import Glibc
import Terminal

/// How the program ends when something failed: one line on standard error and a status of
/// sysexits.h.
enum Failure {
  /// Runs the program's work and ends the process in the way of what it throws; all trouble ends
  /// it with `status` where one is given.
  static func exitOnThrow(status: Int32? = nil, _ work: () throws -> Void) {
    do {
      try work()
    } catch let error as BriefError {
      exit(error.description, status: status ?? error.exitStatus)
    } catch let error as TerminalError {
      exit(error.description, status: status ?? ExitStatus.unavailable.rawValue)
    } catch let error as LibraryError {
      exit(error.description, status: status ?? ExitStatus.cannotWrite.rawValue)
    } catch let error as Refusal {
      exit(error.description, status: status ?? error.status.rawValue)
    } catch let error as Ending {
      Glibc.exit(error.status)
    } catch is StandardOutput.ReaderGone {
      Glibc.exit(0)
    } catch let error as StandardOutput.WriteFailure {
      exit(
        "standard output: cannot be written (\(error.reason))",
        status: status ?? ExitStatus.cannotWrite.rawValue)
    } catch {
      exit("\(error)", status: status ?? ExitStatus.software.rawValue)
    }
  }

  /// Says a line, or some, on standard error; whatever is in them, a terminal obeys none of it.
  static func tell(_ text: String) {
    StandardError.write("broadsheet: \(Sanitizer.lines(text))\n")
  }

  private static func exit(_ text: String, status: Int32) -> Never {
    tell(text)
    Glibc.exit(status)
  }
}

/// The end of the program with a status, after all has been said.
struct Ending: Error { var status: Int32 }
