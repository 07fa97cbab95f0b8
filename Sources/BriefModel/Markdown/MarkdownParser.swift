import CMD4C

/// Reads CommonMark with GitHub's tables, strikethrough and task lists, through md4c.
enum MarkdownParser {
  /// Permissive autolinks stay off: they are not linear; `BareURLs` finds addresses instead.
  static let flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS

  /// Parses a file from an offset on; lines and columns count from the file's start.
  static func document(
    of file: Bytes, from start: Int, checked: CheckedAddresses = CheckedAddresses()
  ) -> Document {
    let limits = limited(file, from: start)
    let definitions = Definitions(file, from: start)
    let masked = mask(file, from: start, limits.marks, definitions)
    var document =
      masked?.withUnsafeBufferPointer { copy in
        build(file, copy, prefix: definitions.prefix.count, from: start, definitions, checked)
      }
      ?? build(file, file.slice(start..<file.count), prefix: 0, from: start, definitions, checked)
    document.notices = limits.notices + document.notices
    return document
  }

  /// Gives what md4c reads of a file, and how many bytes of it stand before those that are the
  /// file's from `start` on; these are the file's but for what md4c must not see.
  static func withParsed<R>(
    _ file: Bytes, from start: Int, _ body: (_ parsed: Bytes, _ prefix: Int) -> R
  ) -> R {
    let definitions = Definitions(file, from: start)
    let masked = mask(file, from: start, limited(file, from: start).marks, definitions)
    return masked?.withUnsafeBufferPointer { body($0, definitions.prefix.count) }
      ?? body(file.slice(start..<file.count), 0)
  }

  /// The offsets of the marks that would make md4c slow, and what to tell of them.
  private static func limited(
    _ file: Bytes, from start: Int
  ) -> (marks: [Int], notices: [Notice]) {
    var nesting = NestingLimits(file, from: start)
    var brackets = BracketLimits(file, from: start)
    let marks = nesting.excess() + brackets.excess()
    return (marks, nesting.notices + brackets.notices)
  }

  /// What md4c reads where it is not the file from `start` on: the definitions that it needs before
  /// it, then the file without marks over the limits and without what it would misread, and with
  /// letters in the place of punctuation that breaks emphasis; nil where nothing has to change.
  private static func mask(
    _ file: Bytes, from start: Int, _ marks: [Int], _ definitions: Definitions
  ) -> [UInt8]? {
    let emphasis = EmphasisRepair(file, from: start)
    let renderings = GrokTags.ranges(in: file, from: start)
    let dashes = CommentDashes.places(in: file, from: start)
    guard
      !marks.isEmpty || !emphasis.isEmpty || !definitions.isEmpty || !renderings.isEmpty
        || !dashes.isEmpty
    else { return nil }
    var copy = Array(file)
    for place in marks + dashes { copy[place] = 0x78 }
    emphasis.mask(&copy)
    for range in renderings { for place in range { copy[place] = 0x78 } }
    definitions.mask(&copy)
    copy.replaceSubrange(0..<start, with: definitions.prefix)
    return copy
  }

  /// `parsed` is what md4c reads; its part after `prefix` bytes stands for the file from `start` on.
  private static func build(
    _ file: Bytes, _ parsed: Bytes, prefix: Int, from start: Int, _ definitions: Definitions,
    _ checked: CheckedAddresses
  ) -> Document {
    let origin = UnsafeRawPointer(parsed.baseAddress).map { $0 + prefix - start }
    var builder = TreeBuilder(
      file: file, origin: origin, start: start, definitions: definitions, checked: checked)
    var parser = MD_PARSER()
    parser.flags = UInt32(flags)
    connect(&parser)
    let text = UnsafeRawPointer(parsed.baseAddress)?.assumingMemoryBound(to: CChar.self)
    let status = withUnsafeMutablePointer(to: &builder) { target in
      md_parse(text, UInt32(parsed.count), &parser, target)
    }
    builder.finishLeaf()
    if status != 0 {
      let place = builder.lines.position(of: builder.cursor)
      let reason =
        builder.linkBudget < 0
        ? "Reference links repeat too much text, so the rest of the file is left out."
        : "The rest of the file could not be read as Markdown."
      builder.document.notices.append(Notice(reason, line: place.line))
    }
    return builder.document
  }

  private static func connect(_ parser: inout MD_PARSER) {
    parser.enter_block = { type, detail, target in
      target?.assumingMemoryBound(to: TreeBuilder.self).pointee.enterBlock(type, detail)
      return 0
    }
    parser.leave_block = { type, _, target in
      target?.assumingMemoryBound(to: TreeBuilder.self).pointee.leaveBlock(type)
      return 0
    }
    // A link ends the reading by a negative status only.
    parser.enter_span = { type, detail, target in
      guard let builder = target?.assumingMemoryBound(to: TreeBuilder.self),
        builder.pointee.affords(type, detail)
      else { return -1 }
      builder.pointee.enterSpan(type, detail)
      return 0
    }
    parser.leave_span = { type, _, target in
      target?.assumingMemoryBound(to: TreeBuilder.self).pointee.leaveSpan(type)
      return 0
    }
    parser.text = { type, pointer, size, target in
      target?.assumingMemoryBound(to: TreeBuilder.self).pointee.text(type, pointer, size)
      return 0
    }
  }
}
