import Cells

/// The built-in themes as values; a test writes this file from `Themes`.
enum CompiledThemes {
  /// A built-in theme; nil where there is none of that name.
  static func theme(_ name: String) -> Theme? {
    switch name {
    case "broadsheet-dark": Theme(name: name, resolved: broadsheetDark)
    case "broadsheet-light": Theme(name: name, resolved: broadsheetLight)
    case "mono": Theme(name: name, resolved: mono)
    default: nil
    }
  }

  private static let broadsheetDark: [Style] = [
    // text
    Style(),
    // textDim
    Style(foreground: hex(0x8f98a8)),
    // title
    Style(attributes: .init(rawValue: 1)),
    // heading
    Style(attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0x8f98a8)),
    // lede
    Style(),
    // emphasis
    Style(attributes: .init(rawValue: 4)),
    // strong
    Style(attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0x8f98a8)),
    // code
    Style(foreground: hex(0x8fbf7f)),
    // quote
    Style(foreground: hex(0x8f98a8), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0x5b6472)),
    // listMarker
    Style(foreground: hex(0x8f98a8)),
    // image
    Style(foreground: hex(0x8f98a8), attributes: .init(rawValue: 4)),
    // citation
    Style(attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0x8f98a8)),
    // citationCurrent
    Style(foreground: hex(0x7fb4f0), background: hex(0x2a3140), attributes: .init(rawValue: 1)),
    // link
    Style(attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0x7fb4f0), background: hex(0x2a3140), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0xe5b567)),
    // markRead
    Style(foreground: hex(0x5b6472)),
    // markChanged
    Style(foreground: hex(0xe5b567), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0xe5b567)),
    // changeAdded
    Style(foreground: hex(0x8fbf7f), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0x8f98a8), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0x7fb4f0), attributes: .init(rawValue: 1)),
    // row
    Style(),
    // rowCurrent
    Style(attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0x8f98a8)),
    // header
    Style(foreground: hex(0x8f98a8)),
    // headerFocused
    Style(foreground: hex(0x7fb4f0), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0x5b6472)),
    // linkLine
    Style(foreground: hex(0x8f98a8)),
    // linkLineHost
    Style(attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0x8f98a8)),
    // statusKey
    Style(attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0xe5b567)),
    // error
    Style(foreground: hex(0xf07878), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0xeceff4), background: hex(0x4a4020)),
    // matchCurrent
    Style(attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0x7fb4f0), background: hex(0x2a3140), attributes: .init(rawValue: 17)),
    // overlay
    Style(),
    // overlayHeader
    Style(foreground: hex(0x7fb4f0), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(attributes: .init(rawValue: 1)),
  ]

  private static let broadsheetLight: [Style] = [
    // text
    Style(),
    // textDim
    Style(foreground: hex(0x5a6270)),
    // title
    Style(attributes: .init(rawValue: 1)),
    // heading
    Style(attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0x5a6270)),
    // lede
    Style(),
    // emphasis
    Style(attributes: .init(rawValue: 4)),
    // strong
    Style(attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0x5a6270)),
    // code
    Style(foreground: hex(0x2f6b2a)),
    // quote
    Style(foreground: hex(0x5a6270), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0x9aa2ae)),
    // listMarker
    Style(foreground: hex(0x5a6270)),
    // image
    Style(foreground: hex(0x5a6270), attributes: .init(rawValue: 4)),
    // citation
    Style(attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0x5a6270)),
    // citationCurrent
    Style(foreground: hex(0x1458a8), background: hex(0xdce6f4), attributes: .init(rawValue: 1)),
    // link
    Style(attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0x1458a8), background: hex(0xdce6f4), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0x8a5600)),
    // markRead
    Style(foreground: hex(0x9aa2ae)),
    // markChanged
    Style(foreground: hex(0x8a5600), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0x8a5600)),
    // changeAdded
    Style(foreground: hex(0x2f6b2a), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0x5a6270), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0x1458a8), attributes: .init(rawValue: 1)),
    // row
    Style(),
    // rowCurrent
    Style(attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0x5a6270)),
    // header
    Style(foreground: hex(0x5a6270)),
    // headerFocused
    Style(foreground: hex(0x1458a8), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0x9aa2ae)),
    // linkLine
    Style(foreground: hex(0x5a6270)),
    // linkLineHost
    Style(attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0x5a6270)),
    // statusKey
    Style(attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0x8a5600)),
    // error
    Style(foreground: hex(0xb3201c), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0x101418), background: hex(0xf6e3a8)),
    // matchCurrent
    Style(attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0x1458a8), background: hex(0xdce6f4), attributes: .init(rawValue: 17)),
    // overlay
    Style(),
    // overlayHeader
    Style(foreground: hex(0x1458a8), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(attributes: .init(rawValue: 1)),
  ]

  private static let mono: [Style] = [
    // text
    Style(),
    // textDim
    Style(attributes: .init(rawValue: 2)),
    // title
    Style(attributes: .init(rawValue: 1)),
    // heading
    Style(attributes: .init(rawValue: 1)),
    // headingRead
    Style(),
    // lede
    Style(),
    // emphasis
    Style(attributes: .init(rawValue: 4)),
    // strong
    Style(attributes: .init(rawValue: 1)),
    // strikethrough
    Style(attributes: .init(rawValue: 2)),
    // code
    Style(),
    // quote
    Style(attributes: .init(rawValue: 4)),
    // line
    Style(attributes: .init(rawValue: 2)),
    // listMarker
    Style(attributes: .init(rawValue: 2)),
    // image
    Style(attributes: .init(rawValue: 4)),
    // citation
    Style(attributes: .init(rawValue: 8)),
    // citationNumber
    Style(attributes: .init(rawValue: 2)),
    // citationCurrent
    Style(attributes: .init(rawValue: 16)),
    // link
    Style(attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(attributes: .init(rawValue: 16)),
    // markUnread
    Style(attributes: .init(rawValue: 1)),
    // markRead
    Style(attributes: .init(rawValue: 2)),
    // markChanged
    Style(attributes: .init(rawValue: 1)),
    // markStarred
    Style(attributes: .init(rawValue: 1)),
    // changeAdded
    Style(attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(attributes: .init(rawValue: 6)),
    // cursor
    Style(attributes: .init(rawValue: 1)),
    // row
    Style(),
    // rowCurrent
    Style(attributes: .init(rawValue: 1)),
    // rowRead
    Style(attributes: .init(rawValue: 2)),
    // header
    Style(attributes: .init(rawValue: 2)),
    // headerFocused
    Style(attributes: .init(rawValue: 1)),
    // divider
    Style(attributes: .init(rawValue: 2)),
    // linkLine
    Style(),
    // linkLineHost
    Style(attributes: .init(rawValue: 1)),
    // status
    Style(),
    // statusKey
    Style(attributes: .init(rawValue: 1)),
    // notice
    Style(attributes: .init(rawValue: 1)),
    // error
    Style(attributes: .init(rawValue: 17)),
    // match
    Style(attributes: .init(rawValue: 9)),
    // matchCurrent
    Style(attributes: .init(rawValue: 17)),
    // label
    Style(attributes: .init(rawValue: 17)),
    // overlay
    Style(),
    // overlayHeader
    Style(attributes: .init(rawValue: 1)),
    // overlayKey
    Style(attributes: .init(rawValue: 1)),
  ]

  private static func hex(_ value: UInt32) -> Color {
    .rgb(
      red: UInt8(value >> 16), green: UInt8(value >> 8 & 0xFF),
      blue: UInt8(value & 0xFF))
  }
}
