import Cells

/// The built-in themes as values; a test writes this file from `Themes`.
enum CompiledThemes {
  /// A built-in theme; nil where there is none of that name.
  static func theme(_ name: String) -> Theme? {
    switch name {
    case "broadsheet-dark": Theme(name: name, styles: broadsheetDark)
    case "broadsheet-light": Theme(name: name, styles: broadsheetLight)
    case "mono": Theme(name: name, styles: mono)
    default: nil
    }
  }

  private static let broadsheetDark: [Role: Style] = [
    .text: Style(),
    .textDim: Style(foreground: hex(0x8f98a8)),
    .title: Style(attributes: [.bold]),
    .heading: Style(attributes: [.bold]),
    .headingRead: Style(foreground: hex(0x8f98a8)),
    .lede: Style(),
    .emphasis: Style(attributes: [.italic]),
    .strong: Style(attributes: [.bold]),
    .strikethrough: Style(foreground: hex(0x8f98a8)),
    .code: Style(foreground: hex(0x8fbf7f)),
    .quote: Style(foreground: hex(0x8f98a8), attributes: [.italic]),
    .line: Style(foreground: hex(0x5b6472)),
    .listMarker: Style(foreground: hex(0x8f98a8)),
    .image: Style(foreground: hex(0x8f98a8), attributes: [.italic]),
    .citation: Style(attributes: [.underline]),
    .citationNumber: Style(foreground: hex(0x8f98a8)),
    .citationCurrent: Style(
      foreground: hex(0x7fb4f0), background: hex(0x2a3140), attributes: [.bold]),
    .link: Style(attributes: [.underline]),
    .linkCurrent: Style(foreground: hex(0x7fb4f0), background: hex(0x2a3140), attributes: [.bold]),
    .markUnread: Style(foreground: hex(0xe5b567)),
    .markRead: Style(foreground: hex(0x5b6472)),
    .markChanged: Style(foreground: hex(0xe5b567), attributes: [.bold]),
    .markStarred: Style(foreground: hex(0xe5b567)),
    .cursor: Style(foreground: hex(0x7fb4f0), attributes: [.bold]),
    .row: Style(),
    .rowCurrent: Style(attributes: [.bold]),
    .rowRead: Style(foreground: hex(0x8f98a8)),
    .header: Style(foreground: hex(0x8f98a8)),
    .headerFocused: Style(foreground: hex(0x7fb4f0), attributes: [.bold]),
    .divider: Style(foreground: hex(0x5b6472)),
    .linkLine: Style(foreground: hex(0x8f98a8)),
    .linkLineHost: Style(attributes: [.bold]),
    .status: Style(foreground: hex(0x8f98a8)),
    .statusKey: Style(attributes: [.bold]),
    .notice: Style(foreground: hex(0xe5b567)),
    .error: Style(foreground: hex(0xf07878), attributes: [.bold]),
    .match: Style(foreground: hex(0xeceff4), background: hex(0x4a4020)),
    .matchCurrent: Style(attributes: [.bold, .reverse]),
    .label: Style(
      foreground: hex(0x7fb4f0), background: hex(0x2a3140), attributes: [.bold, .reverse]),
    .overlay: Style(),
    .overlayHeader: Style(foreground: hex(0x7fb4f0), attributes: [.bold]),
    .overlayKey: Style(attributes: [.bold]),
  ]

