import Foundation
import PtyHarness
import Testing

/// What the shells themselves make of the scripts; one that is not installed is passed over.
@Suite("Completions", .serialized)
struct CompletionStories {
  /// What is typed up to Tab, and the line that comes of it.
  private static let lines = [
    ("broadsheet sour", "broadsheet sources "),
    ("broadsheet bri", "broadsheet brief.md "),
    ("broadsheet brief.md oth", "broadsheet brief.md other.md "),
    ("broadsheet show bri", "broadsheet show brief.md "),
    ("broadsheet sources --sort out", "broadsheet sources --sort outlet "),
    ("broadsheet list --for", "broadsheet list --format "),
    ("broadsheet list is:unr", "broadsheet list is:unread "),
    ("broadsheet list --limit 3 rail -is:st", "broadsheet list --limit 3 rail -is:starred "),
    ("broadsheet list outl", "broadsheet list outlet:"),
    ("broadsheet search in:str", "broadsheet search in:strikes "),
    ("broadsheet mark rea", "broadsheet mark read "),
    ("broadsheet mark read bri", "broadsheet mark read brief.md "),
    ("broadsheet mark star in:str", "broadsheet mark star in:strikes "),
    ("broadsheet doctor --chec", "broadsheet doctor --check-library "),
    ("broadsheet --lin", "broadsheet --linear "),
    ("broadsheet brief.md --ki", "broadsheet brief.md --kiosk "),
    ("broadsheet --config oth", "broadsheet --config other.md "),
    ("broadsheet --config other.md --re", "broadsheet --config other.md --reader "),
    ("broadsheet --reader ann bri", "broadsheet --reader ann brief.md "),
    ("broadsheet --kiosk --config other.md bri", "broadsheet --kiosk --config other.md brief.md "),
    ("broadsheet help doc", "broadsheet help doctor "),
    ("broadsheet help rea", "broadsheet help read "),
    ("broadsheet index --pub", "broadsheet index --publish "),
    ("broadsheet list --config oth", "broadsheet list --config other.md "),
  ]

  private func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write("# Other\n", to: "other.md")
    try FileManager.default.createDirectory(
      atPath: desk.folder + "/config/broadsheet", withIntermediateDirectories: true)
    try desk.write("[queries]\nstrikes = \"strike*\"\n", to: "config/broadsheet/config.toml")
    return desk
  }

  /// Each line is typed on an empty screen, with a sign behind it that tells where Tab has ended.
  private func check(_ shell: String, _ arguments: [String], loading script: String) throws {
    guard FileManager.default.isExecutableFile(atPath: shell) else { return }
    let desk = try desk()
    let pty = try desk.start(
      shell, arguments,
      environment: ["PS1": "ready ", "PATH": Pty.products + ":/usr/bin:/bin"], columns: 100)
    try pty.wait(for: "ready")
    pty.type("cd '\(desk.folder)'; \(script); echo is' 'loaded\n")
    try pty.wait(for: "is loaded")
    for (typed, expected) in Self.lines {
      pty.type("\u{15}\u{0C}")
      try pty.wait("a prompt and nothing else") { $0.text.filter { !$0.isWhitespace } == "ready" }
      pty.type(typed + "\t@")
      try pty.wait("an answer to “\(typed)”") { $0.text(0).contains("@") }
      #expect(pty.screen.text(0).hasPrefix("ready \(expected)@"), "\(pty.screen.text(0))")
    }
  }

  @Test("In bash")
  func bash() throws {
    try check(
      "/bin/bash", ["--norc", "--noprofile", "-i"],
      loading: "source <(broadsheet --generate-completion-script bash)")
  }

  @Test("In zsh")
  func zsh() throws {
    try check(
      "/usr/bin/zsh", ["-f", "-i"],
      loading: "autoload -U compinit; compinit -u -D; "
        + "source <(broadsheet --generate-completion-script zsh)")
  }

  @Test("In fish")
  func fish() throws {
    try check(
      "/usr/bin/fish", ["--no-config", "-i", "-C", "function fish_prompt; echo -n 'ready '; end"],
      loading: "set -g fish_autosuggestion_enabled 0; "
        + "broadsheet --generate-completion-script fish | source")
  }
}
