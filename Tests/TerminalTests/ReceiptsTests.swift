import Testing

@testable import Terminal

@Suite struct ReceiptsTests {
  @Test func aHandThatReadsIsNeverAsked() {
    var receipts = Receipts()
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
    var receipts = Receipts()
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
    var receipts = Receipts()
    _ = receipts.asks(after: 5000, now: 0)
    #expect(receipts.delay(now: Receipts.firstPatience) == 0)
    for time in stride(from: Receipts.firstPatience, to: 60_000, by: 100) {
      let asks = receipts.asks(after: 5000, now: time)
      #expect(!asks)
      #expect(receipts.delay(now: time) == 0)
    }
  }

  @Test func oneThatHasAnsweredIsWaitedForLongerAndAskedAgain() {
    var receipts = Receipts()
    _ = receipts.asks(after: 5000, now: 0)
    receipts.answer()
    let again = receipts.asks(after: 5000, now: 1000)
    #expect(again)
    #expect(receipts.delay(now: 1000 + Receipts.firstPatience) > 0)
    #expect(receipts.delay(now: 1000 + Receipts.patience) == 0)
    let later = receipts.asks(after: 100, now: 1000 + Receipts.patience)
    #expect(!later, "a line that stood still has lost nothing that counts")
    let burst = receipts.asks(after: 5000, now: 1100 + Receipts.patience)
    #expect(burst)
  }
}
