package import BriefModel

/// A command that opens an address: `%s` stands for the address and `%%` for `%`; without a `%s`
/// the address is added at the end. The program gets it in exactly one argument.
package struct LinkCommand: Equatable, Sendable {
  private let words: CommandWords

  /// Splits a command and checks it; throws the errors of `CommandWords`, and
  /// `repeatedPlaceholder`.
  package init(parsing command: String) throws(DeliveryError) {
    words = try CommandWords(parsing: command)
    let placeholders = words.arguments.map { LinkCommand.pieces(of: $0).count - 1 }.reduce(0, +)
    guard placeholders <= 1 else { throw .repeatedPlaceholder(command: command) }
  }

  package var program: String { words.program }

  /// The command for one address; only its checked ASCII form goes into it.
  package func words(opening url: SourceURL) -> CommandWords { words(opening: url.ascii) }

  func words(opening address: String) -> CommandWords {
    var isPlaced = false
    var arguments = words.arguments.map { argument in
      let pieces = LinkCommand.pieces(of: argument)
      if pieces.count > 1 { isPlaced = true }
      return pieces.joined(separator: address)
    }
    if !isPlaced { arguments.append(address) }
    return CommandWords(program: words.program, arguments: arguments)
  }

  /// What stands before, between and after the `%s` of an argument, each `%%` made a `%`.
  private static func pieces(of argument: String) -> [String] {
    var pieces = [""]
    var rest = argument[...]
    while let character = rest.popFirst() {
      if character == "%", let next = rest.first, next == "s" || next == "%" {
        rest.removeFirst()
        if next == "s" { pieces.append("") } else { pieces[pieces.count - 1].append("%") }
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }
}
