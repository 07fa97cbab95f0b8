import Glibc

/// The ways in which a program ends that does not want to.
enum Crash {
  static func happen(for key: Character) {
    switch key {
    case "x":
      let nothing: [Int] = []
      print(nothing[Int(getpid())])
    case "f": fatalError("a deliberate failure \u{1B}]0;ü\u{7}")
    case "o": print(deeper(1))
    case "a": abort()
    default: break
    }
  }

  private static func deeper(_ depth: Int) -> Int {
    depth == 0 ? 0 : deeper(depth + 1) &+ deeper(depth + 2)
  }
}
