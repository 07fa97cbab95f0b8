import Configuration
import Foundation
import Testing

@testable import broadsheet

@Suite("The manual")
struct ManualTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let page = root.appending(path: "docs/broadsheet.1")
  private static let isRecording = ProcessInfo.processInfo.environment["BROADSHEET_RECORD"] == "1"

  @Test("It says what the tables say")
  func tables() throws {
    let expected = try Manual().text
    if Self.isRecording {
      try expected.write(to: Self.page, atomically: true, encoding: .utf8)
      Issue.record("written: broadsheet.1")
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == expected, "run `make docs`")
  }

  @Test(
    "Programs that render manuals find nothing wrong with it",
    arguments: [
      ["/usr/bin/groff", "-ww", "-man", "-Tutf8", "-z"], ["/usr/bin/mandoc", "-T", "lint"],
    ])
  func rendering(command: [String]) throws {
    guard FileManager.default.isExecutableFile(atPath: command[0]) else { return }
    let process = Process()
    process.executableURL = URL(filePath: command[0])
    process.arguments = command.dropFirst() + [Self.page.path]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(text == "")
    #expect(process.terminationStatus == 0)
  }

  @Test("Every variable that the sources read is in the table, and no other")
  func variables() throws {
    let sources = Self.root.appending(path: "Sources")
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    var read: Set<String> = []
    for case let file as URL in files
    where file.pathExtension == "swift" && file.lastPathComponent != "EnvironmentVariable.swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /(?:environment|surroundings|self|Self)\["([A-Z_]+)"\]/) {
        read.insert(String(match.1))
      }
      for match in text.matches(
        of: /\["(LC_ALL)", "(LC_CTYPE)", "(LANG)"\]|folder\("(XDG_[A-Z_]+)"/)
      {
        read.formUnion([match.1, match.2, match.3, match.4].compactMap { $0.map(String.init) })
      }
    }
    #expect(read == Set(EnvironmentVariable.allCases.map(\.rawValue)))
  }

  @Test("Every file that the program keeps beside its library is told")
  func files() throws {
    let told = try Manual().files
    let library = try FileManager.default.contentsOfDirectory(
      at: Self.root.appending(path: "Sources/BriefLibrary/Marks"), includingPropertiesForKeys: nil)
    var names: Set<String> = []
    for file in library {
      for match in try String(contentsOf: file, encoding: .utf8)
        .matches(of: /"(?:\\\(path\))?\.(backup|damaged|suspect|version)[-"]/)
      {
        names.insert(String(match.1))
      }
    }
    #expect(names.isSuperset(of: ["damaged", "suspect", "version"]))
    for name in names {
      let isTold = told.contains { $0.contains("library.sqlite.\(name)") }
      #expect(isTold, "\(name)")
    }
    #expect(told.contains(".I /etc/broadsheet/config.toml"))
    #expect(told.contains(".I \\(ti/.local/state/broadsheet/readers/NAME/library.sqlite"))
  }

  @Test("Every status that a brief's error has is in the table")
  func statuses() {
    #expect(ExitStatus(rawValue: 65) == .data && ExitStatus(rawValue: 66) == .missing)
    #expect(ExitStatus(rawValue: CheckCommand.troubleStatus) == nil)
  }

  @Test("The help of the program names every command and what it takes")
  func usage() throws {
    let manual = try Manual()
    let usage = Broadsheet.configuration.usage ?? ""
    for command in manual.commands {
      #expect(usage.contains(command.commandName), "\(command.commandName)")
      for name in command.ownArguments.flatMap({ $0.names ?? [] }) {
        #expect(usage.contains(name.written), "\(command.commandName) \(name.written)")
      }
      #expect(Broadsheet.commandNames.contains(command.commandName))
    }
    #expect(Broadsheet.commandNames.count == manual.commands.count + 1)
    #expect(usage.contains("--generate-completion-script bash|fish|zsh"))
  }
}
