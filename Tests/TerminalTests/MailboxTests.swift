import Terminal
import Testing

@Suite struct MailboxTests {
  @Test func messagesComeInTheOrderInWhichTheyWerePosted() throws {
    let mailbox = try Mailbox<Int>()
    for number in 1...5 { mailbox.post(number) }
    #expect(mailbox.take() == [1, 2, 3, 4, 5])
    #expect(mailbox.take() == [])
  }

  @Test func manyThreadsLoseNothingAndEachKeepsItsOrder() async throws {
    let mailbox = try Mailbox<(thread: Int, number: Int)>()
    await withTaskGroup(of: Void.self) { group in
      for thread in 0..<8 {
        group.addTask { for number in 0..<500 { mailbox.post((thread, number)) } }
      }
    }
    let taken = mailbox.take()
    for thread in 0..<8 {
      #expect(taken.filter { $0.thread == thread }.map(\.number) == Array(0..<500))
    }
  }

  @Test func aPostWakesTheWaitAndTakingEndsIt() throws {
    let mailbox = try Mailbox<String>()
    var wait = EventWait(terminal: -1, signals: -1, mail: mailbox.descriptor)
    #expect(wait.wait(forOutput: false, timeout: 0) == [])
    mailbox.post("news")
    #expect(wait.wait(forOutput: false, timeout: 20_000) == .mail)
    _ = mailbox.take()
    #expect(wait.wait(forOutput: false, timeout: 0) == [])
  }
}
