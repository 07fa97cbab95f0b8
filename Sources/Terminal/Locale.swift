import Glibc

/// The character set that the C library, and with it the terminal library, writes.
enum Locale {
  /// Takes the environment's locale, else C.UTF-8; whether the character set is UTF-8 then.
  ///
  /// Only the character set: numbers and dates stay as the program writes them.
  static func isUTF8() -> Bool {
    setlocale(LC_CTYPE, "")
    if codeset == "UTF-8" { return true }
    return setlocale(LC_CTYPE, "C.UTF-8") != nil && codeset == "UTF-8"
  }

  private static var codeset: String {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  }
}
