import Cells

extension CompiledThemes {
  static let solarizedDark: [Style] = [
    // text
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36)),
    // textDim
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // title
    Style(foreground: hex(0xeee8d5), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // heading
    Style(foreground: hex(0xeee8d5), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // headingRead
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // lede
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36)),
    // emphasis
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36), attributes: .init(rawValue: 4)),
    // strong
    Style(foreground: hex(0xeee8d5), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // strikethrough
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // code
    Style(foreground: hex(0x98ad0d), background: hex(0x002b36)),
    // quote
    Style(foreground: hex(0x839496), background: hex(0x002b36), attributes: .init(rawValue: 4)),
    // line
    Style(foreground: hex(0x657b83), background: hex(0x002b36)),
    // listMarker
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // image
    Style(foreground: hex(0x839496), background: hex(0x002b36), attributes: .init(rawValue: 4)),
    // citation
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36), attributes: .init(rawValue: 8)),
    // citationNumber
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // citationCurrent
    Style(foreground: hex(0x5aaee6), background: hex(0x073642), attributes: .init(rawValue: 1)),
    // link
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36), attributes: .init(rawValue: 8)),
    // linkCurrent
    Style(foreground: hex(0x5aaee6), background: hex(0x073642), attributes: .init(rawValue: 1)),
    // markUnread
    Style(foreground: hex(0xb58900), background: hex(0x002b36)),
    // markRead
    Style(foreground: hex(0x657b83), background: hex(0x002b36)),
    // markChanged
    Style(foreground: hex(0xb58900), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // markStarred
    Style(foreground: hex(0xb58900), background: hex(0x002b36)),
    // changeAdded
    Style(foreground: hex(0x98ad0d), background: hex(0x002b36), attributes: .init(rawValue: 8)),
    // changeRemoved
    Style(foreground: hex(0x839496), background: hex(0x002b36), attributes: .init(rawValue: 4)),
    // cursor
    Style(foreground: hex(0x5aaee6), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // row
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36)),
    // rowCurrent
    Style(foreground: hex(0xeee8d5), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // rowRead
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // header
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // headerFocused
    Style(foreground: hex(0x5aaee6), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // divider
    Style(foreground: hex(0x657b83), background: hex(0x002b36)),
    // linkLine
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // linkLineHost
    Style(foreground: hex(0xeee8d5), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // status
    Style(foreground: hex(0x839496), background: hex(0x002b36)),
    // statusKey
    Style(foreground: hex(0xeee8d5), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // notice
    Style(foreground: hex(0xb58900), background: hex(0x002b36)),
    // error
    Style(foreground: hex(0xf0635f), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // match
    Style(foreground: hex(0xeee8d5), background: hex(0x5a4a00)),
    // matchCurrent
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36), attributes: .init(rawValue: 17)),
    // label
    Style(foreground: hex(0x5aaee6), background: hex(0x073642), attributes: .init(rawValue: 17)),
    // overlay
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36)),
    // overlayHeader
    Style(foreground: hex(0x5aaee6), background: hex(0x002b36), attributes: .init(rawValue: 1)),
    // overlayKey
    Style(foreground: hex(0x93a1a1), background: hex(0x002b36), attributes: .init(rawValue: 1)),
  ]
}
