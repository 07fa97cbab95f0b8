import CMD4C

/// Builds a `Document` from what md4c reports.
struct TreeBuilder {
  /// Spans nested deeper than this lose their emphasis; the text stays.
  static let spanLimit = 32
  /// Quotes and lists nested deeper than this have what they hold in the last that is made: each costs
  /// memory and time for every paragraph in it.
  static let levelLimit = 8
  /// The longest text that md4c reports from outside of the file: spaces of an indentation.
  static let constantLimit = 16

  /// How many marks are looked at; each byte of `[1-30]` is five of them.
  static let markLimit = 100_000

  /// How many bytes of destinations and titles may be reported beyond those of the file: a definition
  /// of 100 KB that is used a million times would be 100 GB.
  static let linkAllowance = 8 << 20

  /// The file as it is; all text is taken from here.
  let file: Bytes
  /// What md4c reads, as if it started where the file does: the file, with the marks that it must
  /// not see taken out.
  let origin: UnsafeRawPointer?
  /// Offset from which md4c reads.
  let start: Int
  let definitions: Definitions
  let lines: LineIndex
  /// The most digits of a number in brackets.
  let digits: Int
  var document = Document(parts: [Part()], links: [], marks: [], notices: [])
  var containers: [Container] = []
  /// How many of them are quotes and lists.
  var level = 0
  /// How many quotes, lists and items are open that are not made, as they are nested too deeply.
  var flattened = 0
  var leaf: Leaf?
  /// Offset of the first text of the leaf.
  var leafStart: Int?
  var spans: [Span] = []
  /// How many of the spans are links or images.
  var openLinks = 0
  /// How many of the spans wait for their start to be found.
  var awaiting = 0
  var table: OpenTable?
  /// Text that is not yet an inline.
  var run = TextRun()
  /// Markup that is not yet read.
  var html = TextRun()
  /// Offset after the last closing tag of a link.
  var htmlEnd = 0
  /// Code that is not yet a line or a span.
  var code: [UInt8] = []
  var entities = Entities()
  let addresses: AddressBook
  /// Offset after the last byte that was reported.
  var cursor = 0
  /// How many bytes of destinations and titles may still be reported.
  var linkBudget: Int
  /// How many scripts and styles are open.
  var hidden = 0
  /// The element that is open and not shown.
  var concealed: Concealed?
  /// The lists of HTML that are open.
  var markupLists: [MarkupList] = []
  /// How many lists of HTML are open beyond those that are looked at.
  var markupDepth = 0
  /// The lists that were open where a blank line ended the block before, the outermost first.
  var brokenLists: [MarkupList] = []
  /// The raised text that is open.
  var superscript: Superscript?

  init(
    file: Bytes, origin: UnsafeRawPointer?, start: Int, definitions: Definitions,
    checked: CheckedAddresses
  ) {
    addresses = AddressBook(checked)
    self.file = file
    self.origin = origin
    self.start = start
    self.definitions = definitions
    cursor = start
    lines = LineIndex(file)
    digits = LongList.digits(in: file, lines)
    linkBudget = file.count + TreeBuilder.linkAllowance
  }

  /// Adds a finished block to the innermost container.
  mutating func add(_ block: Block) {
    if containers.isEmpty {
      document.parts[document.parts.count - 1].blocks.append(block)
    } else {
      containers[containers.count - 1].blocks.append(block)
    }
  }

  /// The offset in the file of a pointer into what md4c reads.
  func offset(of pointer: UnsafePointer<CChar>?) -> Int? {
    guard let pointer, let origin else { return nil }
    let offset = UnsafeRawPointer(pointer) - origin
    return offset >= start && offset < file.count ? offset : nil
  }

  /// Gives the bytes of an attribute with its entities decoded, and their place in the file.
  mutating func withBytes<R>(of attribute: MD_ATTRIBUTE, _ body: (Bytes, Int?) -> R) -> R {
    let count = Int(attribute.size)
    guard count > 0, let text = attribute.text, let types = attribute.substr_types,
      let offsets = attribute.substr_offsets
    else { return body(Bytes(start: nil, count: 0), nil) }
    let place = offset(of: text)
    let raw =
      place.map { file.slice($0..<$0 + count) }
      ?? Bytes(start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: count)
    if offsets[1] == attribute.size, types[0] == MD_TEXT_NORMAL { return body(raw, place) }
    var bytes: [UInt8] = []
    var piece = 0
    while offsets[piece] < attribute.size {
      let part = raw.slice(Int(offsets[piece])..<Int(offsets[piece + 1]))
      if types[piece] == MD_TEXT_ENTITY {
        bytes.append(contentsOf: entities.decoded(part))
      } else if types[piece] == MD_TEXT_NULLCHAR {
        bytes.append(contentsOf: "\u{FFFD}".utf8)
      } else {
        bytes.append(contentsOf: part)
      }
      piece += 1
    }
    return bytes.withUnsafeBufferPointer { body($0, place) }
  }
}