  private static let broadsheetLight: [Role: Style] = [
    .text: Style(),
    .textDim: Style(foreground: hex(0x5a6270)),
    .title: Style(attributes: [.bold]),
    .heading: Style(attributes: [.bold]),
    .headingRead: Style(foreground: hex(0x5a6270)),
    .lede: Style(),
    .emphasis: Style(attributes: [.italic]),
    .strong: Style(attributes: [.bold]),
    .strikethrough: Style(foreground: hex(0x5a6270)),
    .code: Style(foreground: hex(0x2f6b2a)),
    .quote: Style(foreground: hex(0x5a6270), attributes: [.italic]),
    .line: Style(foreground: hex(0x9aa2ae)),
    .listMarker: Style(foreground: hex(0x5a6270)),
    .image: Style(foreground: hex(0x5a6270), attributes: [.italic]),
    .citation: Style(attributes: [.underline]),
    .citationNumber: Style(foreground: hex(0x5a6270)),
    .citationCurrent: Style(
      foreground: hex(0x1458a8), background: hex(0xdce6f4), attributes: [.bold]),
    .link: Style(attributes: [.underline]),
    .linkCurrent: Style(foreground: hex(0x1458a8), background: hex(0xdce6f4), attributes: [.bold]),
    .markUnread: Style(foreground: hex(0x8a5600)),
    .markRead: Style(foreground: hex(0x9aa2ae)),
    .markChanged: Style(foreground: hex(0x8a5600), attributes: [.bold]),
    .markStarred: Style(foreground: hex(0x8a5600)),
    .cursor: Style(foreground: hex(0x1458a8), attributes: [.bold]),
    .row: Style(),
    .rowCurrent: Style(attributes: [.bold]),
    .rowRead: Style(foreground: hex(0x5a6270)),
    .header: Style(foreground: hex(0x5a6270)),
    .headerFocused: Style(foreground: hex(0x1458a8), attributes: [.bold]),
    .divider: Style(foreground: hex(0x9aa2ae)),
    .linkLine: Style(foreground: hex(0x5a6270)),
    .linkLineHost: Style(attributes: [.bold]),
    .status: Style(foreground: hex(0x5a6270)),
    .statusKey: Style(attributes: [.bold]),
    .notice: Style(foreground: hex(0x8a5600)),
    .error: Style(foreground: hex(0xb3201c), attributes: [.bold]),
    .match: Style(foreground: hex(0x101418), background: hex(0xf6e3a8)),
    .matchCurrent: Style(attributes: [.bold, .reverse]),
    .label: Style(
      foreground: hex(0x1458a8), background: hex(0xdce6f4), attributes: [.bold, .reverse]),
    .overlay: Style(),
    .overlayHeader: Style(foreground: hex(0x1458a8), attributes: [.bold]),
    .overlayKey: Style(attributes: [.bold]),
  ]

  private static let mono: [Role: Style] = [
    .text: Style(),
    .textDim: Style(attributes: [.dim]),
    .title: Style(attributes: [.bold]),
    .heading: Style(attributes: [.bold]),
    .headingRead: Style(),
    .lede: Style(),
    .emphasis: Style(attributes: [.italic]),
    .strong: Style(attributes: [.bold]),
    .strikethrough: Style(attributes: [.dim]),
    .code: Style(),
    .quote: Style(attributes: [.italic]),
    .line: Style(attributes: [.dim]),
    .listMarker: Style(attributes: [.dim]),
    .image: Style(attributes: [.italic]),
    .citation: Style(attributes: [.underline]),
    .citationNumber: Style(attributes: [.dim]),
    .citationCurrent: Style(attributes: [.reverse]),
    .link: Style(attributes: [.underline]),
    .linkCurrent: Style(attributes: [.reverse]),
    .markUnread: Style(attributes: [.bold]),
    .markRead: Style(attributes: [.dim]),
    .markChanged: Style(attributes: [.bold]),
    .markStarred: Style(attributes: [.bold]),
    .cursor: Style(attributes: [.bold]),
    .row: Style(),
    .rowCurrent: Style(attributes: [.bold]),
    .rowRead: Style(attributes: [.dim]),
    .header: Style(attributes: [.dim]),
    .headerFocused: Style(attributes: [.bold]),
    .divider: Style(attributes: [.dim]),
    .linkLine: Style(),
    .linkLineHost: Style(attributes: [.bold]),
    .status: Style(),
    .statusKey: Style(attributes: [.bold]),
    .notice: Style(attributes: [.bold]),
    .error: Style(attributes: [.bold, .reverse]),
    .match: Style(attributes: [.bold, .underline]),
    .matchCurrent: Style(attributes: [.bold, .reverse]),
    .label: Style(attributes: [.bold, .reverse]),
    .overlay: Style(),
    .overlayHeader: Style(attributes: [.bold]),
    .overlayKey: Style(attributes: [.bold]),
  ]

  private static func hex(_ value: UInt32) -> Color {
    .rgb(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF),
      blue: UInt8(value & 0xFF))
  }
}
