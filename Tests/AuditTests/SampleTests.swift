import Testing

@testable import Audit

/// `BROADSHEET_RECORD=1` writes what is found instead, and fails the run.
@Suite("Briefs made for each rule")
struct SampleTests {
  @Test("give the findings that stand beside them", arguments: Sample.all)
  func findings(_ sample: Sample) throws {
    let found = try AuditTests.findings(sample.markdown).map { $0 + "\n" }.joined()
    if Sample.isRecording {
      try sample.record(found)
      Issue.record("written: \(sample.name).findings")
    }
    #expect(found == sample.expected, "BROADSHEET_RECORD=1 writes them anew, and still fails")
  }

  @Test("are there for every rule, and the one without a fault has no finding")
  func completeness() throws {
    #expect(try AuditTests.findings(Sample(name: "clean").markdown).isEmpty)
    let found = Sample.all.map(\.expected).joined()
    for rule in Rule.all {
      #expect(found.contains("[\(rule.name)]\n"), "no sample for \(rule.name)")
    }
  }
}
