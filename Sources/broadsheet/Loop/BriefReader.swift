import BriefLibrary
import BriefModel
import Reader

/// Reads briefs and what the library knows of them; at home on any thread.
struct BriefReader: Sendable {
  /// As many briefs are looked up in the library at once.
  static let batch = 16

  /// Nil while it is not open, and where it cannot be.
  var library: Library?
  /// Tells which contents the library's folders held before; nil where there is none.
  var index: BriefIndex?
  /// No date in a brief lies after it.
  let today: CalendarDate
  /// Standard input can be read but once.
  let standardInput: Brief?
  /// What may be read, where not all may be.
  var bounds: ReadBounds?

  /// The answer to `Effect.load`; beside it a failure where the library did not answer.
  func load(entry: Int, _ origin: TextOrigin) -> [Message] {
    do throws(BriefError) {
      return answer(entry: entry, origin, brief: try read(origin))
    } catch {
      return [.loaded(entry: entry, .failure(error))]
    }
  }

  /// The same for a brief that has been read already.
  func answer(entry: Int, _ origin: TextOrigin, brief: Brief) -> [Message] {
    let key = key(of: brief, from: origin, BriefSummary(brief))
    let (records, rest) = records(for: [key], of: [entry])
    let loaded = LoadedBrief(
      brief: brief, fingerprint: key.fingerprint, record: records.first ?? ReadingRecord())
    return [.loaded(entry: entry, .success(loaded))] + rest
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
      return [.compared(entry: entry, nil), .failure(error.description)]
    }
  }

  /// What the first lines of a file tell, for a list that is to be shown at once.
  func head(of path: String) -> BriefHead? { BriefHead.read(path: path, within: bounds) }

  /// The answers to some `Effect.scan`s, in their order.
  func scan(_ files: [(entry: Int, origin: TextOrigin)]) -> [Message] {
    let scans = files.map { scanned($0.origin) }
    let read = zip(files, scans).compactMap { file, scan in
      (try? scan.get()).map { (entry: file.entry, key: $0.key) }
    }
    let (records, more) = records(for: read.map(\.key), of: read.map(\.entry))
    var rest = records[...]
    return zip(files, scans).map { file, scan in
      Message.scanned(
        entry: file.entry,
        scan.map { scan in
          ScannedBrief(
            summary: scan.summary, fingerprint: scan.key.fingerprint,
            record: rest.popFirst() ?? ReadingRecord())
        })
    } + more
  }

  /// What the list needs of a brief, and what the library finds it by.
  private struct Scan {
    var key: BriefKey
    var summary: BriefSummary
  }

  private func scanned(_ origin: TextOrigin) -> Result<Scan, BriefError> {
    Result { () throws(BriefError) in
      let brief = try read(origin)
      let summary = BriefSummary(brief)
      return Scan(key: key(of: brief, from: origin, summary), summary: summary)
    }
  }

  /// Reads a brief alone; one whose file is gone from the text that was kept.
  func read(_ origin: TextOrigin) throws(BriefError) -> Brief {
    if origin == .file("-"), let standardInput { return standardInput }
    return try origin.read(library: library, index: index, within: bounds, today: today)
  }

  private func key(
    of brief: Brief, from origin: TextOrigin, _ summary: BriefSummary
  ) -> BriefKey {
    BriefKey(origin, fingerprint: brief.fingerprint, summary)
  }

  /// One record for each key, empty ones where the library fails; and what else is to be told.
  private func records(
    for keys: [BriefKey], of entries: [Int]
  ) -> ([ReadingRecord], [Message]) {
    let none = keys.map { _ in ReadingRecord() }
    guard let library, !keys.isEmpty else { return (none, []) }
    do throws(LibraryError) {
      let known = try index?.known(keys.map(\.fingerprint)) ?? []
      let earlier = try index?.earlier(of: keys) ?? []
      let records = try library.records(for: keys, known: known, earlier: earlier)
      guard records.count == keys.count else { return (none, []) }
      // One that cannot be written at all tells when it can.
      guard library.obstacle == nil else { return (records, []) }
      let unregistered = zip(entries, records).filter { $0.1.id == nil }.map(\.0)
      return (records, unregistered.isEmpty ? [] : [.unregistered(entries: unregistered)])
    } catch {
      return (none, [.failure(error.message)])
    }
  }
}
