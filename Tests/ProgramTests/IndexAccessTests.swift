import BriefModel
import Dispatch
import Foundation
import GRDB
import Reader
import Synchronization
import Terminal
import Testing

@testable import BriefLibrary
@testable import broadsheet

@Suite("The index beside the reader")
final class IndexAccessTests {
  /// How often it was asked which folders there are, which each look does once.
  private final class Looks: Sendable {
    let count = Mutex(0)
  }

  private let desk: LibraryDesk
  private let mailbox: Mailbox<Message>
  private let looks = Looks()

  init() throws {
    desk = try LibraryDesk()
    try FileManager.default.createDirectory(
      atPath: desk.state, withIntermediateDirectories: true)
    mailbox = try Mailbox()
  }

  private func access(_ index: BriefIndex) throws -> IndexAccess {
    try IndexAccess(
      index: index, library: .open(at: desk.library),
      folders: { [looks, folder = desk.path + "/briefs"] in
        looks.count.withLock { $0 += 1 }
        return [folder]
      },
      today: .today(), seen: nil, saved: SavedQueries([]), archiving: false,
      pause: .milliseconds(50), mailbox: mailbox)
  }

  private func wait(for count: Int) {
    while looks.count.withLock({ $0 }) < count { usleep(1000) }
  }

  /// Waits until the list is to be shown anew.
  private func waitForList() {
    while true {
      for case .libraryChanged in mailbox.take() { return }
      usleep(1000)
    }
  }

  /// Waits until a look at the folders has ended.
  private func waitForLook() {
    while true {
      for case .indexing(nil) in mailbox.take() { return }
      usleep(1000)
    }
  }

