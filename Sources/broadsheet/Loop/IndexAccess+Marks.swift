import BriefLibrary
import Dispatch
import Reader

/// How marks come from the library into the index.
extension IndexAccess {
  /// Takes marks over into the index, in the background and many in a row at once; those that
  /// another reader made change the list.
  func transferMarks(after milliseconds: Int = 50) {
    let isFirst = shared.withLock { shared in
      defer { shared.isTransferring = true }
      return !shared.isTransferring
    }
    guard isFirst else { return }
    listing.asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { [self] in
      shared.withLock { $0.isTransferring = false }
      guard !shared.withLock({ $0.isEnding }) else { return }
      do throws(LibraryError) {
        let index = try lister()
        var seen = shared.withLock(\.seen)
        let taken = try index.takeSomeMarks(
          from: beside.library, seen: &seen, waiting: false)
        let areMany = shared.withLock { shared in
          shared.seen = seen
          defer { shared.isTakingMany = taken.isCut }
          return shared.isTakingMany
        }
        // What is asked of the list meanwhile comes before the rest.
        guard !taken.isCut else { return transferMarks(after: 0) }
        if areMany || taken.isWhole {
          mailbox.post(.libraryChanged)
        } else if !taken.isEmpty {
          mailbox.post(.marked(taken.flags, try index.counts()))
        }
      } catch {
        // They are safe in the library; the index may be locked by who brings it up to date, and
        // lists do not wait for that.
        refill(after: error)
        if error.isPassing { transferMarks(after: min(5000, max(250, 2 * milliseconds))) }
      }
    }
  }
}
