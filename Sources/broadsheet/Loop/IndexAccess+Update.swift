import BriefLibrary
import BriefModel
import Dispatch
import Reader

/// How the index is brought up to date while the reader runs.
extension IndexAccess {
  /// Brings the index up to date with the folders, in the background; once more where that is
  /// going on already. What could not be looked through before is looked through with them; without
  /// a scope nothing else is.
  func update(_ scope: IndexScope? = .all) {
    guard !index.isPublished else { return goOver() }
    let scope = shared.withLock { shared -> IndexScope? in
      guard let all = IndexScope.union(.union(shared.outdated, shared.failed), scope) else {
        return nil
      }
      shared.failed = nil
      shared.outdated = shared.isUpdating ? all : nil
      defer { shared.isUpdating = true }
      return shared.isUpdating ? nil : all
    }
    guard let scope else { return }
    indexing.async { [self] in
      do throws(LibraryError) {
        try end(look(scope), scope)
      } catch {
        fail(error, scope)
      }
      FreeMemory.giveBack()
      if let more = endUpdate() { update(more) }
    }
  }

  /// Looks once more at what failed, as there may be room on the disk again.
  func updateAfterFailure() {
    if shared.withLock({ $0.failed != nil }) { update(nil) }
  }

  /// Nil where another process is at work on the index.
  private func look(_ scope: IndexScope) throws(LibraryError) -> IndexProgress? {
    let index = try BriefIndex.open(at: self.index.path)
    // The loop's connection waits for nobody, and the loop not for this one.
    let library = try self.library.openAgain()
    defer { try? library.close() }
    shared.withLock { $0.writer = index }
    defer { shared.withLock { $0.writer = nil } }
    var indexer = Indexer(
      index: index, library: library, today: today, archiving: archives, confined: bounds != nil)
    let goesOn = { self.shared.withLock { !$0.isEnding } }
    var last = IndexProgress()
    return try indexer.run(folders: folders(), scope: scope, goesOn: goesOn) { progress in
      report(progress, since: &last)
      return goesOn()
    }
  }

  private func end(_ end: IndexProgress?, _ scope: IndexScope) {
    mailbox.post(.indexing(nil))
    shared.withLock { $0.obstacle = nil }
    guard let end else { return tryAgain(scope, after: busyPause) }
    // By this look, or by another process that was first with what it looked for.
    if (try? index.hasChanged()) ?? true { mailbox.post(.libraryChanged) }
    for problem in end.problems { mailbox.post(.failure(problem)) }
  }

  /// Says what failed; however often it does for the same reason in a row, once.
  func tellOnce(_ error: LibraryError) {
    let isTold = shared.withLock { shared in
      defer { shared.obstacle = error }
      return shared.obstacle == error
    }
    if !isTold { mailbox.post(.failure(error.message)) }
  }

  private func fail(_ error: LibraryError, _ scope: IndexScope) {
    mailbox.post(.indexing(nil))
    tellOnce(error)
    refill(after: error)
    if error.isPassing {
      tryAgain(scope, after: pause)
    } else {
      shared.withLock { $0.failed = .union($0.failed, scope) }
    }
  }

  /// The folders that have changed since they were last begun to be looked through.
  private func endUpdate() -> IndexScope? {
    shared.withLock { shared in
      shared.isUpdating = false
      return shared.isEnding ? nil : shared.outdated
    }
  }

  /// An index that was damaged is empty: its briefs are read again, once what goes on has ended.
  func refill(after error: any Error) {
    guard case .indexRemade? = error as? LibraryError else { return }
    mailbox.post(.libraryChanged)
    indexing.async { [self] in update() }
  }

  /// Another process is at work on the index, or keeps it from being written as a full disk does:
  /// its briefs are shown as they come, and what could not be looked through is tried again. However
  /// often that is met meanwhile, it is but once.
  private func tryAgain(_ scope: IndexScope, after pause: DispatchTimeInterval) {
    mailbox.post(.libraryChanged)
    let isFirst = shared.withLock { shared in
      shared.failed = .union(shared.failed, scope)
      defer { shared.isTryingAgain = true }
      return !shared.isTryingAgain && !shared.isEnding
    }
    guard isFirst else { return }
    indexing.asyncAfter(deadline: .now() + pause) { [self] in
      let isEnding = shared.withLock { shared in
        shared.isTryingAgain = false
        return shared.isEnding
      }
      if !isEnding { update(nil) }
    }
  }

  /// Four times a second how far it is, and every two seconds what has come.
  private func report(_ progress: IndexProgress, since last: inout IndexProgress) {
    guard progress.total > 0, progress.seconds - last.seconds >= 0.25 else { return }
    if Int(progress.seconds / 2) != Int(last.seconds / 2) { mailbox.post(.libraryChanged) }
    last = progress
    mailbox.post(.indexing(progress.sentence))
  }
}
