import Glibc

/// The character set that the C library, and with it the terminal library, writes.
enum Locale {
  /// Takes the environment's locale; whether the character set is UTF-8 then.
  ///
  /// Where none is chosen, or one of UTF-8 that this machine does not have, C.UTF-8 is taken; one
  /// that is something else, such as `LC_ALL=C`, is what the terminal is said to be.
  /// Only the character set: numbers and dates stay as the program writes them.
  static func isUTF8(environment: Environment) -> Bool {
    setlocale(LC_CTYPE, "")
    if codeset == "UTF-8" { return true }
    guard mayBeUTF8(environment) else { return false }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && codeset == "UTF-8"
  }

  /// What was chosen; nil where nothing was.
  static func name(_ environment: Environment) -> String? {
    environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"]
  }

  /// Whether none was chosen, or one whose name says so.
  static func mayBeUTF8(_ environment: Environment) -> Bool {
    guard let name = name(environment)?.lowercased() else { return true }
    return name.contains("utf-8") || name.contains("utf8")
  }

  private static var codeset: String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  }
}
