import BriefLibrary
import Glibc

/// How many sessions a reader may have at once, so that none takes what all of an account have
/// together: memory, processes, and what the system watches files with.
enum KioskSessions {
  static let limit = 16

  /// Takes one of them until the process ends; throws where all are taken. Nothing is counted where
  /// nothing can be locked beside the library.
  static func take(besideLibrary path: String?) throws(Refusal) {
    guard let folder = try? path.map(Library.preparedFolder(at:)) else { return }
    for number in 1...limit {
      let file = "\(folder)/session-\(number).lock"
      let descriptor = open(file, O_CREAT | O_RDWR | O_CLOEXEC | O_NOFOLLOW, 0o600)
      guard descriptor >= 0 else { return }
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
      close(descriptor)
    }
    throw Refusal(
      description: "\(limit) sessions are open, the most at once; leave one of them", status: .busy)
  }
}
