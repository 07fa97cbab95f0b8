import BriefLibrary
import Synchronization

/// Which folders a library has; where it cannot be asked, those that it told last.
final class KnownFolders: Sendable {
  private let known: Mutex<[String]>
  private let ask: @Sendable () throws -> [String]

  /// `known` are the first of them.
  init(_ known: [String], asking ask: @escaping @Sendable () throws -> [String]) {
    self.known = Mutex(known)
    self.ask = ask
  }

  /// Those that there are now.
  func now() -> [String] {
    let told = try? ask()
    return known.withLock { known in
      if let told { known = told }
      return known
    }
  }
}
