import CNcurses
import Cells

/// What the terminal's description (terminfo(5)) says, read once after `newterm`.
struct Description {
  /// The name under which it was found.
  let name: String
  /// Set where it is that of another terminal, as there is none of the one that is here.
  let unknown: UnknownTerminal?
  let colors: Int
  let describesRGB: Bool
  let canMoveCursor: Bool
  /// Whether colours from 16 on are set as `38;5;N`, which `FrameFilter` reads.
  let canUseSlots: Bool
  /// Whether it is of xterm's family: mouse, bracketed paste and synchronized output are its
  /// private modes, which the others may print.
  let isXtermLike: Bool
  /// Whether what is erased or comes in when lines move gets the background that was set last.
  let erasesInColor: Bool
  /// Sets the palette back; the library sends it whenever it begins, though the palette is the
  /// reader's own and was never touched. Empty where there is none.
  let resetColors: [UInt8]
  let keys: KeyTable

  init(name: String, insteadOf unknown: UnknownTerminal? = nil) {
    self.name = name
    self.unknown = unknown
    colors = min(Int(tigetnum("colors")), unknown?.colorLimit ?? .max)
    describesRGB = tigetflag("RGB") > 0 || tigetnum("RGB") > 0 || tigetflag("Tc") > 0
    canMoveCursor = Self.string("cup") != nil
    let setsColor = Self.string("setaf") ?? ""
    canUseSlots = colors >= 256 && (setsColor.contains("38;5;") || setsColor.contains("38:5:"))
    isXtermLike = Self.string("kmous") != nil && !name.hasPrefix("linux")
    erasesInColor = tigetflag("bce") > 0
    resetColors = Array((Self.string("oc") ?? "").utf8)
    keys = KeyTable(
      Self.keyNames.compactMap { name, key in Self.string(name).map { ($0, key) } })
  }

  private static func string(_ name: String) -> String? {
    guard let found = tigetstr(name), Int(bitPattern: found) != -1 else { return nil }
    return String(cString: found)
  }

  private static let keyNames: [(String, Key)] =
    [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
      ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
      ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter),
    ] + (1...12).map { ("kf\($0)", .function($0)) }
}
