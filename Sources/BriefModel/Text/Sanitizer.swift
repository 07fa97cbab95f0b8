/// The one place where text from outside is made harmless.
package enum Sanitizer {
  /// A line of text for a message: without control and invisible characters.
  package static func line(_ text: String) -> String {
    String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F })
  }
}
