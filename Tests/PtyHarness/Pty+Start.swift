import Glibc

extension Pty {
  /// The folder of the products, in which the test bundle lies too.
  package static var products: String {
    let marker = ".xctest"
    for argument in CommandLine.arguments + [executable] {
      guard let range = argument.firstRange(of: marker) else { continue }
      let bundle = argument[..<range.lowerBound]
      return bundle.lastIndex(of: "/").map { String(bundle[..<$0]) } ?? "."
    }
    return executable.lastIndex(of: "/").map { String(executable[..<$0]) } ?? "."
  }

  private static var executable: String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return String(decoding: buffer[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func start(
    _ program: String, _ arguments: [String], environment: [String: String], rows: Int,
    columns: Int
  ) throws -> (master: Int32, modes: termios, process: pid_t) {
    let (master, path) = try openMaster()
    // Held open until the child has it: without a slave, reading would end.
    let slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    defer { close(slave) }
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    var modes = termios()
    tcgetattr(slave, &modes)
    let process = try spawn(
      program, [program] + arguments, environment: variables(environment), terminal: path)
    return (master, modes, process)
  }

  /// A new pseudoterminal; posix_openpt(3) and its kin are not in Swift's Glibc module.
  private static func openMaster() throws -> (Int32, path: String) {
    let (unlock, askNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)  // TIOCSPTLCK, TIOCGPTN
    let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (isLocked, number): (Int32, Int32) = (0, 0)
    guard master >= 0, ioctl(master, unlock, &isLocked) == 0, ioctl(master, askNumber, &number) == 0
    else { throw PtyError.system("cannot open a pseudoterminal", errno) }
    return (master, "/dev/pts/\(number)")
  }

  private static func variables(_ own: [String: String]) -> [String] {
    var all = ["TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    if let home = getenv("HOME") { all["HOME"] = String(cString: home) }
    all.merge(own) { _, new in new }
    return all.map { "\($0)=\($1)" }
  }

  private static func spawn(
    _ program: String, _ arguments: [String], environment: [String], terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(Self.newSession | POSIX_SPAWN_SETSIGMASK))
    let arguments = arguments.map { strdup($0) } + [nil]
    let environment = environment.map { strdup($0) } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var process: pid_t = 0
    let failure = posix_spawn(&process, program, &actions, &attributes, arguments, environment)
    guard failure == 0 else { throw PtyError.system("cannot start \(program)", failure) }
    return process
  }

  /// POSIX_SPAWN_SETSID, which Swift's Glibc module does not show: the slave that is opened next
  /// becomes the controlling terminal.
  private static let newSession: Int32 = 0x80
}
