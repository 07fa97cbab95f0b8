import FuzzTargets
import Testing

@Suite("Damaged input")
struct FuzzTests {
  @Test("What damage makes of good input breaks nothing", arguments: FuzzTarget.allCases)
  func damaged(target: FuzzTarget) {
    var damage = FuzzDamage(seeds: target.seeds, number: 7)
    for round in 0..<3000 {
      let bytes = damage.input()
      if let fault = target.fault(in: bytes) {
        Issue.record("round \(round): \(fault)\n\(String(decoding: bytes, as: UTF8.self))")
      }
    }
  }

  @Test("Good input is there, and without a fault", arguments: FuzzTarget.allCases)
  func seeds(target: FuzzTarget) {
    #expect(target.seeds.count > 1)
    #expect(target.seeds.filter(\.isEmpty) == [])
    #expect(target.seeds.compactMap { target.fault(in: $0) } == [])
  }
}
