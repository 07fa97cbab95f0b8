import Foundation
import PtyHarness

extension Desk {
  /// Runs a line of shell and returns its exit status, output and errors.
  func shell(_ line: String) throws -> (Int32, String, String) {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", "set -o pipefail; cd '\(folder)'; " + line]
    process.environment = [
      "PATH": Pty.products + ":/usr/bin:/bin", "HOME": folder, "LC_ALL": "C.UTF-8",
    ]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let told = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, text, told)
  }
}
