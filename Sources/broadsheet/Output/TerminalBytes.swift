import Cells
import Glibc
import Terminal

/// What goes to a descriptor of what is printed: a file and a program get it in UTF-8, and so does
/// a terminal that the locale says to take it; another gets nothing but ASCII.
enum TerminalBytes {
  static func of(_ bytes: [UInt8], as form: ASCIIForm, for descriptor: Int32) -> [UInt8] {
    isASCII(descriptor) ? form.bytes(of: bytes) : bytes
  }

  static func isASCII(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 && !takesUTF8 }

  private static let takesUTF8 = PrintedLocale.isUTF8(environment: Environment())
}
