import BriefModel

/// Something in a file of settings or a theme that could not hold; the rest of the file does.
package struct ConfigurationProblem: Error, Equatable, Sendable, CustomStringConvertible {
  package var file: String
  /// 1-based; nil where the file as a whole is meant.
  package var line: Int?
  /// What is wrong and what to do, without a stop.
  package var text: String
  /// The names of the setting and of its tables; empty where the file as a whole is meant.
  package var setting: [String]

  package init(file: String, line: Int? = nil, _ text: String, setting: [String] = []) {
    self.file = file
    self.line = line
    self.text = text
    self.setting = setting
  }

  /// `file:line: text` on one line.
  package var description: String {
    let place = line.map { "\(file):\($0)" } ?? file
    return Sanitizer.line("\(place): \(text)")
  }
}
