import Cells

extension CompiledThemes {
  static let gruvbox: [Style] = [
    // text
    Style(foreground: hex(0xebdbb2), background: hex(0x282828)),
    // textDim
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // title
    Style(foreground: hex(0xfbf1c7), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // heading
    Style(foreground: hex(0xfbf1c7), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // lede
    Style(foreground: hex(0xebdbb2), background: hex(0x282828)),
    // emphasis
    Style(foreground: hex(0xebdbb2), background: hex(0x282828), attributes: .init(rawValue: 4)),
    // strong
    Style(foreground: hex(0xfbf1c7), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // code
    Style(foreground: hex(0xb8bb26), background: hex(0x282828)),
    // quote
    Style(foreground: hex(0xa89984), background: hex(0x282828), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0x7c6f64), background: hex(0x282828)),
    // listMarker
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // image
    Style(foreground: hex(0xa89984), background: hex(0x282828), attributes: .init(rawValue: 4)),
    // citation
    Style(foreground: hex(0x83a598), background: hex(0x282828), attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // citationCurrent
    Style(foreground: hex(0xfabd2f), background: hex(0x3c3836), attributes: .init(rawValue: 1)),
    // link
    Style(foreground: hex(0x83a598), background: hex(0x282828), attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0xfabd2f), background: hex(0x3c3836), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0xfe8019), background: hex(0x282828)),
    // markRead
    Style(foreground: hex(0x7c6f64), background: hex(0x282828)),
    // markChanged
    Style(foreground: hex(0xfe8019), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0xfe8019), background: hex(0x282828)),
    // changeAdded
    Style(foreground: hex(0xb8bb26), background: hex(0x282828), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0xa89984), background: hex(0x282828), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0xfabd2f), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // row
    Style(foreground: hex(0xebdbb2), background: hex(0x282828)),
    // rowCurrent
    Style(foreground: hex(0xfbf1c7), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // header
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // headerFocused
    Style(foreground: hex(0xfabd2f), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0x7c6f64), background: hex(0x282828)),
    // linkLine
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // linkLineHost
    Style(foreground: hex(0xfbf1c7), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0xa89984), background: hex(0x282828)),
    // statusKey
    Style(foreground: hex(0xfbf1c7), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0xfe8019), background: hex(0x282828)),
    // error
    Style(foreground: hex(0xfb7565), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0xfbf1c7), background: hex(0x5f5020)),
    // matchCurrent
    Style(foreground: hex(0xebdbb2), background: hex(0x282828), attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0xfabd2f), background: hex(0x3c3836), attributes: .init(rawValue: 17)),
    // overlay
    Style(foreground: hex(0xebdbb2), background: hex(0x282828)),
    // overlayHeader
    Style(foreground: hex(0xfabd2f), background: hex(0x282828), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(foreground: hex(0xebdbb2), background: hex(0x282828), attributes: .init(rawValue: 1)),
  ]
}
