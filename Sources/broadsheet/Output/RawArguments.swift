import BriefModel
import Glibc

/// The arguments of the program in the bytes in which they were given: the names of files are not
/// always UTF-8.
enum RawArguments {
  static var all: [[UInt8]] {
    (1..<max(1, Int(CommandLine.argc))).compactMap { index in
      CommandLine.unsafeArgv[index].map { argument in
        UnsafeRawBufferPointer(start: argument, count: strlen(argument)).map { $0 }
      }
    }
  }
}

extension BriefError {
  /// The same with the path as it was given, where that is not UTF-8.
  func misnamed(among arguments: [[UInt8]]) -> BriefError {
    guard reason == .missing, path.unicodeScalars.contains("\u{FFFD}"),
      let bytes = arguments.first(where: { String(decoding: $0, as: UTF8.self) == path }),
      !path.utf8.elementsEqual(bytes)
    else { return self }
    return BriefError(path: path, .misnamed(bytes))
  }
}
