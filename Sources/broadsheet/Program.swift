import ArgumentParser
import Glibc

/// The program's entry.
@main
enum Program {
  static let version = "0.1.0"

  static func main() {
    let arguments = Array(CommandLine.arguments.dropFirst())
    if PlainArguments.arePathsOnly(arguments) {
      Failure.exitOnThrow { try Reading(paths: arguments).run() }
    } else {
      Broadsheet.main(arguments)
    }
  }
}
