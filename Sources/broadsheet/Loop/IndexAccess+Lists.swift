import BriefLibrary
import BriefModel
import Reader
import Terminal

/// The lists that queries find.
extension IndexAccess {
  /// Makes a list in the background; one that was asked for before is given up.
  func list(_ request: ListRequest, number: Int) {
    shared.withLock { shared in
      shared.asked = number
      if shared.isListing { shared.lister?.interrupt() }
    }
    listing.async { [self] in
      guard shared.withLock({ $0.asked == number && !$0.isEnding }) else { return }
      guard let answer = answer(to: request, number: number) else { return }
      mailbox.post(answer)
      FreeMemory.giveBack()
    }
  }

  /// Nil where another list was asked for meanwhile.
  private func answer(to request: ListRequest, number: Int) -> Message? {
    do {
      let index = try lister()
      let (query, kept) = try query(of: request, index)
      shared.withLock { $0.isListing = true }
      defer { shared.withLock { $0.isListing = false } }
      var listing =
        if let brief = request.related {
          try index.related(to: brief)
        } else {
          try index.listing(query, order: request.order, grouping: request.grouping)
        }
      listing.kept = kept
      shared.withLock { $0.answered = request.isTyped ? nil : request.query }
      return .listed(number: number, .success(listing), try index.counts())
    } catch let error as QueryError {
      return .listed(
        number: number, .failure(ListFailure(text: error.text, range: error.range)),
        (try? lister().counts()) ?? LibraryCounts())
    } catch {
      refill(after: error)
      guard shared.withLock({ $0.asked == number }) else { return nil }
      return .listed(number: number, .failure(ListFailure(text: "\(error)")), LibraryCounts())
    }
  }

  /// What is asked, and as what it is kept where it is being typed. A folder that is not there is
  /// told of a query that is new, and not where it goes with its briefs.
  private func query(
    of request: ListRequest, _ index: BriefIndex
  ) throws(QueryError) -> (Query, kept: String?) {
    let isNew = shared.withLock { $0.answered != request.query }
    let saved = isNew ? index.knowingFolders(self.saved) : self.saved
    guard request.isTyped else {
      return (try Query(request.query, today: today, saved: saved), nil)
    }
    let typed = try TypedQuery(request.query, today: today, saved: saved)
    return (typed.query, typed.kept)
  }

  /// Counts what the saved queries find, in the background.
  func countSaved() {
    listing.async { [self] in
      for item in saved.items {
        guard !shared.withLock({ $0.isEnding }) else { return }
        let query = try? Query(item.query, today: today, saved: saved)
        let count = query.flatMap { query in try? lister().count(query) }
        mailbox.post(.counted(item.name, count))
      }
    }
  }
}