  @Test("is asked for in one chain, however often another process refuses it") func polling() throws
  {
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: desk.library))
    let access = try access(index)
    var lock = try IndexLock(path: index.path)
    #expect(lock != nil)
    for _ in 0..<4 {
      access.update()
      waitForList()
    }
    lock = nil
    wait(for: 5)
    let before = looks.count.withLock { $0 }
    // Of several chains the others would look now.
    usleep(400_000)
    #expect(looks.count.withLock { $0 } - before < 2)
    access.close()
  }

  @Test("shows what another process put in before it looked, and nothing where nothing is new")
  func putInByOthers() throws {
    try desk.fill()
    let access = try access(.open(at: BriefIndex.path(besideLibrary: desk.library)))
    func look() throws -> [Message] {
      access.update()
      access.indexing.sync {}
      return mailbox.take()
    }
    func isNew(_ messages: [Message]) -> Bool {
      messages.contains { if case .libraryChanged = $0 { true } else { false } }
    }
    #expect(try !isNew(look()))
    try desk.write("briefs/new.md", LibraryDesk.brief("New", date: "2026-01-24"))
    try FileManager.default.removeItem(atPath: desk.path + "/briefs/rail.md")
    try #require(desk.run("index").status == 0)
    #expect(try isNew(look()))
    #expect(try !isNew(look()))
    access.close()
  }

  @Test("lists briefs at once while another process writes to it, and takes marks over later")
  func locked() throws {
    let path = BriefIndex.path(besideLibrary: desk.library)
    try BriefIndex.open(at: path).close()
    let access = try access(.open(at: path))
    _ = try access.lister()
    let library = try Library.open(at: desk.library)
    let content = Fingerprint(of: [1])
    let id = try #require(try library.record(path: "-", fingerprint: content).id)
    try library.keep([.star(record: id, true)])
    let other = try DatabaseQueue(path: path)
    let clock = ContinuousClock()
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      access.transferMarks(after: 0)
      usleep(100_000)
      let time = clock.measure {
        access.list(ListRequest(), number: 1)
        access.listing.sync {}
      }
      #expect(time < .seconds(2))
      try db.execute(sql: "ROLLBACK")
    }
    waitForList()
    access.close()
    try library.close()
  }

  @Test("is brought up to date once the library is free again, which is told once") func held()
    throws
  {
    try desk.fill()
    try #require(desk.run("mark", "read", desk.path + "/briefs/rail.md").status == 0)
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: desk.library))
    let access = try access(index)
    let other = try DatabaseQueue(path: desk.library)
    try other.writeWithoutTransaction { db in
      try db.execute(sql: "BEGIN IMMEDIATE")
      try desk.write("briefs/rail.md", LibraryDesk.brief("Trams", date: "2026-01-20"))
      access.update()
      // Two have failed then.
      wait(for: 3)
      try db.execute(sql: "ROLLBACK")
    }
    let failures = mailbox.take().count { if case .failure = $0 { true } else { false } }
    #expect(failures == 1)
    while try titles(of: index).contains("Rail") { usleep(1000) }
    #expect(try Set(titles(of: index)) == ["Trams", "Ports"])
    access.close()
  }

  @Test("shows what it has itself where the library is damaged, which is told once")
  func damagedLibrary() throws {
    try desk.fill()
    try #require(desk.run("mark", "star", desk.path + "/briefs/deep/ports.md").status == 0)
    try #require(desk.run("mark", "read", desk.path + "/briefs/rail.md").status == 0)
    try #require(desk.run("index").status == 0)
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: desk.library))
    let access = try access(index)
    defer { access.close() }
    let ids = try index.listing(order: .title).ids
    // What the connection that is looked at has read it needs not to read again.
    let whole = try index.rows(of: ids, from: .open(at: desk.library))
    try desk.overwritePages(of: desk.library)
    for _ in 0..<2 {
      guard case .rows(let rows, asked: ids)? = access.rows(ids).first else {
        Issue.record("no rows")
        return
      }
      #expect(rows.map(\.summary) == whole.map(\.summary))
      for (row, known) in zip(rows, whole) {
        #expect(row.record.isStarred == known.record.isStarred)
        #expect(row.unreadCount == known.unreadCount)
      }
    }
    let told = mailbox.take().compactMap { message -> String? in
      if case .failure(let text) = message { text } else { nil }
    }
    #expect(told.count == 1 && told.first?.contains("damaged") == true, "\(told)")
  }

  private func titles(of index: BriefIndex) throws -> [String] {
    try index.rows(of: index.listing(order: .date).ids, from: nil).map(\.summary.title)
  }

  @Test("is asked for the next brief that cites a source once, be it asked for again after another")
  func seeking() throws {
    let access = try access(.open(at: BriefIndex.path(besideLibrary: desk.library)))
    let requests = try ["one", "two", "one"].map { name in
      let url = try #require(SourceURL("https://example.org/\(name)"))
      return CitingRequest(url, from: 1, isBackward: false)
    }
    let isAsked = DispatchSemaphore(value: 0)
    access.listing.async { isAsked.wait() }
    for request in requests { access.seek(request) }
    isAsked.signal()
    access.listing.sync {}
    let answered = mailbox.take().compactMap { message -> CitingRequest? in
      guard case .cited(let request, .success(nil)) = message else { return nil }
      return request
    }
    #expect(answered == [requests[2]])
    access.close()
  }

  @Test("that can be written only now has no list that cannot, whichever is opened first")
  func reopeningAtOnce() throws {
    let path = BriefIndex.path(besideLibrary: desk.library)
    try BriefIndex.open(at: path).close()
    for _ in 0..<40 {
      let access = try access(.openUnwritable(at: path))
      let before = looks.count.withLock { $0 }
      DispatchQueue.concurrentPerform(iterations: 2) { number in
        if number == 0 { access.follow() } else { _ = try? access.lister() }
      }
      wait(for: before + 1)
      #expect(try access.lister().isWritable)
      access.close()
    }
  }

  @Test("that could not be written is followed once it can") func reopening() throws {
    let path = BriefIndex.path(besideLibrary: desk.library)
    try BriefIndex.open(at: path).close()
    let index = try BriefIndex.openUnwritable(at: path)
    try desk.write("briefs/a.md", "# One\n\nText.\n")
    let access = try access(index)
    #expect(!access.isWritable)
    access.follow()
    while (try? index.counts().briefs) != 1 { usleep(1000) }
    #expect(access.isWritable)
    access.close()
  }

  @Test("has what another program adds soon, and what it removes no more")
  func folders() throws {
    try desk.fill()
    try desk.write("more/strike.md", LibraryDesk.brief("Strike", date: "2026-01-23"))
    let library = try Library.open(at: desk.library)
    let index = try BriefIndex.open(at: BriefIndex.path(besideLibrary: desk.library))
    let access = IndexAccess(
      index: index, library: library, folders: { (try? library.folders()) ?? [] },
      today: try .today(), seen: nil, saved: SavedQueries([]), archiving: false, mailbox: mailbox)
    defer { access.close() }
    access.follow()
    waitForLook()
    for (command, count) in [("add", 3), ("remove", 2)] {
      try #require(desk.run(command, "more").status == 0)
      let deadline = ContinuousClock.now + .seconds(10)
      while try index.counts().briefs != count {
        try #require(ContinuousClock.now < deadline, "not \(count) briefs after \(command)")
        usleep(10_000)
      }
    }
  }

  /// What is answered to a query.
  private func answer(
    _ query: String, isTyped: Bool = false, _ access: IndexAccess
  ) -> Result<BriefListing, ListFailure>? {
    access.list(ListRequest(query: query, isTyped: isTyped), number: 1)
    access.listing.sync {}
    for case .listed(1, let result, _) in mailbox.take() { return result }
    return nil
  }

  @Test("tells of a folder that is not there, but not of one that is being typed or that went")
  func missingFolder() throws {
    try desk.fill()
    let access = try access(.open(at: BriefIndex.path(besideLibrary: desk.library)))
    defer { access.close() }
    guard case .failure(let failure) = try #require(answer("x in:nosuch", access)) else {
      Issue.record("it was taken")
      return
    }
    #expect(failure.range == 5..<11 && failure.text.contains("no brief lies in a folder 'nosuch'"))
    let typed = try #require(answer("in:bri", isTyped: true, access)).get()
    #expect(typed.ids.count == 2 && typed.kept == nil)
    guard case .failure = try #require(answer("in:bri", access)) else {
      Issue.record("what was typed is taken at its end")
      return
    }
    #expect(try #require(answer("in:briefs", access)).get().ids.count == 2)
    try FileManager.default.removeItem(atPath: desk.path + "/briefs")
    try desk.run("remove", desk.path + "/briefs")
    try desk.run("index")
    #expect(try #require(answer("in:briefs", access)).get().ids.isEmpty)
  }
}
