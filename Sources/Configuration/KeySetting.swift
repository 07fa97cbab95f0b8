/// One line of `[keys]`: the keys that a command gets.
package struct KeySetting: Sendable, Equatable {
  /// The command's name as written.
  package var command: String
  /// The keys' names as written.
  package var keys: [String]
  /// 1-based line in the file.
  package var line: Int?

  package init(command: String, keys: [String], line: Int? = nil) {
    self.command = command
    self.keys = keys
    self.line = line
  }
}
