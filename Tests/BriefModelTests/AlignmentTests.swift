import Testing

@testable import BriefModel

@Suite struct AlignmentTests {
  private func common(_ old: [Int], _ new: [Int], steps: Int = 1_000_000) -> [Int] {
    var work = Alignment.Work(steps: steps)
    let alignment = Alignment(old, new, work: &work)
    var (o, n) = (0, 0)
    for match in alignment.matches {
      #expect(match.old >= o && match.new >= n && match.count > 0)
      let stretch = old[match.old..<match.old + match.count]
      #expect(Array(stretch) == Array(new[match.new..<match.new + match.count]))
      (o, n) = (match.old + match.count, match.new + match.count)
    }
    return alignment.matches.flatMap { old[$0.old..<$0.old + $0.count] }
  }

  /// By the textbook, in quadratic time.
  private func longestCommon(_ old: [Int], _ new: [Int]) -> Int {
    var row = [Int](repeating: 0, count: new.count + 1)
    for o in old {
      var before = 0
      for (index, n) in new.enumerated() {
        let above = row[index + 1]
        row[index + 1] = o == n ? before + 1 : max(above, row[index])
        before = above
      }
    }
    return row[new.count]
  }

  @Test func asMuchIsFoundAsThereIs() {
    for _ in 0..<2000 {
      let old = (0..<Int.random(in: 0...20)).map { _ in Int.random(in: 0...4) }
      let new = (0..<Int.random(in: 0...20)).map { _ in Int.random(in: 0...4) }
      #expect(common(old, new).count == longestCommon(old, new), "\(old) \(new)")
    }
  }

  @Test func whatIsTooDearIsFoundAroundWhatIsThereOnce() {
    let old = (0..<3000).map { $0 % 7 == 0 ? $0 : -$0 }
    let new = (0..<3000).map { $0 % 7 == 0 ? $0 : -10_000 - $0 }
    #expect(common(old, new, steps: 50_000).count == 429)
  }

  @Test func aLongestRiseIsFound() {
    #expect(Alignment.longestRise([3, 1, 2, 0, 4]) == [1, 2, 4])
    #expect(Alignment.longestRise([]) == [])
  }
}
