import Cells

/// The sequences of OSC 8, which make text on the screen a link.
package enum LinkSequence {
  /// Ends whatever link is open.
  static let closing = Array("\u{1B}]8;;\u{1B}\\".utf8)

  /// The longest address that terminals take (the specification's own limit), in bytes.
  package static let longestURL = 2083

  /// Whether an address can go out: this is the last place that it passes.
  package static func accepts(_ url: String) -> Bool {
    !url.isEmpty && url.utf8.count <= longestURL && url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
  }

  /// Opens a link, whose parts on several rows the same `id` joins; nothing for a bad address.
  static func opening(_ link: Grid.Link) -> [UInt8] {
    guard accepts(link.url) else { return [] }
    return Array("\u{1B}]8;id=\(link.id);\(link.url)\u{1B}\\".utf8)
  }
}
