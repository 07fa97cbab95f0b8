import Cells

extension CompiledThemes {
  static let mono: [Style] = [
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
}
