import Cells

extension CompiledThemes {
  static let okabeIto: [Style] = [
    // text
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212)),
    // textDim
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // title
    Style(foreground: hex(0xffffff), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // heading
    Style(foreground: hex(0xffffff), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // lede
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212)),
    // emphasis
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212), attributes: .init(rawValue: 4)),
    // strong
    Style(foreground: hex(0xffffff), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // code
    Style(foreground: hex(0x009e73), background: hex(0x121212)),
    // quote
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0x767676), background: hex(0x121212)),
    // listMarker
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // image
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212), attributes: .init(rawValue: 4)),
    // citation
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212), attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // citationCurrent
    Style(foreground: hex(0x56b4e9), background: hex(0x262626), attributes: .init(rawValue: 1)),
    // link
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212), attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0x56b4e9), background: hex(0x262626), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0xe69f00), background: hex(0x121212)),
    // markRead
    Style(foreground: hex(0x767676), background: hex(0x121212)),
    // markChanged
    Style(foreground: hex(0xe69f00), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0xe69f00), background: hex(0x121212)),
    // changeAdded
    Style(foreground: hex(0x009e73), background: hex(0x121212), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0x56b4e9), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // row
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212)),
    // rowCurrent
    Style(foreground: hex(0xffffff), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // header
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // headerFocused
    Style(foreground: hex(0x56b4e9), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0x767676), background: hex(0x121212)),
    // linkLine
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // linkLineHost
    Style(foreground: hex(0xffffff), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0xb4b4b4), background: hex(0x121212)),
    // statusKey
    Style(foreground: hex(0xffffff), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0xe69f00), background: hex(0x121212)),
    // error
    Style(foreground: hex(0xd55e00), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0xffffff), background: hex(0x005a8c)),
    // matchCurrent
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212), attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0x56b4e9), background: hex(0x262626), attributes: .init(rawValue: 17)),
    // overlay
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212)),
    // overlayHeader
    Style(foreground: hex(0x56b4e9), background: hex(0x121212), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(foreground: hex(0xe4e4e4), background: hex(0x121212), attributes: .init(rawValue: 1)),
  ]
}
