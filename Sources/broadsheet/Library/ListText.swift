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
  /// Whether all is spelled in ASCII.
  private let isSpelled: Bool
  /// Columns of each field but the path.
  private struct Widths {
    var state: Int
    var date: Int
    var numbers: Int
    var title: Int
  }

  /// The first lines settle them, so that all stand in columns.
  private var widths: Widths?

  init(setup: Setup) {
    self.init(
      columns: StandardOutput.columns, home: setup.environment["HOME"],
      isASCII: setup.options.isASCII, isSpelled: StandardOutput.isASCII)
  }

  init(columns: Int?, home: String? = nil, isASCII: Bool = false, isSpelled: Bool = false) {
    self.columns = columns
    self.isSpelled = isSpelled
    self.home = home
    marks = Marks(isASCII: isASCII)
  }

  /// One line a brief.
  mutating func lines(of rows: [ListedBrief]) -> String {
    let widths = self.widths ?? widths(of: rows)
    self.widths = widths
    return rows.map { row in
      let fields = [
        Self.padded(row.state, to: widths.state), date(of: row, widths.date),
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

  private func widths(of rows: [ListedBrief]) -> Widths {
    let state = rows.contains(where: \.isArchived) ? 3 : 2
    let date = rows.contains { $0.summary.date?.origin == .file } ? 11 : 10
    let titles = rows.map { DisplayWidth.of(spelled($0.summary.title)) }.max() ?? 0
    let paths = rows.map { DisplayWidth.of(path(of: $0)) }.max() ?? 0
    let numbers = rows.map(\.numbers.count).max() ?? 0
    var widths = Widths(
      state: state, date: date, numbers: numbers, title: min(titles, Self.titleLimit))
    guard let columns else { return widths }
    let taken = state + 6 + date + numbers + min(paths, max(Self.pathLimit, columns * 3 / 10))
    widths.title = min(widths.title, max(20, columns - taken))
    return widths
  }

  private func title(of row: ListedBrief, _ width: Int) -> String {
    let title = spelled(row.summary.title)
    guard columns != nil, DisplayWidth.of(title) > width else { return title }
    return marks.cut(title, to: width)
  }

  private func path(of row: ListedBrief) -> String {
    let path = spelled(Sanitizer.line(row.path))
    guard columns != nil, let home, path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }

  private func spelled(_ text: String) -> String {
    isSpelled ? ASCIISpelling.of(text) : text
  }

  private static func padded(_ text: String, to width: Int, atEnd: Bool = true) -> String {
    let space = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
    return atEnd ? text + space : space + text
  }
}

extension ListedBrief {
  /// Characters that stand for it: `*` unread, `~` something changed or came since it was read, `-` read; `+` with a
  /// star; `x` where the file is gone.
  fileprivate var state: String {
    let flags = BriefFlags(summary, in: fingerprint, record)
    let sign = flags.contains(.changed) ? "~" : flags.contains(.unread) ? "*" : "-"
    return sign + (record.isStarred ? "+" : " ") + (isArchived ? "x" : "")
  }

  /// Unread of all sections.
  fileprivate var numbers: String { "\(unreadCount)/\(partsToRead.count)" }
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
