import CMD4C

/// What each byte of a file is to Markdown: text, code or HTML, and of which block.
///
/// It tells where markup was not understood as such: what was is not part of any piece.
package struct MarkdownOutline: Sendable {
  /// A block that holds text.
  package enum BlockKind: Sendable, Equatable {
    /// A paragraph, or the text of a tight list item.
    case paragraph
    case heading(level: Int)
    /// Code; `fence` is the mark of its fence, nil where it is indented.
    case code(fence: UInt8?)
    case html
    /// A table of so many columns, all its cells.
    case table(columns: Int)
  }

  /// A block, and the bytes from its first piece to its last; empty where it has none.
  package struct Block: Sendable, Equatable {
    package var kind: BlockKind
    package var range: Range<Int>
  }

  /// What a piece is.
  package enum PieceKind: Sendable, Equatable { case text, code, html }

  /// Bytes of the file that are shown as they stand.
  package struct Piece: Sendable, Equatable {
    package var kind: PieceKind
    package var range: Range<Int>
    /// Index into `blocks`.
    package var block: Int
  }

  package fileprivate(set) var blocks: [Block] = []
  /// In the order of the file.
  package fileprivate(set) var pieces: [Piece] = []
  /// The offset after the front matter.
  package let start: Int

  /// Reads a decoded text.
  package init(_ text: [UInt8]) {
    let bom = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    start = text.withUnsafeBufferPointer { FrontMatter($0, from: bom)?.end ?? bom }
    let builder = text.withUnsafeBufferPointer { OutlineBuilder.read($0, from: start) }
    blocks = builder.blocks
    pieces = builder.pieces
  }
}

/// Takes what md4c reports.
private struct OutlineBuilder {
  /// What md4c reads, as if it started where the file does.
  let origin: UnsafeRawPointer?
  let start: Int
  let count: Int
  var blocks: [MarkdownOutline.Block] = []
  var pieces: [MarkdownOutline.Piece] = []
  /// The blocks that are open; nil for containers, which get a paragraph when they have text.
  var open: [Int?] = []
  /// How many bytes of destinations and titles may still be reported; see `TreeBuilder`.
  var budget: Int
  /// What the heading holds that is open.
  var lone = LoneLink()

  static func read(_ file: Bytes, from start: Int) -> OutlineBuilder {
    MarkdownParser.withParsed(file, from: start) { parsed, prefix in
      var builder = OutlineBuilder(
        origin: UnsafeRawPointer(parsed.baseAddress).map { $0 + prefix - start }, start: start,
        count: file.count, budget: file.count + TreeBuilder.linkAllowance)
      var parser = MD_PARSER()
      parser.flags = UInt32(MarkdownParser.flags)
      connect(&parser)
      let text = UnsafeRawPointer(parsed.baseAddress)?.assumingMemoryBound(to: CChar.self)
      withUnsafeMutablePointer(to: &builder) { target in
        _ = md_parse(text, UInt32(parsed.count), &parser, target)
      }
      return builder
    }
  }

  private static func connect(_ parser: inout MD_PARSER) {
    parser.enter_block = { type, detail, target in
      target?.assumingMemoryBound(to: OutlineBuilder.self).pointee.enter(type, detail)
      return 0
    }
    parser.leave_block = { type, _, target in
      target?.assumingMemoryBound(to: OutlineBuilder.self).pointee.leave(type)
      return 0
    }
    parser.enter_span = { type, detail, target in
      guard let builder = target?.assumingMemoryBound(to: OutlineBuilder.self) else { return -1 }
      builder.pointee.budget -= TreeBuilder.reportedBytes(type, detail)
      builder.pointee.lone.enter(type, detail)
      return builder.pointee.budget < 0 ? -1 : 0
    }
    parser.leave_span = { type, _, target in
      target?.assumingMemoryBound(to: OutlineBuilder.self).pointee.lone.leave(type)
      return 0
    }
    parser.text = { type, pointer, size, target in
      target?.assumingMemoryBound(to: OutlineBuilder.self).pointee.take(type, pointer, Int(size))
      return 0
    }
  }

  private mutating func enter(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch type {
    case MD_BLOCK_TABLE:
      let columns = detail?.load(as: MD_BLOCK_TABLE_DETAIL.self).col_count ?? 0
      begin(.table(columns: Int(columns)))
    case MD_BLOCK_P: begin(.paragraph)
    case MD_BLOCK_H:
      begin(.heading(level: Int(detail?.load(as: MD_BLOCK_H_DETAIL.self).level ?? 1)))
    case MD_BLOCK_CODE:
      let fence = detail?.load(as: MD_BLOCK_CODE_DETAIL.self).fence_char ?? 0
      begin(.code(fence: fence == 0 ? nil : UInt8(bitPattern: fence)))
    case MD_BLOCK_HTML: begin(.html)
    case MD_BLOCK_THEAD, MD_BLOCK_TBODY, MD_BLOCK_TR, MD_BLOCK_TH, MD_BLOCK_TD: break
    default: open.append(nil)
    }
  }

  private mutating func begin(_ kind: MarkdownOutline.BlockKind) {
    if let last = open.indices.last, isContainer(last) { open[last] = nil }
    lone = LoneLink()
    open.append(blocks.count)
    blocks.append(MarkdownOutline.Block(kind: kind, range: 0..<0))
  }

  /// Whether what is open at an index is a container that got a paragraph of its own.
  private func isContainer(_ index: Int) -> Bool {
    open[index].map { blocks[$0].kind == .paragraph } ?? false
  }

  private mutating func leave(_ type: MD_BLOCKTYPE) {
    switch type {
    case MD_BLOCK_THEAD, MD_BLOCK_TBODY, MD_BLOCK_TR, MD_BLOCK_TH, MD_BLOCK_TD: break
    case MD_BLOCK_H:
      if let index = open.popLast() ?? nil, isUnderlinedLink(blocks[index]) {
        blocks[index].kind = .paragraph
      }
    default: _ = open.popLast()
    }
  }

  /// Whether a heading is a link with `---` under it, which the model reads as a paragraph as well.
  private func isUnderlinedLink(_ block: MarkdownOutline.Block) -> Bool {
    guard block.kind == .heading(level: 2), !block.range.isEmpty, lone.isAll, let origin else {
      return false
    }
    var offset = block.range.lowerBound
    while offset > start {
      offset -= 1
      let byte = origin.load(fromByteOffset: offset, as: UInt8.self)
      if byte == 0x0A { break }
      if byte == 0x23 { return false }
    }
    return true
  }

  private mutating func take(
    _ type: MD_TEXTTYPE, _ pointer: UnsafePointer<CChar>?, _ size: Int
  ) {
    guard let pointer, let origin, size > 0 else { return }
    lone.take(type, UnsafeRawBufferPointer(start: pointer, count: size))
    let offset = UnsafeRawPointer(pointer) - origin
    guard offset >= start, offset + size <= count, let last = open.indices.last else { return }
    let kind: MarkdownOutline.PieceKind
    switch type {
    case MD_TEXT_NORMAL: kind = .text
    case MD_TEXT_CODE: kind = .code
    case MD_TEXT_HTML: kind = .html
    default: return
    }
    let block = open[last] ?? blocks.count
    if block == blocks.count {
      blocks.append(MarkdownOutline.Block(kind: .paragraph, range: 0..<0))
      open[last] = block
    }
    let range = offset..<offset + size
    let known = blocks[block].range
    blocks[block].range =
      known.isEmpty ? range : known.lowerBound..<max(known.upperBound, range.upperBound)
    pieces.append(MarkdownOutline.Piece(kind: kind, range: range, block: block))
  }
}
