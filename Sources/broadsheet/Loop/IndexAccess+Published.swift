import BriefLibrary
import Dispatch
import Reader

/// The index that another process publishes.
extension IndexAccess {
  /// Whether what changes is to be seen: the marks of others, and with them the briefs.
  var isFollowed: Bool { index.isWritable || index.isPublished }

  /// The file that is watched for what is published next; nil where nothing is.
  var publishedPath: String? { index.isPublished ? index.path : nil }

  /// Goes over to what has been published since, with the marks of this reader on it.
  func goOver() {
    listing.async { [self] in
      guard !shared.withLock(\.isEnding) else { return }
      do throws(LibraryError) {
        let lister = try lister()
        _ = try lister.goOver()
        tellLibrary(of: lister)
        _ = try lister.takeMarks(from: beside.library)
        // The loop reads rows on it, and the marks of these from the library.
        _ = try index.goOver()
      } catch {
        mailbox.post(.failure(error.message))
      }
      mailbox.post(.libraryChanged)
      mailbox.post(.indexing(nil))
    }
  }

  /// Lets the library know which of its briefs were rewritten. Where it cannot be written just then,
  /// these show as new until it can.
  private func tellLibrary(of lister: BriefIndex) {
    let library = beside.library
    guard library.obstacle == nil else { return }
    do throws(LibraryError) {
      try lister.tell(library)
      shared.withLock { $0.obstacle = nil }
    } catch {
      tellOnce(error)
      if error.isPassing { goOverOnceMore() }
    }
  }

  /// However often it is asked for meanwhile, it is but once.
  private func goOverOnceMore() {
    let isFirst = shared.withLock { shared in
      defer { shared.isTryingAgain = true }
      return !shared.isTryingAgain
    }
    guard isFirst else { return }
    listing.asyncAfter(deadline: .now() + pause) { [self] in
      shared.withLock { $0.isTryingAgain = false }
      goOver()
    }
  }
}
