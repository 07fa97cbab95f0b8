import Foundation
import Testing

@testable import BriefLibrary

@Suite("A file that is opened while others take its place")
struct FileIdentityTests {
  private struct Refused: Error {}

  private let folder: TemporaryFolder
  private var path: String { folder.path + "/file" }

  init() throws { folder = try TemporaryFolder() }

  @Test("is opened once more, also where it could not be opened in between") func replaced() throws
  {
    try Data([1]).write(to: URL(filePath: path))
    var tries = 0
    let (opened, file) = try FileIdentity.opening(path) {
      tries += 1
      if tries == 1 {
        try Data([2]).write(to: URL(filePath: path + ".new"))
        rename(path + ".new", path)
        throw Refused()
      }
      return try Data(contentsOf: URL(filePath: path))
    }
    #expect(opened == Data([2]) && tries == 2 && file == FileIdentity(path: path))
  }

  @Test("that cannot be opened, and stays the same, is told") func refused() throws {
    try Data([1]).write(to: URL(filePath: path))
    #expect(throws: Refused.self) {
      try FileIdentity.opening(path) { throw Refused() }
    }
  }
}
