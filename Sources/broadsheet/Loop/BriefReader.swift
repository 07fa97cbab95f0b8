import BriefLibrary
import BriefModel
import Reader

/// Reads briefs and what the library knows of them; at home on any thread.
struct BriefReader: Sendable {
  /// As many briefs are looked up in the library at once.
  static let batch = 16

  let library: Library?
  /// No date in a brief lies after it.
  let today: CalendarDate
  /// Standard input can be read but once.
  let standardInput: Brief?

  /// The answer to `Effect.load`; beside it a failure where the library did not answer.
  func load(entry: Int, path: String) -> [Message] {
    do throws(BriefError) {
      return answer(entry: entry, brief: try read(path))
    } catch {
      return [.loaded(entry: entry, .failure(error))]
    }
  }

  /// The same for a brief that has been read already.
  func answer(entry: Int, brief: Brief) -> [Message] {
    let (records, failure) = records(of: [brief])
    let loaded = LoadedBrief(brief: brief, record: records.first ?? ReadingRecord())
    return [.loaded(entry: entry, .success(loaded))] + failure
  }

  /// The answers to some `Effect.scan`s, in their order.
  func scan(_ files: [(entry: Int, path: String)]) -> [Message] {
    let results = files.map { file in
      (file.entry, Result { () throws(BriefError) in try read(file.path) })
    }
    let (records, failure) = records(of: results.compactMap { try? $0.1.get() })
    var rest = records[...]
    return results.map { entry, result in
      Message.scanned(
        entry: entry,
        result.map { brief in
          ScannedBrief(
            summary: BriefSummary(brief), record: rest.popFirst() ?? ReadingRecord())
        })
    } + failure
  }

  private func read(_ path: String) throws(BriefError) -> Brief {
    if path == "-", let standardInput { return standardInput }
    return try BriefLoader.load(path: path, today: today)
  }

  /// One record for each brief; empty ones where the library fails.
  private func records(of briefs: [Brief]) -> ([ReadingRecord], [Message]) {
    let none = briefs.map { _ in ReadingRecord() }
    guard let library, !briefs.isEmpty else { return (none, []) }
    do throws(LibraryError) {
      let keys = briefs.map { BriefKey(path: $0.path, fingerprint: $0.fingerprint) }
      let records = try library.records(for: keys)
      return (records.count == briefs.count ? records : none, [])
    } catch {
      return (none, [.failure(error.description)])
    }
  }
}
