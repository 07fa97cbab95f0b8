import BriefLibrary
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
        try lister.tell(beside.library)
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
}
