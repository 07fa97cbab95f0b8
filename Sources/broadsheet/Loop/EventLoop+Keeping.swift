import BriefLibrary
import BriefModel
import Reader

/// What is kept in the library, and what follows from it.
extension EventLoop {
  /// Keeps changes, or says why they wait.
  mutating func keep(_ changes: LibraryChanges) {
    let waiting = keeper.waiting
    do throws(LibraryError) {
      follow(try keeper.keep(changes, now: now))
    } catch {
      tell(error)
    }
    if keeper.waiting != waiting { take(.waiting(keeper.waiting)) }
  }

  /// Says why something is not kept; a place alone waits untold for what is over in a moment.
  private mutating func tell(_ error: LibraryError) {
    guard !error.isPassing || keeper.waiting > 0 else { return }
    take(.failure(keeper.sentence(error)))
  }

  /// Does what follows from changes that were kept.
  private mutating func follow(_ kept: KeptChanges) {
    if !kept.records.isEmpty { take(.recorded(kept.records)) }
    guard let library, kept.changes.contains(where: \.isMark) else { return }
    index?.transferMarks()
    readTexts.keep(for: kept.changes, in: library)
    backups.add(marks: kept.changes.count(where: \.isMark))
    backUpDaily()
  }

  /// Goes on after a try to keep what waited.
  mutating func take(_ retry: MarkKeeper.Retry) {
    if retry.isOpened { followLibrary() }
    switch retry.result {
    case .success(let kept):
      take(.waiting(0))
      follow(kept)
      index?.updateAfterFailure()
      if retry.isFirstKept || kept.changes.contains(where: \.isMark) { take(.libraryOpened) }
    case .failure(let error):
      take(.waiting(keeper.waiting))
      if error.isMendedByOpening { tell(error) }
      if case .unknownBrief = error { tell(error) }
    }
  }

  /// Sees what other readers change in the library that can be written now, and brings its index up
  /// to date.
  mutating func followLibrary() {
    if let path = index?.publishedPath, !watcher.watchPublished(path) {
      take(.notice("New briefs are seen here after r"))
    }
    guard let library, library.obstacle == nil else { return }
    if let index {
      index.follow()
    } else if timers.following == nil {
      timers.following = MarkFollowing(library: library)
    }
    if !watcher.watchLog(library.path + "-wal") {
      take(.notice("Marks that other readers make are seen here after r"))
    }
  }

  /// At the end of the run, keeps what still waits.
  mutating func keepLast(while goesOn: () -> Bool) -> LastTry? {
    let (state, today) = (state, (try? .today()) ?? reader.today)
    return keeper.finish(today: today, keys: { state.keys(of: $0) }, while: goesOn)
  }

  /// Says what became of it; whether any is lost.
  func tell(_ last: LastTry?) -> Bool {
    last?.recovery?.tell()
    if let place = last?.place { Failure.tell(place) }
    if let loss = last?.loss { Failure.tell(loss) }
    return last?.loss != nil
  }

  /// Once a day, as the program may run for weeks, and where much has been marked since.
  mutating func backUpDaily() {
    guard let library, library.obstacle == nil, let today = try? CalendarDate.today(),
      backups.isDue(on: today)
    else { return }
    background.backUp(library, today: today)
  }

  /// At the end of the run, that what was marked in it is in a copy.
  func backUpAtEnd() {
    guard let library, library.obstacle == nil, let today = try? CalendarDate.today() else {
      return
    }
    background.backUp(library, today: today)
  }
}
