import Cells

extension CompiledThemes {
  static let nord: [Style] = [
    // text
    Style(foreground: hex(0xd8dee9), background: hex(0x2e3440)),
    // textDim
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // title
    Style(foreground: hex(0xeceff4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // heading
    Style(foreground: hex(0xeceff4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // lede
    Style(foreground: hex(0xd8dee9), background: hex(0x2e3440)),
    // emphasis
    Style(foreground: hex(0xd8dee9), background: hex(0x2e3440), attributes: .init(rawValue: 4)),
    // strong
    Style(foreground: hex(0xeceff4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // code
    Style(foreground: hex(0xa3be8c), background: hex(0x2e3440)),
    // quote
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0x78849c), background: hex(0x2e3440)),
    // listMarker
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // image
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440), attributes: .init(rawValue: 4)),
    // citation
    Style(foreground: hex(0x88c0d0), background: hex(0x2e3440), attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // citationCurrent
    Style(foreground: hex(0x8fc4d4), background: hex(0x3a4254), attributes: .init(rawValue: 1)),
    // link
    Style(foreground: hex(0x88c0d0), background: hex(0x2e3440), attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0x8fc4d4), background: hex(0x3a4254), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0xebcb8b), background: hex(0x2e3440)),
    // markRead
    Style(foreground: hex(0x78849c), background: hex(0x2e3440)),
    // markChanged
    Style(foreground: hex(0xebcb8b), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0xebcb8b), background: hex(0x2e3440)),
    // changeAdded
    Style(foreground: hex(0xa3be8c), background: hex(0x2e3440), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0x8fc4d4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // row
    Style(foreground: hex(0xd8dee9), background: hex(0x2e3440)),
    // rowCurrent
    Style(foreground: hex(0xeceff4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // header
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // headerFocused
    Style(foreground: hex(0x8fc4d4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0x78849c), background: hex(0x2e3440)),
    // linkLine
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // linkLineHost
    Style(foreground: hex(0xeceff4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0xa3adbf), background: hex(0x2e3440)),
    // statusKey
    Style(foreground: hex(0xeceff4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0xebcb8b), background: hex(0x2e3440)),
    // error
    Style(foreground: hex(0xe39199), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0xeceff4), background: hex(0x56627a)),
    // matchCurrent
    Style(foreground: hex(0xd8dee9), background: hex(0x2e3440), attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0x8fc4d4), background: hex(0x3a4254), attributes: .init(rawValue: 17)),
    // overlay
    Style(foreground: hex(0xd8dee9), background: hex(0x2e3440)),
    // overlayHeader
    Style(foreground: hex(0x8fc4d4), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(foreground: hex(0xd8dee9), background: hex(0x2e3440), attributes: .init(rawValue: 1)),
  ]
}
