import CProcess
import Glibc

/// The attributes and file actions of one `posix_spawn`.
struct SpawnPlan {
  private var attributes = posix_spawnattr_t()
  private var actions = posix_spawn_file_actions_t()
  private let environment: ChildEnvironment

  /// Beside the flags given, every child gets an empty signal mask and default signal actions.
  init(flags: Int32, environment: ChildEnvironment) {
    self.environment = environment
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    let all = flags | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
    posix_spawnattr_setflags(&attributes, Int16(all))
  }

  mutating func destroy() {
    posix_spawnattr_destroy(&attributes)
    posix_spawn_file_actions_destroy(&actions)
  }

  /// Standard output and error go nowhere; standard input is a descriptor, or nothing.
  mutating func redirect(input: Int32?) {
    if let input {
      posix_spawn_file_actions_adddup2(&actions, input, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
  }

  /// The controlling terminal becomes all three standard descriptors, and the child its foreground
  /// group. It is opened anew: this program's own descriptor does not block.
  mutating func handTerminal() {
    posix_spawn_file_actions_addopen(&actions, 0, ScreenProgram.terminal, O_RDWR, 0)
    for descriptor: Int32 in 1...2 { posix_spawn_file_actions_adddup2(&actions, 0, descriptor) }
    posix_spawn_file_actions_addtcsetpgrp_np(&actions, 0)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
  }

  /// Starts the program; throws `noProgram` or `notStarted`.
  mutating func start(
    _ command: CommandWords, search: ProgramSearch
  ) throws(DeliveryError) -> ChildProcess {
    guard let file = search.file(of: command.program) else { throw .noProgram(command.program) }
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(command.program)]
    arguments += command.arguments.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    let variables = environment.entries(of: environ) + [nil]
    var id: Int32 = 0
    let failure = posix_spawn(&id, file, &actions, &attributes, arguments, variables)
    guard failure == 0 else {
      throw .notStarted(program: command.program, reason: systemReason(failure))
    }
    return ChildProcess(id: id, program: command.program)
  }
}
