import BriefLibrary
import BriefModel
import Reader

/// Reads briefs and what the library knows of them; at home on any thread.
struct BriefReader: Sendable {
  /// As many briefs are looked up in the library at once.
  static let batch = 16

  /// Nil while it is not open, and where it cannot be.
  var library: Library?
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
    let key = key(of: brief, BriefSummary(brief))
    let (records, failure) = records(for: [key])
    let loaded = LoadedBrief(
      brief: brief, fingerprint: key.fingerprint, record: records.first ?? ReadingRecord())
    return [.loaded(entry: entry, .success(loaded))] + failure
  }

  /// The answer to `Effect.compare`.
  func compare(entry: Int, _ brief: Brief, _ record: ReadingRecord) -> [Message] {
    guard let library, let id = record.id else { return [.compared(entry: entry, nil)] }
    do throws(LibraryError) {
      let texts = try library.texts(of: id).compactMap { text in
        try? BriefParser.parse(bytes: text, path: brief.path, modified: nil, today: today)
      }
      return [
        .compared(
          entry: entry, BriefComparison(of: brief, sinceOneOf: texts, record: record))
      ]
    } catch {
      return [.failure(error.description)]
    }
  }

  /// What the first lines of a file tell, for a list that is to be shown at once.
  func head(of path: String) -> BriefHead? { BriefHead.read(path: path) }

  /// The answers to some `Effect.scan`s, in their order.
  func scan(_ files: [(entry: Int, path: String)]) -> [Message] {
    let scans = files.map { scanned($0.path) }
    let (records, failure) = records(for: scans.compactMap { try? $0.get().key })
    var rest = records[...]
    return zip(files, scans).map { file, scan in
      Message.scanned(
        entry: file.entry,
        scan.map { scan in
          ScannedBrief(
            summary: scan.summary, fingerprint: scan.key.fingerprint,
            record: rest.popFirst() ?? ReadingRecord())
        })
    } + failure
  }

  /// What the list needs of a brief, and what the library finds it by.
  private struct Scan {
    var key: BriefKey
    var summary: BriefSummary
  }

  private func scanned(_ path: String) -> Result<Scan, BriefError> {
    Result { () throws(BriefError) in
      let brief = try read(path)
      let summary = BriefSummary(brief)
      return Scan(key: key(of: brief, summary), summary: summary)
    }
  }

  /// Reads a brief alone; one whose file is gone from the text that was kept.
  func read(_ path: String) throws(BriefError) -> Brief {
    if path == "-", let standardInput { return standardInput }
    do throws(BriefError) {
      return try BriefLoader.load(path: path, today: today)
    } catch {
      guard error.reason == .missing,
        let kept = library?.archivedBrief(at: path, today: today)
      else { throw error }
      return kept
    }
  }

  private func key(of brief: Brief, _ summary: BriefSummary) -> BriefKey {
    BriefKey(path: brief.path, fingerprint: brief.fingerprint, parts: summary.parts)
  }

  /// One record for each key; empty ones where the library fails.
  private func records(for keys: [BriefKey]) -> ([ReadingRecord], [Message]) {
    let none = keys.map { _ in ReadingRecord() }
    guard let library, !keys.isEmpty else { return (none, []) }
    do throws(LibraryError) {
      let records = try library.records(for: keys)
      return (records.count == keys.count ? records : none, [])
    } catch {
      return (none, [.failure(error.message)])
    }
  }
}
