import Testing

@testable import Terminal

@Suite struct ReceiptsTests {
  @Test(
    "Whoever lets each frame come before the next is never asked, however large it is",
    arguments: [(80 * 24, 2500), (120 * 40, 3600), (200 * 60, 9000), (200 * 60, 40_000)])
  func reading(cells: Int, frame: Int) {
    var receipts = Receipts(cells: cells)
    for page in 0..<50 {
      let asks = receipts.asks(after: frame, now: page * frame)
      #expect(!asks, "page \(page)")
    }
  }

  @Test("Two frames of the window may be under way, and no more", arguments: [80 * 24, 200 * 60])
  func skimming(cells: Int) {
    var receipts = Receipts(cells: cells)
    let first = receipts.asks(after: cells, now: 0)
    let second = receipts.asks(after: cells, now: 100)
    let third = receipts.asks(after: cells, now: 200)
    #expect(!first && !second && third)
  }

  @Test func aHandThatReadsIsNeverAsked() {
    var receipts = Receipts(cells: 1920)
    for page in 0..<100 {
      let asks = receipts.asks(after: 1700, now: page * 2000)
      #expect(!asks, "page \(page)")
    }
    for line in 0..<300 {
      let asks = receipts.asks(after: 90, now: 200_000 + line * 100)
      #expect(!asks, "line \(line)")
    }
    #expect(receipts.delay(now: 230_000) == 0)
  }

  @Test func framesWaitUntilWhatIsUnderWayHasCome() {
    var receipts = Receipts(cells: 1)
    let first = receipts.asks(after: 1700, now: 0)
    let second = receipts.asks(after: 1700, now: 100)
    #expect(!first && second)
    #expect(receipts.delay(now: 200) > 0)
    let third = receipts.asks(after: 1700, now: 300)
    #expect(!third, "one question at a time")
    receipts.answer()
    #expect(receipts.delay(now: 1900) == 0)
    let after = receipts.asks(after: 1700, now: 1900)
    #expect(!after, "what has come no longer counts")
  }

  @Test func aTerminalThatNeverAnswersIsAskedOnce() {
    var receipts = Receipts(cells: 1)
    _ = receipts.asks(after: 1000, now: 0)
    let first = receipts.asks(after: 4000, now: 0)
    #expect(first)
    #expect(receipts.delay(now: Receipts.firstPatience) == 0)
    for time in stride(from: Receipts.firstPatience, to: 60_000, by: 100) {
      let asks = receipts.asks(after: 5000, now: time)
      #expect(!asks)
      #expect(receipts.delay(now: time) == 0)
    }
  }

  @Test func oneThatHasAnsweredIsWaitedForLongerAndAskedAgain() {
    var receipts = Receipts(cells: 1)
    _ = receipts.asks(after: 1000, now: 0)
    let first = receipts.asks(after: 4000, now: 0)
    #expect(first)
    receipts.answer()
    _ = receipts.asks(after: 1000, now: 1000)
    let again = receipts.asks(after: 4000, now: 1000)
    #expect(again)
    #expect(receipts.delay(now: 1000 + Receipts.firstPatience) > 0)
    #expect(receipts.delay(now: 1000 + Receipts.patience) == 0)
    let later = receipts.asks(after: 100, now: 1000 + Receipts.patience)
    #expect(!later, "a line that stood still has lost nothing that counts")
    let burst = receipts.asks(after: 5000, now: 1001 + Receipts.patience)
    #expect(burst)
  }
}
