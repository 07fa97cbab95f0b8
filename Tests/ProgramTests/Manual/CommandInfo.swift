/// A command as the parser of arguments describes it (`--experimental-dump-help`).
struct CommandInfo: Decodable {
  /// The whole description.
  struct Tool: Decodable { var command: CommandInfo }

  /// An option, a flag, or what stands by its place.
  struct Argument: Decodable {
    enum Kind: String, Decodable { case positional, option, flag }

    struct Name: Decodable {
      enum Kind: String, Decodable { case long, short, longWithSingleDash }

      var kind: Kind
      var name: String

      var written: String { (kind == .long ? "--" : "-") + name }
    }

    var kind: Kind
    var names: [Name]?
    var valueName: String?
    var defaultValue: String?
    var allValues: [String]?
    var abstract: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool

    /// Whether the parser adds it to every command.
    var isCommon: Bool { ["help", "version"].contains(valueName) && kind == .flag }
  }

  var commandName: String
  var abstract: String?
  var discussion: String?
  var shouldDisplay: Bool
  var subcommands: [CommandInfo]?
  var arguments: [Argument]?

  var shownArguments: [Argument] { (arguments ?? []).filter { $0.shouldDisplay } }
  /// What is the command's own.
  var ownArguments: [Argument] { shownArguments.filter { !$0.isCommon } }
}
