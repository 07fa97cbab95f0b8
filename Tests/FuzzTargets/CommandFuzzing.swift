import Delivery

/// Commands: split or refused; a link goes into one word of one.
enum CommandFuzzing {
  static func fault(in bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = try? BrowserChoice.choose(
      configured: nil, terminalBrowsers: [], surroundings: Surroundings(["BROWSER": text]),
      isInstalled: { _ in true })
    guard let words = try? CommandWords(parsing: text) else { return nil }
    return words.program.isEmpty ? "a command without a program" : nil
  }

  static let seeds: [[UInt8]] = [
    "surf %s", "firefox --new-window '%s' \"a \\\" b\"", "a\\ b:c %% $x", "''", "x;y|z",
  ].map { Array($0.utf8) }
}
