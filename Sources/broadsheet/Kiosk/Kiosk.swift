import BriefModel
import Configuration
import Glibc
import Guards

/// The reader as the only thing that somebody may run: what the administrator has set holds, and
/// nothing that the reader's own environment, files or command line say.
struct Kiosk: Sendable, Equatable {
  /// Where the administrator's settings are.
  static let settingsFile = "/etc/broadsheet/config.toml"

  /// What the command line says; it is the administrator's.
  var given = GivenReader()

  var settingsFile: String { given.settings ?? Self.settingsFile }

  /// The folder of themes beside the settings.
  var themesFolder: String { settingsFile.sibling(named: "themes") }

  /// Whether the program was started as a login shell: `-broadsheet` by login(1), su(1) and sshd(8)
  /// for a session, `broadsheet -c COMMAND` by sshd for anything else. What is to be run is not
  /// even looked at.
  static func isLoginShell(_ arguments: [String]) -> Bool {
    arguments.first?.hasPrefix("-") == true || arguments.dropFirst().contains("-c")
  }

  /// Gives up, once and for all, what is not needed to read. Throws where the settings do not say
  /// what may be read, as more might be shown than is meant to be, and where the system cannot keep
  /// to the rest.
  func enter() throws(Refusal) {
    if let problem = SettingsFile(path: settingsFile).placeProblems.first {
      throw .data("\(problem); nothing is shown until that is mended")
    }
    umask(0o077)
    guard broadsheet_guard_confine() == 0 else {
      throw Refusal(
        description: "this system cannot keep the kiosk from running programs ("
          + String(cString: strerror(errno)) + "); it needs seccomp(2) with filters",
        status: .unavailable)
    }
  }

  /// The environment that holds, which the process is given in the place of its own: libraries read
  /// it, too. The home folder is kept from them, as ncurses would look there for terminals.
  func environment(of variables: [String: String]) -> Environment {
    let kept = Environment(variables).confined(home: Self.home)
    clearenv()
    for (name, value) in kept.variables where name != "HOME" { setenv(name, value, 1) }
    return kept
  }

  /// That of the account, whatever `HOME` says.
  private static var home: String? {
    getpwuid(geteuid()).map { String(cString: $0.pointee.pw_dir) }
  }
}
