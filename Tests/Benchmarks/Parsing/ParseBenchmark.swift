import BriefModel
import Glibc

/// Prints how many megabytes of briefs are parsed in a second on one core: the median of rounds
/// over all files of the paths, which are read beforehand.
@main
enum ParseBenchmark {
  static func main() throws {
    let paths = try CommandLine.arguments.dropFirst().flatMap { try BriefFiles.paths(at: $0) }
    let files = paths.compactMap { path in contents(of: path).map { (path, $0) } }
    guard let today = CalendarDate(secondsSince1970: time(nil)), !files.isEmpty else {
      print("usage: ParseBenchmark FOLDER…")
      exit(64)
    }
    let bytes = files.reduce(0) { $0 + $1.1.count }
    let repeats = max(1, 4_000_000 / bytes)
    let rates = (0..<9).map { _ in
      let began = seconds
      for _ in 0..<repeats { for (path, content) in files { parse(content, path, today) } }
      return Double(bytes * repeats) / 1e6 / (seconds - began)
    }
    print(rates.sorted()[rates.count / 2])
  }

  /// A file that is no brief takes its time, too.
  private static func parse(_ content: [UInt8], _ path: String, _ today: CalendarDate) {
    _ = try? BriefParser.parse(bytes: content, path: path, modified: nil, today: today)
  }

  private static func contents(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: BriefParser.sizeLimit)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return bytes
  }

  private static var seconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
