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
          case .outlets(let text):
            .outlets(try index.outlets(named: text), until: try index.lastMonth())
          case .articles(let outlet): .articles(try index.articles(of: outlet))
          case .passages(let source):
            .passages(try index.passages(of: source, library: library, today: today))
          }
        mailbox.post(.desk(number: number, rows))
      } catch {
        mailbox.post(.desk(number: number, .outlets([], until: nil)))
        mailbox.post(.failure(error.message))
      }
    }
  }

  /// The brief next by date that cites a source.
  func brief(citing url: SourceURL, from brief: Int64, backward: Bool) -> Message {
    do throws(LibraryError) {
      let found = try index.brief(citing: url, from: brief, backward: backward)
      return .cited(url, in: found, backward: backward)
    } catch {
      return .failure(error.message)
    }
  }

  /// The brief that a file holds now.
  func locate(_ path: String, entry: Int) -> [Message] {
    let found = try? index.brief(at: path)
    return found.flatMap { $0 }.map { [.located(entry: entry, $0)] } ?? []
  }
}
