@testable import Configuration

/// Settings and themes: each mistake is told in one line of the file.
enum ConfigurationFuzzing {
  static func faultOfSettings(in bytes: [UInt8]) -> String? {
    let file = SettingsFile(bytes, file: "a.toml")
    return fault(of: file.problems, in: bytes)
  }

  static func faultOfTheme(in bytes: [UInt8]) -> String? {
    fault(of: ThemeFile(bytes, name: "a", file: "a.toml").problems, in: bytes)
  }

  private static func fault(of problems: [ConfigurationProblem], in bytes: [UInt8]) -> String? {
    let lines = 1 + bytes.count { $0 == 0x0A }
    for problem in problems {
      guard (1...lines + 1).contains(problem.line ?? 1) else {
        return "\(problem) is told of \(lines) lines"
      }
      if let found = TextFuzzing.unshowable(in: problem.description) {
        return "the message has \(found)"
      }
    }
    return nil
  }

  static let themes = EmbeddedThemes.all.map(\.bytes)

  static let settings: [[UInt8]] = {
    var settings = Settings()
    settings.keys = [KeySetting(command: "open", keys: ["o", "\"", "'"])]
    let table =
      "[links]\nbrowser = \"surf %s\"\n[queries]\nweek = 'after:7d'\n[check]\nhttp = \"off\"\n"
    return [Array(settings.printed.utf8), Array(table.utf8)]
  }()
}
