import BriefLibrary
import BriefModel
import Dispatch
import Reader
import Synchronization
import Terminal

/// Work beside the loop, which answers through the mailbox: what is to be shown now on one queue,
/// what the list is to show on another, so that the one never waits for the other.
///
/// No thread is started before there is work.
struct Background {
  var reader: BriefReader
  private let mailbox: Mailbox<Message>
  /// The entry whose passage was asked for last.
  private let sought = Latest()
  private let loading = DispatchQueue(label: "loading", qos: .userInitiated)
  private let copying = DispatchQueue(label: "copying", qos: .utility)
  private let scanning = DispatchQueue(label: "scanning", qos: .utility)

  init(reader: BriefReader, mailbox: Mailbox<Message>) {
    self.reader = reader
    self.mailbox = mailbox
  }

  /// Reads the brief of an entry.
  func load(entry: Int, _ origin: TextOrigin) {
    loading.async { [reader, mailbox] in
      for message in reader.load(entry: entry, origin) { mailbox.post(message) }
    }
  }

  /// Finds the passage of a brief that answers a search.
  func findPassage(entry: Int, _ origin: TextOrigin, _ phrases: [SoughtPhrase]) {
    sought.entry.withLock { $0 = entry }
    scanning.async { [reader, mailbox, sought] in
      guard sought.entry.withLock({ $0 == entry }) else { return }
      let brief = try? reader.read(origin)
      mailbox.post(
        .passage(
          entry: entry, brief.flatMap { Passage(phrases, in: $0) }, of: phrases))
    }
  }

  /// Compares a brief with the texts of it that were read, the last of which may just be kept.
  func compare(entry: Int, _ brief: Brief, _ record: ReadingRecord, after texts: ReadTexts) {
    texts.afterwards { [reader, mailbox] in
      for message in reader.compare(entry: entry, brief, record) { mailbox.post(message) }
    }
  }

  /// Reads the briefs of some entries for the list, in their order.
  func scan(_ files: [(entry: Int, origin: TextOrigin)]) {
    for start in stride(from: 0, to: files.count, by: BriefReader.batch) {
      let batch = Array(files[start..<min(start + BriefReader.batch, files.count)])
      scanning.async { [reader, mailbox] in
        for message in reader.scan(batch) { mailbox.post(message) }
      }
    }
  }

  /// Backs a library up once a day, on a connection of its own.
  func backUp(_ library: Library, today: CalendarDate) {
    copying.async { [path = library.path, mailbox] in
      do throws(LibraryError) {
        try Library.backUpDaily(at: path, today: today)
      } catch {
        mailbox.post(.failure(error.message))
      }
    }
  }

  /// Waits for a copy that is being made.
  func finish() { copying.sync {} }
}

/// The last of several that were asked for.
private final class Latest: Sendable {
  let entry = Mutex(-1)
}
