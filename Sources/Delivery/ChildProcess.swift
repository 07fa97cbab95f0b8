import CProcess
import Glibc

/// A program started from here, without a shell.
///
/// Every child gets an empty signal mask and the default signal actions (the program itself blocks
/// signals and reads them from a descriptor), inherits no descriptor beyond the three standard ones,
/// and gets the variables of its `ChildEnvironment`.
package struct ChildProcess: Equatable, Sendable {
  package let id: Int32
  /// The name it was started by, for messages.
  package let program: String

  /// Starts a program that lives on its own: in a session of its own, its output thrown away, its
  /// input `input` or nothing.
  package static func start(
    _ command: CommandWords, input: [UInt8]? = nil, environment: ChildEnvironment = .user,
    search: ProgramSearch
  ) throws(DeliveryError) -> ChildProcess {
    var inputFile: Int32?
    defer { if let inputFile { close(inputFile) } }
    if let input { inputFile = try memoryFile(holding: input, for: command.program) }
    var plan = SpawnPlan(flags: Int32(BROADSHEET_SPAWN_SETSID), environment: environment)
    defer { plan.destroy() }
    plan.redirect(input: inputFile)
    return try plan.start(command, search: search)
  }

  /// Starts a program in the foreground of the controlling terminal, with the terminal as its
  /// three standard descriptors and a process group of its own.
  static func startInForeground(
    _ command: CommandWords, search: ProgramSearch
  ) throws(DeliveryError) -> ChildProcess {
    var plan = SpawnPlan(flags: POSIX_SPAWN_SETPGROUP, environment: .user)
    defer { plan.destroy() }
    plan.handTerminal()
    return try plan.start(command, search: search)
  }

  /// A file in memory that is read from its start; no pipe has to be fed while the child runs.
  private static func memoryFile(
    holding bytes: [UInt8], for program: String
  ) throws(DeliveryError) -> Int32 {
    let file = memfd_create("broadsheet", UInt32(BROADSHEET_MEMFD_CLOEXEC))
    guard file >= 0 else { throw .notStarted(program: program, reason: systemReason(errno)) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        let reason = systemReason(errno)
        close(file)
        throw .notStarted(program: program, reason: reason)
      }
      written += count
    }
    lseek(file, 0, SEEK_SET)
    return file
  }
}

/// The system's words for an error number.
func systemReason(_ number: Int32) -> String { String(cString: strerror(number)) }
