import Testing

@testable import BriefLibrary

@Suite("The numbers of a damaged table")
struct SalvagedNumbersTests {
  private struct Damage: Error {}

  /// What comes of rows on pages of so many, some of which are damaged.
  private func numbers(
    _ rows: [Int64], onPage size: Int, damaged: Set<Int>, last: Int64? = nil
  ) -> [Int64] {
    let numbers = SalvagedNumbers(last: last ?? rows.last ?? 0) { number in
      guard let row = rows.firstIndex(where: { $0 > number }) else {
        if damaged.contains((rows.count - 1) / size) { throw Damage() }
        return nil
      }
      if damaged.contains(row / size) { throw Damage() }
      return rows[row]
    }
    return Array(numbers)
  }

  @Test("are those of the rows where nothing is damaged", arguments: [1, 50, 1 << 40] as [Int64])
  func whole(gap: Int64) {
    let rows = (1...100).map { $0 * gap }
    #expect(numbers(rows, onPage: 10, damaged: []) == rows)
    #expect(numbers([], onPage: 10, damaged: []) == [])
  }

  @Test("include all that may be on a damaged page where they lie close together")
  func close() {
    let rows = (1...600).map(Int64.init)
    #expect(numbers(rows, onPage: 100, damaged: [1, 2, 4]) == rows)
  }

  @Test(
    "go on behind a damaged page however far they lie apart", arguments: [7, 1 << 40] as [Int64])
  func apart(gap: Int64) {
    let rows = (1...600).map { $0 * gap }
    let found = Set(numbers(rows, onPage: 100, damaged: [1, 3]))
    #expect(found.isSuperset(of: rows[..<100]))
    #expect(found.isSuperset(of: rows[200..<300]) && found.isSuperset(of: rows[400...]))
  }

  @Test("end where nothing more can be read") func end() {
    let rows = (1...300).map { Int64($0) * 10_000 }
    let found = numbers(rows, onPage: 100, damaged: [2], last: .max)
    #expect(found.starts(with: rows[..<200]) && found.count == 200 + 16 * 128)
  }

  @Test("are none that cannot come next") func impossible() {
    var asked = 0
    let numbers = SalvagedNumbers(last: 10) { number in
      asked += 1
      return number < 5 ? number + 1 : number - 3
    }
    #expect(Array(numbers) == Array(1...10))
    #expect(asked <= 20)
  }
}
