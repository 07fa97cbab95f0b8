/// The character set of a terminal on which lines are printed, without a screen.
package enum PrintedLocale {
  /// Whether it is UTF-8, as `Locale` has it; the C library is asked only where the name of the
  /// locale does not say.
  package static func isUTF8(environment: Environment) -> Bool {
    guard let name = Locale.name(environment), !Locale.mayBeUTF8(environment) else { return true }
    guard name != "C", name != "POSIX", !name.utf8.contains(UInt8(ascii: ".")) else { return false }
    return Locale.isUTF8(environment: environment)
  }
}
