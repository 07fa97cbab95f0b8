import Foundation
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

  @Test("The examples of the documentation have no fault, and silence nothing in vain")
  func examples() throws {
    let folder = Sample.root.appending(path: "docs/examples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(names.count >= 5)
    for name in names.sorted() {
      let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(try AuditTests.findings(text) == [], "\(name)")
    }
  }
}
