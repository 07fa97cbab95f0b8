/// The sequences that are meant to be sent.
extension OutputGrammar {
  mutating func takeSequence() {
    let start = index
    index += 2
    guard start + 1 < bytes.count else { return fail("an ESC at the end", from: start) }
    switch (bytes[start + 1], sink) {
    case (UInt8(ascii: "["), _): takeControlSequence(from: start)
    case (UInt8(ascii: "]"), .screen): takeCommand(from: start)
    case (UInt8(ascii: "P"), .screen): takeString(from: start)
    case (UInt8(ascii: "("), .screen) where bytes[index...].first == UInt8(ascii: "B"): index += 1
    case (let byte, .screen) where Self.plainEscapes.contains(byte): break
    default: fail("an unknown escape", from: start)
    }
  }

  /// Save and restore the cursor, up at the top of the region, the keypad's two modes.
  private static let plainEscapes = Set("78M=>".utf8)

  // MARK: - CSI

  private mutating func takeControlSequence(from start: Int) {
    let first = index
    while index < bytes.count, (0x30...0x3F).contains(bytes[index]) { index += 1 }
    if bytes[index...].starts(with: Array("$p".utf8)) { index += 1 }
    let parameters = bytes[first..<index]
    guard index < bytes.count, (0x40...0x7E).contains(bytes[index]) else {
      return fail("a CSI that is none", from: start)
    }
    let final = bytes[index]
    index += 1
    if !allows(parameters, final) { fail("an unknown CSI", from: start) }
  }

  private func allows(_ parameters: ArraySlice<UInt8>, _ final: UInt8) -> Bool {
    if final == UInt8(ascii: "m") { return SGRGrammar.allows(parameters) }
    let text = String(decoding: parameters, as: UTF8.self) + String(Unicode.Scalar(final))
    if text == "K" { return true }
    guard sink == .screen else { return false }
    if Self.wholes.contains(text) { return true }
    if parameters.first == UInt8(ascii: "?") {
      let mode = Int(String(decoding: parameters.dropFirst(), as: UTF8.self)) ?? 0
      return Self.modes.contains(mode) && (final == UInt8(ascii: "h") || final == UInt8(ascii: "l"))
    }
    let numbers = parameters.split(separator: 0x3B, omittingEmptySubsequences: false)
    let areNumbers = numbers.allSatisfy { $0.count < 5 && $0.allSatisfy { (0x30...0x39) ~= $0 } }
    return areNumbers && numbers.count <= 2 && Self.finals.contains(final)
  }

  /// The title is put aside and fetched back unread, lines wrap, text does not insert, and a receipt
  /// is asked for (DSR), and whether there are margins at the sides (DECRQM).
  private static let wholes: Set<String> = ["22;0;0t", "23;0;0t", "?7h", "4l", "5n", "?69$p"]
  /// Cursor keys, the cursor and how it blinks, margins, pastes, clicks, frames, the alternate screen.
  private static let modes: Set<Int> = [1, 12, 25, 69, 1000, 1006, 1049, 2004, 2026]
  /// Moves, erasing, inserting, deleting, scrolling, margins.
  private static let finals = Set("ABCDGHJKLMPX@drs".utf8)

  // MARK: - OSC and DCS

  /// A link (OSC 8), ended by ST, or a copy (OSC 52) or the question for the background (OSC 11),
  /// ended by BEL.
  private mutating func takeCommand(from start: Int) {
    let first = index
    while index < bytes.count, (0x20...0x7E).contains(bytes[index]) { index += 1 }
    let text = String(decoding: bytes[first..<index], as: UTF8.self)
    let rest = bytes[index...].prefix(2)
    if rest.first == 0x07 {
      index += 1
      if text != "11;?", !Self.isCopy(text) { fail("an unknown OSC", from: start) }
    } else if rest.elementsEqual([0x1B, 0x5C]) {
      index += 2
      if !Self.isLink(text) { fail("an unknown OSC", from: start) }
    } else {
      fail("an OSC that does not end", from: start)
    }
  }

  private static func isCopy(_ text: String) -> Bool {
    guard text.hasPrefix("52;c;") else { return false }
    let data = text.utf8.dropFirst(5)
    let digits = data.prefix { $0 != UInt8(ascii: "=") }
    let padding = data.dropFirst(digits.count)
    return data.count.isMultiple(of: 4) && padding.count < 3
      && padding.allSatisfy { $0 == UInt8(ascii: "=") } && digits.allSatisfy(base64.contains)
  }

  private static let base64 = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static func isLink(_ text: String) -> Bool {
    if text == "8;;" { return true }
    let parts = text.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "8", parts[1].hasPrefix("id="), parts[1].count < 250 else {
      return false
    }
    let address = parts[2]
    return parts[1].dropFirst(3).allSatisfy(\.isNumber) && address.utf8.count <= 2083
      && (address.hasPrefix("https://") || address.hasPrefix("http://")) && !address.contains(" ")
  }

  /// What is passed on by GNU screen, in pieces of at most 240 bytes.
  private mutating func takeString(from start: Int) {
    let first = index
    while index + 1 < bytes.count, bytes[index] != 0x1B || bytes[index + 1] != 0x5C {
      index += 1
      if index - first > 240 { return fail("a DCS that is too long", from: start) }
    }
    guard index + 1 < bytes.count else { return fail("a DCS that does not end", from: start) }
    passedOn += bytes[first..<index]
    index += 2
  }

  mutating func checkPassedOn() {
    var inner = passedOn[...]
    let opening = Array("\u{1B}]52;c;".utf8)
    while !inner.isEmpty {
      guard inner.starts(with: opening), let end = inner.firstIndex(of: 0x07),
        Self.isCopy(String(decoding: inner[(inner.startIndex + 2)..<end], as: UTF8.self))
      else { return fail("a DCS that is no copy", from: 0) }
      inner = inner[(end + 1)...]
    }
  }
}
