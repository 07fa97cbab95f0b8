import BriefLibrary
import BriefModel
import Reader

/// What is asked of the sources of all briefs.
extension IndexAccess {
  /// Reads a level of the desk in the background.
  func desk(_ request: DeskRequest, number: Int) {
    listing.async { [self] in
      do throws(LibraryError) {
        let index = try lister()
        let rows: DeskRows =
          switch request {
          case .outlets(let text, let order):
            .outlets(try index.outlets(named: text, by: order), until: try index.lastMonth())
          case .articles(let outlet, let order):
            .articles(try index.articles(of: outlet, by: order))
          case .passages(let source):
            .passages(
              try index.passages(
                of: source, library: library, within: bounds, today: today))
          }
        mailbox.post(.desk(number: number, rows))
      } catch {
        refill(after: error)
        mailbox.post(.desk(number: number, .outlets([], until: nil)))
        mailbox.post(.failure(error.message))
      }
    }
  }

  /// Finds the brief next by date that cites a source, in the background; one that was asked for
  /// before is given up.
  func seek(_ request: CitingRequest) {
    // The same may be sought again after another, so that the request does not tell the last one.
    let number = shared.withLock { shared in
      shared.seeks += 1
      if shared.isSeeking { shared.lister?.interrupt() }
      return shared.seeks
    }
    listing.async { [self] in
      guard shared.withLock({ $0.seeks == number && !$0.isEnding }) else { return }
      let result = Result { () throws(LibraryError) in try find(request) }
      guard shared.withLock({ $0.seeks == number }) else { return }
      if case .failure(let error) = result { refill(after: error) }
      mailbox.post(.cited(request, result.mapError { ListFailure(text: $0.message) }))
    }
  }

  private func find(_ request: CitingRequest) throws(LibraryError) -> Int64? {
    let index = try lister()
    shared.withLock { $0.isSeeking = true }
    defer { shared.withLock { $0.isSeeking = false } }
    return try index.brief(citing: request)
  }

  /// The brief that a file holds now.
  func locate(_ path: String, entry: Int) -> [Message] {
    let found = try? index.brief(at: path)
    return found.flatMap { $0 }.map { [.located(entry: entry, $0)] } ?? []
  }
}
