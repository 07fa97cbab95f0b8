import Foundation

/// What a stranger would write to be obeyed by a terminal, or not to be seen.
enum Hostile {
  /// Ends whatever it stands in, then titles, colours, moves, copies, questions, C1, shifts, and
  /// what reorders or hides text.
  static let text =
    "\u{1B}\\\u{7}\u{9C}\u{1B}]0;owned\u{7}\u{1B}]52;c;?\u{7}\u{1B}]8;;http://evil.example\u{1B}\\"
    + "\u{1B}[2J\u{1B}[31m\u{1B}[6n\u{1B}[?1049l\u{1B}P+q544e\u{1B}\\\u{1B}c\u{1B}#8\u{9B}31m\u{90}q"
    + "\u{8}\u{B}\u{C}\u{E}\u{F}\u{18}\u{1A}\u{5}\u{7F}\u{85}\u{84}\u{202E}\u{2066}\u{200B}\u{200D}"
    + "\u{E0041}\u{1D173}\u{34F}\u{FEFF}\u{2028}e" + String(repeating: "\u{301}", count: 9)

  /// The same for the name of a file, which takes no slash and is short.
  static let name = "n\u{1B}]0;x\u{7}\u{1B}[31m\u{9B}2J\u{202E}\u{8}\n\u{E}\u{7F}\u{1D173}e"

  /// Front matter that YAML reads, with all of it in escapes.
  static let frontMatter = """
    ---
    title: "\(escaped) Title"
    date: "\(escaped)"
    "\(escaped)": "\(escaped)"
    ---

    """

  /// A brief with it in every place; what stands first is no front matter, though it looks like it.
  static let brief = """
    ---
    title: \(text) Title
    "\(text): [
    ---
    # \(text) Title

    Lede \(text) *\(text)* **\(text)** ~~\(text)~~ `\(text)` ![\(text)](x.png "\(text)")

    ## Part \(text)

    The [\(text)](https://a.example/\(text)) and [b](https://b.example/x "\(text)") and
    [c](<https://c.example/\(text)>) and [d](mailto:\(text)) and [e](\(text).md) [1] [^n]
    &#27;[31m &#x9b;31m &#x202e; &#7; <b title="\(text)">\(text)</b> <!-- \(text) -->

    | \(text) | b |
    |---|---|
    | \(text) | [f](https://xn--\(text).example/) |

    ```\(text)
    \(text)
    \tcode \(text)
    ```

        indented \(text)

    - \(text)
      1. \(text)

    > \(text)

    [^n]: \(text) https://g.example/\(text)

    ## Sources

    1. \(text): [\(text)](https://user:\(text)@h.example/) \(text)
    2. [Ledger](https://ledger.example/a) — \(text), 2026-01-02

    """

  /// As escapes of YAML and TOML, which bring it past their readers.
  static let escaped = #"t\u001b]0;owned\u0007\u001b[31m\u009b31m\u202e\u0008\u007f\u200b"#

  /// Variables whose values are hostile and that leave the program able to start.
  static let environment: [String: String] = [
    "BROWSER": text, "EDITOR": text, "VISUAL": text, "COLUMNS": text, "LINES": text,
    "LANG": text, "SSH_CONNECTION": text, "SSH_TTY": text, "SSH_CLIENT": text, "DISPLAY": text,
    "COLORTERM": text, "TERM_PROGRAM": text, "ESCDELAY": text, "NO_COLOR": "", "TMUX": "",
  ]
}
