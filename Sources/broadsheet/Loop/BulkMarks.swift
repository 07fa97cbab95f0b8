import BriefLibrary
import BriefModel
import Dispatch
import Glibc
import Reader
import Synchronization
import Terminal

/// Marks many briefs of the library beside the loop, and takes that back.
///
/// It has a connection to the library of its own, so that rows are read meanwhile; a mark that is
/// made by hand waits for a batch, or in the `MarkKeeper` where that takes longer than a key may.
final class BulkMarks: Sendable {
  private static let batch = 256
  /// Nanoseconds between two reports.
  private static let pause: UInt64 = 250_000_000

  /// That of the loop.
  private let library: Library
  private let index: BriefIndex
  private let readTexts: ReadTexts
  private let mailbox: Mailbox<Message>
  /// Brings marks that were kept into the index.
  private let transfer: @Sendable () -> Void
  private let queue = DispatchQueue(label: "marking", qos: .userInitiated)
  private let shared = Mutex(Shared())

  private struct Shared {
    var files: Files?
    var isEnding = false
    var isAtWork = false
    var reported: UInt64 = 0
  }

  private struct Files {
    let library: Library
    let index: BriefIndex
  }

  init(
    library: Library, index: BriefIndex, readTexts: ReadTexts, mailbox: Mailbox<Message>,
    transfer: @escaping @Sendable () -> Void
  ) {
    self.library = library
    self.index = index
    self.readTexts = readTexts
    self.mailbox = mailbox
    self.transfer = transfer
  }

  /// Marks briefs read, but for those whose marks are changed from now on.
  func mark(_ ids: [Int64], step: Int) {
    let touched: Int64
    do throws(LibraryError) {
      touched = try library.lastTouched()
    } catch {
      // What is marked by hand meanwhile could not be told from the rest.
      return mailbox.post(.bulkEnded(BulkEnd(.marking, step: step, failure: error.message)))
    }
    work(BulkEnd(.marking, step: step)) { [self] files, end in
      try files.library.beginBulk(step: Int64(step))
      for start in stride(from: 0, to: ids.count, by: Self.batch) where goesOn {
        let some = ids[start..<min(ids.count, start + Self.batch)]
        let batch = try files.library.mark(
          some, of: files.index, unlessSince: touched, step: Int64(step), MarkAction.read.changes)
        // Those of a few briefs are read again for it, but not all of a library.
        if start == 0 { readTexts.keep(for: batch.changes, in: files.library) }
        end.done += batch.briefs
        report(BulkProgress(.marking, done: some.endIndex, total: ids.count))
      }
    }
  }

  /// Takes a step back, or does it again.
  func replay(step: Int, forward: Bool) {
    let what = forward ? BulkMarking.redoing : .undoing
    work(BulkEnd(what, step: step)) { [self] files, end in
      let total = try files.library.bulkSize(step: Int64(step))
      var position = BulkPosition()
      while goesOn,
        try files.library.replay(step: Int64(step), forward: forward, &position)
      {
        end.done = position.done
        report(BulkProgress(what, done: position.done, total: total))
      }
    }
  }

  /// Ends it: at once after the batch that is at work, or, with the signals that end the program
  /// given, when all is done or one of these comes. Then closes what is open.
  func finish(_ signals: Signals?) {
    if let signals, isAtWork {
      Failure.tell("the marks are still being kept; Ctrl-C ends that")
      while isAtWork, !signals.take().contains(where: \.isEnding) { usleep(20_000) }
    }
    shared.withLock { $0.isEnding = true }
    queue.sync {}
    let files = shared.withLock(\.files)
    try? files?.index.close()
    try? files?.library.close()
  }

  private var isAtWork: Bool { shared.withLock(\.isAtWork) }

  private var goesOn: Bool { shared.withLock { !$0.isEnding } }

  private func work(
    _ start: BulkEnd, _ body: @escaping @Sendable (Files, inout BulkEnd) throws -> Void
  ) {
    shared.withLock { $0.isAtWork = true }
    queue.async { [self] in
      var end = start
      do {
        try body(open(), &end)
      } catch let error as LibraryError {
        end.failure = error.message
      } catch {
        end.failure = "\(error)"
      }
      shared.withLock { $0.isAtWork = false }
      transfer()
      mailbox.post(.bulkEnded(end))
    }
  }

  private func open() throws(LibraryError) -> Files {
    if let files = shared.withLock(\.files) {
      // The list is of what was published last.
      _ = try files.index.goOver()
      return files
    }
    let files = Files(
      library: try library.openAgain(),
      index: try index.openAgain())
    shared.withLock { $0.files = files }
    return files
  }

  private func report(_ progress: BulkProgress) {
    let now = DispatchTime.now().uptimeNanoseconds
    let isDue = shared.withLock { shared in
      guard now - shared.reported >= Self.pause else { return false }
      shared.reported = now
      return true
    }
    guard isDue else { return }
    transfer()
    mailbox.post(.bulk(progress))
  }
}

extension IndexAccess {
  /// What marks many briefs of the list.
  func bulkMarks(_ readTexts: ReadTexts) -> BulkMarks {
    BulkMarks(library: library, index: index, readTexts: readTexts, mailbox: mailbox) {
      [weak self] in
      self?.transferMarks(after: 0)
    }
  }
}
