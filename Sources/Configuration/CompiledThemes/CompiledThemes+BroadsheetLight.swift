import Cells

extension CompiledThemes {
  static let broadsheetLight: [Style] = [
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
    Style(foreground: hex(0x7e8692)),
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
    Style(foreground: hex(0x7e8692)),
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
    Style(foreground: hex(0x7e8692)),
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
}
