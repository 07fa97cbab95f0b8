import Cells

extension CompiledThemes {
  static let solarizedLight: [Style] = [
    // text
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3)),
    // textDim
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // title
    Style(foreground: hex(0x073642), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // heading
    Style(foreground: hex(0x073642), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // lede
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3)),
    // emphasis
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3), attributes: .init(rawValue: 4)),
    // strong
    Style(foreground: hex(0x073642), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // code
    Style(foreground: hex(0x5f6d00), background: hex(0xfdf6e3)),
    // quote
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0x7f9193), background: hex(0xfdf6e3)),
    // listMarker
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // image
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3), attributes: .init(rawValue: 4)),
    // citation
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3), attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // citationCurrent
    Style(foreground: hex(0x1a67a0), background: hex(0xeee8d5), attributes: .init(rawValue: 1)),
    // link
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3), attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0x1a67a0), background: hex(0xeee8d5), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0x826200), background: hex(0xfdf6e3)),
    // markRead
    Style(foreground: hex(0x7f9193), background: hex(0xfdf6e3)),
    // markChanged
    Style(foreground: hex(0x826200), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0x826200), background: hex(0xfdf6e3)),
    // changeAdded
    Style(foreground: hex(0x5f6d00), background: hex(0xfdf6e3), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0x1a67a0), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // row
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3)),
    // rowCurrent
    Style(foreground: hex(0x073642), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // header
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // headerFocused
    Style(foreground: hex(0x1a67a0), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0x7f9193), background: hex(0xfdf6e3)),
    // linkLine
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // linkLineHost
    Style(foreground: hex(0x073642), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0x5d727a), background: hex(0xfdf6e3)),
    // statusKey
    Style(foreground: hex(0x073642), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0x826200), background: hex(0xfdf6e3)),
    // error
    Style(foreground: hex(0xc52a27), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0x073642), background: hex(0xf2dd9a)),
    // matchCurrent
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3), attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0x1a67a0), background: hex(0xeee8d5), attributes: .init(rawValue: 17)),
    // overlay
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3)),
    // overlayHeader
    Style(foreground: hex(0x1a67a0), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(foreground: hex(0x586e75), background: hex(0xfdf6e3), attributes: .init(rawValue: 1)),
  ]
}
