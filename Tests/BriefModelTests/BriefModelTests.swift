import Testing

@Test func arithmeticHolds() { #expect(1 + 1 == 2) }
