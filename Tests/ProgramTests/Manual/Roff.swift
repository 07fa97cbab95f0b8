/// Text in the language of manuals, man(7).
enum Roff {
  /// Characters that mean something to roff stand for themselves.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "\\": escaped += "\\e"
      case "-": escaped += "\\-"
      case "'": escaped += "\\(aq"
      case "\"": escaped += "\\(dq"
      case "^": escaped += "\\(ha"
      case "`": escaped += "\\(ga"
      case "~": escaped += "\\(ti"
      case "…": escaped += "..."
      default: escaped.append(character)
      }
    }
    return escaped
  }

  static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }

  /// Running text: a sentence begins a line, and no line is long.
  static func prose(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: true).flatMap { paragraph in
      sentences(of: paragraph).flatMap(wrapped)
    }
  }

  /// Paragraphs of running text.
  static func paragraphs(_ text: String) -> [String] {
    let parts = text.split(separator: "\n\n").map { prose(String($0)) }
    return Array(parts.joined(separator: [".PP"]))
  }

  /// One line that may begin with a sign of roff's.
  static func line(_ text: String) -> String {
    let text = escaped(text)
    return text.hasPrefix(".") || text.hasPrefix("\\(aq") ? "\\&" + text : text
  }

  private static func sentences(of paragraph: Substring) -> [String] {
    var sentences: [String] = [""]
    for word in paragraph.split(separator: " ") {
      if sentences[sentences.count - 1].hasSuffix("."), word.first?.isLowercase == false {
        sentences.append("")
      }
      sentences[sentences.count - 1] += (sentences.last == "" ? "" : " ") + word
    }
    return sentences
  }

  private static func wrapped(_ sentence: String) -> [String] {
    var lines: [String] = []
    for word in sentence.split(separator: " ").map({ escaped(String($0)) }) {
      if let last = lines.last, last.count + word.count < 78 {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(word.hasPrefix(".") ? "\\&" + word : word)
      }
    }
    return lines
  }
}
