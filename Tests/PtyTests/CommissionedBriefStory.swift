import Foundation
import PtyHarness
import Testing

/// The brief that the program was commissioned with, where the folder of real briefs is present.
@Suite("The commissioned brief in a terminal")
struct CommissionedBriefStory {
  private static let path: String = {
    let given = ProcessInfo.processInfo.environment["BROADSHEET_BRIEFS"] ?? ""
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = given.isEmpty ? root.path + "/../shared/briefs" : given
    return folder + "/000_20d8a64b5ad4b8da.txt"
  }()
  private static var isPresent: Bool { FileManager.default.fileExists(atPath: path) }

  private static let hosts = [
    "www.latimes.com", "apnews.com", "www.cnn.com", "www.reuters.com", "www.theguardian.com",
  ]

  @Test(
    "It is read, walked, marked, left and found again",
    .enabled(if: isPresent, "the folder of real briefs is absent, so this brief is not read"))
  func wholeWay() throws {
    let desk = try Desk()
    let pty = try desk.open([Self.path], columns: 140, showing: "4 of 4 unread")
    for host in Self.hosts {
      pty.type("\t")
      try pty.wait(forLink: "https://\(host)/")
    }
    pty.type("3\r")
    try pty.wait(forLink: "3 CNN")
    pty.type("'")
    try pty.wait(forLink: "5 The Guardian")
    pty.type("g]")
    try pty.wait(for: "1/5")
    pty.type("]m")
    try pty.wait(for: "3 of 4 unread")
    try pty.leave()

    let again = try desk.open([Self.path], columns: 140, showing: "3 of 4 unread")
    try again.wait(for: "Sanctions and Post-Ceasefire Elections")
    try again.leave()
  }
}
