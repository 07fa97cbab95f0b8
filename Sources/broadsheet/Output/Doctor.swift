import BriefModel
import Configuration
import Delivery
import Glibc
import Terminal

/// What the program makes of the place where it runs, for `broadsheet doctor`.
struct Doctor {
  let setup: Setup

  /// Lines of a name and what is known of it.
  var report: String {
    let rows: [(name: String, value: String)] =
      [("broadsheet", Program.version)] + terminal
      + [
        ("locale", locale), ("line", line), ("links", links), ("copies", copies),
        ("editor", editor), ("settings", presence(of: setup.settingsFile)),
        ("themes", presence(of: setup.themesFolder)), ("library", library),
        ("kiosk", kiosk),
      ] + published + folders + [("libraries", LinkedLibraries.text)]
    return FactList(facts: rows).text()
  }

  // MARK: - The terminal

  private var terminal: [(String, String)] {
    let report: TerminalReport
    do throws(TerminalError) {
      report = try TerminalReport(options: setup.terminalOptions)
    } catch {
      return [("terminal", error.description)]
    }
    let size = report.size.map { ", \($0.columns)×\($0.rows)" } ?? ", not a terminal"
    let colors =
      switch report.depth {
      case .none: setup.environment["NO_COLOR"] == nil ? "none" : "none (NO_COLOR is set)"
      case .eight: "8"
      case .sixteen: "16"
      case .indexed: "256"
      case .trueColor: "true colour"
      }
    let osc8 =
      if report.sendsLinks {
        "sent with the text (OSC 8)" + hiddenLinks
      } else if setup.terminalOptions.sendsLinks {
        "not sent: TERM names a terminal with fewer than 256 colours"
      } else {
        "not sent: the setting links.osc8 is off"
      }
    return [
      ("terminal", (report.unknown?.words ?? report.name) + size), ("colours", colors),
      ("addresses", osc8),
    ]
  }

  /// Multiplexers that keep the addresses to themselves.
  private var hiddenLinks: String {
    if setup.environment["TMUX"] != nil {
      return "; tmux passes them on from 3.4, with terminal-features hyperlinks"
    }
    return setup.environment["STY"] != nil ? "; screen does not pass them on" : ""
  }

  private var locale: String {
    let name = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { setup.environment[$0] }.first
    let marks = setup.options.isASCII ? "marks and lines in ASCII" : "marks and lines in Unicode"
    return "\(name ?? "not set"); \(marks)"
  }

  private var line: String {
    guard setup.environment.isRemote else { return "local" }
    return "over SSH" + (setup.surroundings.hasDisplay ? ", with a display" : "")
  }

  // MARK: - Delivery

  private var links: String {
    do throws(DeliveryError) {
      switch try setup.browserChoice() {
      case .program(let command, let origin, let needsScreen):
        let reason =
          switch origin {
          case .setting: "the setting links.browser"
          case .browserVariable: "BROWSER"
          case .desktop: "the desktop's opener"
          }
        let place = needsScreen ? ", on this screen" : ""
        return "\(command.program) (\(reason)\(place))"
      case .clipboard:
        let reason =
          if let named = setup.environment["BROWSER"] {
            "BROWSER=\(named) is not installed"
          } else if setup.surroundings.isRemote {
            "no browser is started over SSH"
          } else {
            setup.surroundings.hasDisplay ? "no browser" : "no display"
          }
        return "\(handedOver) (\(reason)); set BROWSER or links.browser for another way"
      }
    } catch {
      return "none: \(error)"
    }
  }

  /// Where the address goes that no program opens.
  private var handedOver: String {
    switch setup.clipboardChoice {
    case .program, .terminal, .multiplexer: "the terminal's clipboard"
    case .missing: "the screen"
    }
  }

  private var copies: String {
    switch setup.clipboardChoice {
    case .program(let words):
      "\(([words.program] + words.arguments).joined(separator: " ")) (TMUX is set)"
    case .terminal where !setup.settings.osc52, .multiplexer where !setup.settings.osc52:
      "none: the setting links.osc52 is off"
    case .terminal: "to the terminal (OSC 52); it does not tell whether it took them"
    case .multiplexer:
      "to a tmux or screen at your end (OSC 52); tmux passes them on with 'set -g set-clipboard on'"
    case .missing(let terminal): "none: a terminal of the kind \(terminal) has no clipboard"
    }
  }

  private var editor: String {
    do throws(DeliveryError) {
      let command = try EditorCommand(
        configured: setup.settings.editor, surroundings: setup.surroundings)
      let file = setup.search.file(of: command.program)
      return file ?? DeliveryError.noProgram(command.program).description
    } catch {
      return error.description
    }
  }
}
