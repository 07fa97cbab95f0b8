import ArgumentParser

/// `broadsheet doctor`: what the program makes of the place where it runs.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Print what is known of the terminal, links, copies and files.")

  @Flag(help: "Check the library and its index instead; exits with 1 where anything is wrong.")
  var checkLibrary = false

  @Flag(help: "Move a damaged library aside, and put its newest backup in its place.")
  var restoreLibrary = false

  @OptionGroup var whose: ReaderOptions

  func validate() throws {
    guard checkLibrary, restoreLibrary else { return }
    throw ValidationError(
      "--check-library changes nothing and --restore-library does; give one of them")
  }

  func run() {
    Failure.exitOnThrow {
      if restoreLibrary { return try LibraryCare(of: whose.given).restore() }
      if checkLibrary { return try LibraryCare(of: whose.given).check() }
      StandardOutput.prepare()
      let setup = try Setup(of: whose.given)
      try StandardOutput.write(Doctor(setup: setup).report)
    }
  }
}
