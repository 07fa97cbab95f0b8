import Cells

extension CompiledThemes {
  static let broadsheetDark: [Style] = [
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
    Style(foreground: hex(0x66707f)),
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
    Style(foreground: hex(0x66707f)),
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
    Style(foreground: hex(0x66707f)),
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
}
