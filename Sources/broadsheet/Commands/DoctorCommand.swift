import ArgumentParser

/// `broadsheet doctor`: what the program makes of the place where it runs.
struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Print what is known of the terminal, links, copies and files.")

  func run() {
    Failure.exitOnThrow {
      StandardOutput.prepare()
      let setup = Setup()
      try StandardOutput.write(Doctor(setup: setup).report)
      setup.tellProblems()
    }
  }
}
