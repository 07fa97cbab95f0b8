import BriefLibrary
import Synchronization

/// A connection to the library for work beside the loop, so that no mark waits for that; opened when
/// it is first needed.
final class LibraryBeside: Sendable {
  private let loop: Library
  private let opened = Mutex<Library?>(nil)

  init(loop: Library) { self.loop = loop }

  /// That of the loop as long as none can be opened beside it, which writes nothing then.
  var library: Library {
    opened.withLock { opened in
      if let opened { return opened }
      opened = try? loop.openAgain()
      return opened ?? loop
    }
  }

  /// Closes what was opened; nothing may be asked of it after.
  func close() { try? opened.withLock(\.self)?.close() }
}
