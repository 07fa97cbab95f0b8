import Testing

@testable import broadsheet

@Suite("The pace of frames and of changed files")
struct PaceTests {
  @Test("The first frame and one after a rest are drawn at once")
  func atOnce() {
    var pace = FramePace()
    #expect(pace.delay(now: 1000) == 0)
    pace.begin(now: 1000)
    #expect(pace.delay(now: 1001) == nil, "nothing has changed")
    pace.request()
    #expect(pace.delay(now: 5000) == 0)
  }

  @Test("A hundred keys in a second make thirty frames or so")
  func load() {
    var pace = FramePace()
    var frames = 0
    for now in stride(from: 0, to: 1000, by: 10) {
      pace.request()
      if pace.delay(now: now) == 0 {
        pace.begin(now: now)
        frames += 1
      }
    }
    #expect((28...35).contains(frames), "got \(frames)")
  }

  @Test("Of steps that come fast the first is shown at once, and the last when they rest")
  func rest() {
    var rest = KeyRest()
    let steps = [1000, 1100, 1130, 1160, 1190].map { rest.step(now: $0) }
    #expect(steps == [true, true, false, false, false])
    #expect(rest.delay(now: 1190) == KeyRest.time)
    let shown = [1289, 1290, 5000].map { rest.take(now: $0) }
    #expect(shown == [false, true, false] && rest.delay(now: 5000) == nil)
  }

  @Test("Keys as fast as they repeat never wait")
  func repeating() {
    var pace = FramePace()
    for now in stride(from: 0, to: 10_000, by: 34) {
      pace.request()
      #expect(pace.delay(now: now) == 0, "at \(now) ms")
      pace.begin(now: now)
    }
  }

  @Test("After a burst what has changed is drawn at the end of the wait")
  func wait() {
    var pace = FramePace()
    for now in 100..<104 { pace.begin(now: now) }
    pace.request()
    #expect(pace.delay(now: 110) == 23)
    #expect(pace.delay(now: 133) == 0)
  }

  @Test("A file is told once, when its writer has finished")
  func finished() {
    var changes = ChangeDelay()
    changes.add([3], now: 0)
    changes.add([3, 1], now: 50)
    #expect(changes.delay(now: 50) == 80)
    #expect(changes.take(now: 100) == [])
    #expect(changes.take(now: 130) == [1, 3])
    #expect(changes.take(now: 500) == [])
    #expect(changes.delay(now: 500) == nil)
  }

  @Test("A brief that the library gave no number is read again after a while")
  func unregistered() {
    var timers = Timers()
    timers.unregistered.add([2], now: 0)
    timers.changes.add([2], now: 10)
    #expect(timers.delay(now: 10, withReadings: false) == 80)
    #expect(timers.take(now: 90, withReadings: false).count == 1)
    #expect(timers.delay(now: 90, withReadings: false) == 4910)
    guard case .fileChanged(2)? = timers.take(now: 5000, withReadings: false).first else {
      Issue.record("it is not read again")
      return
    }
  }
}
