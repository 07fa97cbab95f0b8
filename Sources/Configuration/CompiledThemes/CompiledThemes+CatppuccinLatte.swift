import Cells

extension CompiledThemes {
  static let catppuccinLatte: [Style] = [
    // text
    Style(foreground: hex(0x4c4f69), background: hex(0xeff1f5)),
    // textDim
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // title
    Style(foreground: hex(0x303446), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // heading
    Style(foreground: hex(0x303446), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // lede
    Style(foreground: hex(0x4c4f69), background: hex(0xeff1f5)),
    // emphasis
    Style(foreground: hex(0x4c4f69), background: hex(0xeff1f5), attributes: .init(rawValue: 4)),
    // strong
    Style(foreground: hex(0x303446), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // code
    Style(foreground: hex(0x27691a), background: hex(0xeff1f5)),
    // quote
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0x7c7f93), background: hex(0xeff1f5)),
    // listMarker
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // image
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5), attributes: .init(rawValue: 4)),
    // citation
    Style(foreground: hex(0x1a5be0), background: hex(0xeff1f5), attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // citationCurrent
    Style(foreground: hex(0x1a55d0), background: hex(0xe2e6ec), attributes: .init(rawValue: 1)),
    // link
    Style(foreground: hex(0x1a5be0), background: hex(0xeff1f5), attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0x1a55d0), background: hex(0xe2e6ec), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0x9c4d00), background: hex(0xeff1f5)),
    // markRead
    Style(foreground: hex(0x7c7f93), background: hex(0xeff1f5)),
    // markChanged
    Style(foreground: hex(0x9c4d00), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0x9c4d00), background: hex(0xeff1f5)),
    // changeAdded
    Style(foreground: hex(0x27691a), background: hex(0xeff1f5), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0x1a55d0), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // row
    Style(foreground: hex(0x4c4f69), background: hex(0xeff1f5)),
    // rowCurrent
    Style(foreground: hex(0x303446), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // header
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // headerFocused
    Style(foreground: hex(0x1a55d0), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0x7c7f93), background: hex(0xeff1f5)),
    // linkLine
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // linkLineHost
    Style(foreground: hex(0x303446), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0x5c5f77), background: hex(0xeff1f5)),
    // statusKey
    Style(foreground: hex(0x303446), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0x9c4d00), background: hex(0xeff1f5)),
    // error
    Style(foreground: hex(0xc40e35), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0x303446), background: hex(0xf6e3a8)),
    // matchCurrent
    Style(foreground: hex(0x4c4f69), background: hex(0xeff1f5), attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0x1a55d0), background: hex(0xe2e6ec), attributes: .init(rawValue: 17)),
    // overlay
    Style(foreground: hex(0x4c4f69), background: hex(0xeff1f5)),
    // overlayHeader
    Style(foreground: hex(0x1a55d0), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(foreground: hex(0x4c4f69), background: hex(0xeff1f5), attributes: .init(rawValue: 1)),
  ]
}
