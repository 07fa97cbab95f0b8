import Reader

@testable import broadsheet

extension Manual {
  /// The keys of each group.
  var keys: [String] {
    let reference = KeyReference(keymap: Keymap())
    return reference.groups.flatMap { group, rows in
      [".SS " + Roff.escaped(group.rawValue)]
        + rows.flatMap { row in
          [".TP", ".B " + Roff.line(reference.keys(of: row.command))]
            + Roff.prose(Roff.capitalized(row.help) + " (\(row.command.rawValue)).")
        }
    }
  }
}
