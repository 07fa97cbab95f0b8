import BriefModel
import Cells
import Glibc
import Reader

/// A list of briefs as lines: state, date, unread of all sections, title and path, with two spaces
/// or more between them and nowhere else before the title.
///
/// Only on a terminal titles are cut, and paths at their beginning, so that each brief has one line;
/// the home folder is `~` there.
struct ListText {
  private static let titleLimit = 60
  /// A path that takes more is cut where titles need the room.
  private static let pathLimit = 24

  /// Columns of the terminal; nil where the lines go elsewhere.
  private let columns: Int?
  private let home: String?
  private let marks: Marks
  /// Columns of titles, numbers and dates, which the first lines settle, so that all stand in columns.
  private var widths: (title: Int, numbers: Int, date: Int)?

  init(setup: Setup) {
    self.init(
      columns: StandardOutput.columns, home: setup.environment["HOME"],
      isASCII: setup.options.isASCII)
  }

  init(columns: Int?, home: String? = nil, isASCII: Bool = false) {
    self.columns = columns
    self.home = home
    marks = Marks(isASCII: isASCII)
  }

  /// One line a brief.
  mutating func lines(of rows: [ListedBrief]) -> String {
    let widths = self.widths ?? widths(of: rows)
    self.widths = widths
    return rows.map { row in
      let fields = [
        row.state, date(of: row, widths.date),
        Self.padded(row.numbers, to: widths.numbers, atEnd: false),
        Self.padded(title(of: row, widths.title), to: widths.title),
      ]
      let line = fields.joined(separator: "  ") + "  "
      return line + cut(path(of: row), after: line) + "\n"
    }.joined()
  }

  /// A path that ends with the line, its file's name first of all.
  private func cut(_ path: String, after line: String) -> String {
    guard let columns else { return path }
    return marks.cutPath(path, to: max(8, columns - DisplayWidth.of(line)))
  }

  private func date(of row: ListedBrief, _ width: Int) -> String {
    row.summary.date.map { Self.padded($0.sign + $0.date.description, to: width, atEnd: false) }
      ?? Self.padded("-", to: width)
  }

  private func widths(of rows: [ListedBrief]) -> (title: Int, numbers: Int, date: Int) {
    let date = rows.contains { $0.summary.date?.origin == .file } ? 11 : 10
    let titles = rows.map { DisplayWidth.of($0.summary.title) }.max() ?? 0
    let paths = rows.map { DisplayWidth.of(path(of: $0)) }.max() ?? 0
    let numbers = rows.map(\.numbers.count).max() ?? 0
    guard let columns else { return (min(titles, Self.titleLimit), numbers, date) }
    let room = columns - 8 - date - numbers - min(paths, max(Self.pathLimit, columns * 3 / 10))
    return (min(titles, Self.titleLimit, max(20, room)), numbers, date)
  }

  private func title(of row: ListedBrief, _ width: Int) -> String {
    let title = row.summary.title
    guard columns != nil, DisplayWidth.of(title) > width else { return title }
    return marks.cut(title, to: width)
  }

  private func path(of row: ListedBrief) -> String {
    let path = Sanitizer.line(row.path)
    guard columns != nil, let home, path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  private static func padded(_ text: String, to width: Int, atEnd: Bool = true) -> String {
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return atEnd ? text + space : space + text
  }
}

extension ListedBrief {
  /// Two characters: `*` unread, `~` changed since it was read, `-` read; `+` with a star.
  fileprivate var state: String {
    let flags = BriefFlags(summary.parts, record)
    let sign = flags.contains(.changed) ? "~" : flags.contains(.unread) ? "*" : "-"
    return sign + (record.isStarred ? "+" : " ")
  }

  /// Unread of all sections.
  fileprivate var numbers: String { "\(unreadCount)/\(summary.parts.count)" }
}

extension StandardOutput {
  /// The columns of the terminal that it is; nil where it is none.
  static var columns: Int? {
    var size = winsize()
    guard isTerminal, ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
