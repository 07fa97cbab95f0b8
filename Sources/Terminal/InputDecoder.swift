package import Cells

/// Makes keys, clicks and pastes of the bytes that a terminal sends.
///
/// It never waits: a sequence of which the end has not come yet is held, and the caller says when
/// it has waited long enough. (The terminal library's own decoder sleeps in the call instead.)
package struct InputDecoder {
  /// What the bytes that are held may become.
  package enum Held: Equatable, Sendable {
    case nothing
    /// A key; an ESC alone is one if nothing follows it.
    case key
    /// A control string that has not ended.
    case string
    /// A paste that has not ended.
    case paste
  }

  /// The most that is kept of one paste, in bytes.
  package static let longestPaste = 64 * 1024

  /// The most bytes of a sequence that is a key: none that is known has half as many.
  private static let longestSequence = 64

  /// What is longer than it may be, and is thrown away up to its end: no part of it is typed.
  enum Overlong { case sequence, report, eightBitReport }

  private let table: KeyTable
  var overlong: Overlong?
  var bytes: [UInt8] = []
  var index = 0
  private var paste: [UInt8]?
  private var events: [InputEvent] = []
  /// Whether the terminal was asked for its background.
  var awaitsBackground = false
  /// The answer, which is no event as nobody has done anything.
  var background: BackgroundReport?
  private var hasReceipt = false
  /// Whether the terminal has margins at its sides, once it has said so.
  private(set) var hasMargins: Bool?

  package init(table: KeyTable) { self.table = table }

  package var held: Held {
    if paste != nil { return .paste }
    if isInString { return .string }
    return bytes.isEmpty && overlong == nil ? .nothing : .key
  }

  /// Takes bytes and returns what they are, as far as they are whole.
  package mutating func feed(_ more: [UInt8]) -> [InputEvent] {
    bytes += more
    decode(isFinal: false)
    return takeEvents()
  }

  /// Takes what is held for what it is: nothing will follow it.
  package mutating func giveUpWaiting() -> [InputEvent] {
    if paste != nil {
      paste? += bytes
      bytes = []
      endPaste()
    } else {
      // No part of a string is typed, whatever became of its end.
      if !isInString { decode(isFinal: true) }
      overlong = nil
      bytes = []
    }
    return takeEvents()
  }

  /// Whether the terminal has answered `Receipts.question` since the last time.
  package mutating func takeReceipt() -> Bool {
    defer { hasReceipt = false }
    return hasReceipt
  }

  private mutating func takeEvents() -> [InputEvent] {
    defer { events = [] }
    return events
  }

  private mutating func decode(isFinal: Bool) {
    index = 0
    while index < bytes.count, decodeNext(isFinal: isFinal) {}
    bytes.removeFirst(index)
  }

  /// Decodes what stands at the index; false where its end has not come.
  private mutating func decodeNext(isFinal: Bool) -> Bool {
    if paste != nil { return decodePaste() }
    if let overlong { return skip(overlong) }
    if bytes[index] == 0x1B { return decodeEscape(isFinal: isFinal) }
    // CSI in one byte, as terminals answer that were set so (ECMA-48 5.3).
    // A paste is taken by its marks of seven bits alone, as UTF-8 may have the byte within a character.
    if bytes[index] == 0x9B { return decodeControlSequence(from: index + 1, isFinal: isFinal) }
    if stringLead != nil { return decodeString(isFinal: isFinal) }
    guard let (length, key) = character(at: index) else { return false }
    index += length
    if let key { events.append(.key(key)) }
    return true
  }

  /// The key of a control character or of one UTF-8 character, and its length in bytes.
  ///
  /// The key is nil for what is no key, the whole nil for a character that is not whole.
  private func character(at start: Int) -> (length: Int, key: Key?)? {
    let first = bytes[start]
    if first < 0x20 || first == 0x7F { return (1, table.control(first)) }
    if first < 0x80 { return (1, .character(Character(Unicode.Scalar(first)))) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4 else { return (1, nil) }
    let end = min(bytes.count, start + length)
    for position in (start + 1)..<max(end, start + 1) where bytes[position] & 0xC0 != 0x80 {
      return (position - start, nil)
    }
    guard end == start + length else { return nil }
    guard let text = String(validating: bytes[start..<end], as: UTF8.self),
      let character = text.first, !text.unicodeScalars.contains(where: { $0.value < 0xA0 })
    else { return (length, nil) }
    return (length, .character(character))
  }

  /// Decodes what begins with ESC.
  private mutating func decodeEscape(isFinal: Bool) -> Bool {
    switch table.match(bytes[index...]) {
    case .key(let key, let length):
      index += length
      events.append(.key(key))
      return true
    case .prefix where !isFinal: return false
    case .prefix, .nothing: break
    }
    guard index + 1 < bytes.count else { return isFinal && takeEscapeAlone() }
    switch bytes[index + 1] {
    case UInt8(ascii: "["): return decodeControlSequence(from: index + 2, isFinal: isFinal)
    case _ where stringLead != nil: return decodeString(isFinal: isFinal)
    case UInt8(ascii: "O"): return decodeSingleShift(isFinal: isFinal)
    case 0x00..<0x20, 0x80..<0xA0: return takeEscapeAlone()
    default: return decodeAlt()
    }
  }

  private mutating func takeEscapeAlone() -> Bool {
    index += 1
    events.append(.key(.escape))
    return true
  }

  /// Takes what has begun at the index as one of these and did not go on: after ESC it is Alt and a
  /// key, and what follows is typed; in one byte nobody types it.
  mutating func endWithoutEnd() -> Bool {
    guard bytes[index] != 0x1B else { return decodeAlt() }
    index = bytes.count
    return true
  }

  mutating func decodeAlt() -> Bool {
    guard let (length, key) = character(at: index + 1) else { return false }
    index += 1 + length
    if case .character(let character)? = key {
      events.append(.key(.alt(character)))
    } else if let key {
      events.append(.key(key))
    }
    return true
  }

  /// Takes the answer, if one has come.
  mutating func takeBackground() -> BackgroundReport? {
    defer { background = nil }
    return background
  }

  /// SS3: ESC O and one letter.
  private mutating func decodeSingleShift(isFinal: Bool) -> Bool {
    guard index + 2 < bytes.count else { return isFinal && decodeAlt() }
    let key = table.letter(bytes[index + 2])
    guard key != nil || bytes[index + 2] >= 0x40 else { return decodeAlt() }
    index += 3
    if let key { events.append(.key(key)) }
    return true
  }

  /// CSI: ESC [, parameters, a final byte (ECMA-48 5.4); the parameters begin at `start`.
  private mutating func decodeControlSequence(from start: Int, isFinal: Bool) -> Bool {
    let begin = index
    guard let final = bytes[start...].firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      guard bytes.count - index > Self.longestSequence else { return isFinal && endWithoutEnd() }
      (overlong, index) = (.sequence, bytes.count)
      return false
    }
    let isOverlong = final - index > Self.longestSequence
    index = (0x40...0x7E).contains(bytes[final]) ? final + 1 : final
    guard index > final, !isOverlong else { return true }
    if bytes[final] == UInt8(ascii: "M"), final == start {
      return decodeOldMouse(from: begin, isFinal: isFinal)
    }
    let sequence = ControlSequence(parameters: bytes[start..<final], final: bytes[final])
    if sequence.isPasteStart {
      if bytes[start - 1] != 0x9B { paste = [] }
    } else if sequence.isReceipt {
      hasReceipt = true
    } else if let tells = sequence.tellsOfMargins {
      hasMargins = tells
    } else if let event = sequence.event(table: table) {
      events.append(event)
    }
    return true
  }

  /// Throws away what is left of something overlong; false where its end has not come.
  private mutating func skip(_ kind: Overlong) -> Bool {
    let end = bytes[index...].firstIndex { byte in
      switch kind {
      case .sequence: !(0x20...0x3F).contains(byte)
      case .report: byte == 0x07 || byte == 0x1B
      case .eightBitReport: byte == 0x07 || byte == 0x1B || byte == 0x9C
      }
    }
    index = end ?? bytes.count
    guard let end else { return false }
    switch (kind, bytes[end]) {
    case (.sequence, 0x40...0x7E), (.report, 0x07), (.eightBitReport, 0x07),
      (.eightBitReport, 0x9C):
      index += 1
    case (.sequence, _): break
    case (.report, _), (.eightBitReport, _):
      guard end + 1 < bytes.count else { return false }
      if bytes[end + 1] == UInt8(ascii: "\\") { index += 2 }
    }
    overlong = nil
    return true
  }

  /// X10's mouse report, from terminals without SGR reports: three bytes, each 32 too high.
  private mutating func decodeOldMouse(from begin: Int, isFinal: Bool) -> Bool {
    guard index + 2 < bytes.count else {
      index = isFinal ? bytes.count : begin
      return false
    }
    let numbers = bytes[index..<(index + 3)].map { Int($0) - 32 }
    index += 3
    if let event = ControlSequence.mouse(numbers) { events.append(event) }
    return true
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Collects up to the end of the paste, over which the bytes may be spread.
  private mutating func decodePaste() -> Bool {
    let end = Self.pasteEnd
    var position = index
    while position < bytes.count {
      if bytes[position] == 0x1B {
        let rest = bytes[position...].prefix(end.count)
        if rest.elementsEqual(end) {
          keepPasted(to: position)
          index = position + end.count
          endPaste()
          return true
        }
        if rest.count < end.count, end.starts(with: rest) { break }
      }
      position += 1
    }
    keepPasted(to: position)
    index = position
    return false
  }

  private mutating func keepPasted(to end: Int) {
    let room = Self.longestPaste - (paste?.count ?? 0)
    paste? += bytes[index..<end].prefix(max(0, room))
  }

  private mutating func endPaste() {
    let text = String(decoding: paste ?? [], as: UTF8.self)
    paste = nil
    if !text.isEmpty { events.append(.paste(text)) }
  }
}
