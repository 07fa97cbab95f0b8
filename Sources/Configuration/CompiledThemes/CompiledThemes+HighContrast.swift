import Cells

extension CompiledThemes {
  static let highContrast: [Style] = [
    // text
    Style(foreground: hex(0xffffff), background: hex(0x000000)),
    // textDim
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // title
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // heading
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // lede
    Style(foreground: hex(0xffffff), background: hex(0x000000)),
    // emphasis
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 4)),
    // strong
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // code
    Style(foreground: hex(0x7fff7f), background: hex(0x000000)),
    // quote
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0xa8a8a8), background: hex(0x000000)),
    // listMarker
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // image
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000), attributes: .init(rawValue: 4)),
    // citation
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // citationCurrent
    Style(foreground: hex(0x00e5ff), background: hex(0x1c1c1c), attributes: .init(rawValue: 1)),
    // link
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0x00e5ff), background: hex(0x1c1c1c), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0xffd700), background: hex(0x000000)),
    // markRead
    Style(foreground: hex(0xa8a8a8), background: hex(0x000000)),
    // markChanged
    Style(foreground: hex(0xffd700), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0xffd700), background: hex(0x000000)),
    // changeAdded
    Style(foreground: hex(0x7fff7f), background: hex(0x000000), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0x00e5ff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // row
    Style(foreground: hex(0xffffff), background: hex(0x000000)),
    // rowCurrent
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // header
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // headerFocused
    Style(foreground: hex(0x00e5ff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0xa8a8a8), background: hex(0x000000)),
    // linkLine
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // linkLineHost
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0xd0d0d0), background: hex(0x000000)),
    // statusKey
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0xffd700), background: hex(0x000000)),
    // error
    Style(foreground: hex(0xff9b9b), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0xffffff), background: hex(0x004080)),
    // matchCurrent
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0x00e5ff), background: hex(0x1c1c1c), attributes: .init(rawValue: 17)),
    // overlay
    Style(foreground: hex(0xffffff), background: hex(0x000000)),
    // overlayHeader
    Style(foreground: hex(0x00e5ff), background: hex(0x000000), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(foreground: hex(0xffffff), background: hex(0x000000), attributes: .init(rawValue: 1)),
  ]
}
