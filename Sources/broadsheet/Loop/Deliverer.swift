import BriefModel
import Delivery
import Reader
import Terminal

/// Takes links to a browser, text to the clipboard and files to the editor, and says how it went.
struct Deliverer {
  private let setup: Setup
  private let terminal: Terminal
  private var children = Children()

  init(setup: Setup, terminal: Terminal) {
    self.setup = setup
    self.terminal = terminal
  }

  /// Opens a link in the way that the settings and the line allow.
  mutating func open(_ url: SourceURL) -> Message {
    do throws(DeliveryError) {
      switch try setup.browserChoice() {
      case .program(let command, _, let needsScreen):
        let words = command.words(opening: url)
        if needsScreen {
          try runOnScreen(words)
          return .notice("Back from \(words.name)")
        }
        children.add(
          try ChildProcess.start(words, search: setup.search), purpose: "opening \(url.ascii)")
        return .notice("Opened in \(words.name): \(url.ascii)")
      case .clipboard: return handOver(url)
      }
    } catch {
      return .failure("\(error). The address: \(url.ascii)")
    }
  }

  /// Where no browser is to be started: the address goes to the clipboard and on the screen.
  private mutating func handOver(_ url: SourceURL) -> Message {
    switch copy(url.ascii, what: "the URL") {
    case .notice(let text), .failure(let text), .notCopied(_, let text): .handedOver(url, text)
    case let other: other
    }
  }

  /// Copies text; `what` names it in the notice.
  mutating func copy(_ text: String, what: String) -> Message {
    switch setup.clipboardChoice {
    case .program(let words):
      do throws(DeliveryError) {
        let child = try ChildProcess.start(
          words, input: Array(text.utf8), environment: .tmux, search: setup.search)
        children.add(child, purpose: "copying \(what)")
        return .notice("Sent to the terminal's clipboard by \(words.program): \(what)")
      } catch {
        return .failure(error.description)
      }
    case .terminal, .multiplexer:
      guard setup.settings.osc52 else {
        return .notCopied(text, "Not copied: the setting links.osc52 is off")
      }
      guard terminal.send(clipboard: text) else {
        return .failure("The text is too long for a terminal's clipboard")
      }
      return .notice(sent(what))
    case .missing(let terminal):
      return .notCopied(text, "Not copied: a terminal of the kind \(terminal) has no clipboard")
    }
  }

  /// That text was sent, and what has to let it through, where that may not be so by itself.
  private func sent(_ what: String) -> String {
    let text = "Sent to the terminal's clipboard: \(what)"
    return setup.clipboardChoice == .multiplexer ? text + "; tmux needs set-clipboard on" : text
  }

  /// Opens a file in the user's editor; nil where all went well.
  func edit(path: String, line: Int) -> Message? {
    do throws(DeliveryError) {
      let editor = try EditorCommand(
        configured: setup.settings.editor, surroundings: setup.surroundings)
      try runOnScreen(editor.words(opening: path, line: line))
      return nil
    } catch {
      return .failure(error.description)
    }
  }

  /// Collects the programs that have ended, and tells those that failed.
  mutating func collect() -> [Message] { children.collect().map(Message.failure) }

  private func runOnScreen(_ words: CommandWords) throws(DeliveryError) {
    let failure: DeliveryError? = terminal.withScreenGivenAway {
      do throws(DeliveryError) {
        try ScreenProgram.run(words, search: setup.search)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }
}
