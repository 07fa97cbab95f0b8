/// Reading what a program wrote (ECMA-48, and what xterm adds).
extension Screen {
  /// Takes bytes; what is not whole waits for the rest.
  package mutating func feed(_ bytes: [UInt8]) {
    pending += bytes
    var index = 0
    while index < pending.count, let length = take(pending[index...]) { index += length }
    pending.removeFirst(index)
  }

  /// Takes what stands first and returns its length; nil where it is not whole.
  private mutating func take(_ bytes: ArraySlice<UInt8>) -> Int? {
    let first = bytes[bytes.startIndex]
    if first == 0x1B { return takeEscape(bytes) }
    if first < 0x20 || first == 0x7F {
      control(first)
      return 1
    }
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard bytes.count >= length else { return nil }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    for scalar in text.unicodeScalars { put(scalar) }
    return length
  }

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: move(row: row, column: column - 1)
    case 0x09: move(row: row, column: (column / 8 + 1) * 8)
    case 0x0A: lineFeed()
    case 0x0D: move(row: row, column: 0)
    case 0x00, 0x07, 0x0E, 0x0F, 0x18: break
    default: unknown.append("control \(byte)")
    }
  }

  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count > 1 else { return nil }
    let start = bytes.startIndex
    switch bytes[start + 1] {
    case UInt8(ascii: "["):
      guard let final = bytes[(start + 2)...].firstIndex(where: { (0x40...0x7E).contains($0) })
      else { return nil }
      control(String(decoding: bytes[(start + 2)..<final], as: UTF8.self), bytes[final])
      return final - start + 1
    case UInt8(ascii: "]"): return takeString(bytes) { $0.command($1) }
    case UInt8(ascii: "P"): return takeString(bytes) { $0.passedOn.append($1) }
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count > 2 ? 3 : nil
    case let byte:
      escape(byte)
      return 2
    }
  }

  /// A string up to BEL or ST; a BEL within a DCS belongs to it.
  private mutating func takeString(
    _ bytes: ArraySlice<UInt8>, then act: (inout Screen, String) -> Void
  ) -> Int? {
    let start = bytes.startIndex + 2
    let isCommand = bytes[start - 1] == UInt8(ascii: "]")
    for index in start..<bytes.endIndex {
      let isBell = isCommand && bytes[index] == 0x07
      let isEnd = bytes[index] == 0x5C && bytes[index - 1] == 0x1B && index > start
      guard isBell || isEnd else { continue }
      act(&self, String(decoding: bytes[start..<(isBell ? index : index - 1)], as: UTF8.self))
      return index - bytes.startIndex + 1
    }
    return nil
  }

  private mutating func command(_ text: String) {
    let parts = text.split(separator: ";", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0] == "8" else {
      commands.append(text)
      return
    }
    look.link = parts[2].isEmpty ? nil : String(parts[2])
    look.linkID = parts[1].isEmpty ? nil : String(parts[1])
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "7"):
      saved = (row, column)
      savedLook = look
    case UInt8(ascii: "8"):
      move(row: saved.row, column: saved.column)
      let link = (look.link, look.linkID)
      look = savedLook
      (look.link, look.linkID) = link
    case UInt8(ascii: "D"): lineFeed()
    case UInt8(ascii: "M"): reverseLineFeed()
    case UInt8(ascii: "E"):
      column = 0
      lineFeed()
    case UInt8(ascii: "="), UInt8(ascii: ">"), UInt8(ascii: "\\"): break
    default: unknown.append("ESC \(Character(Unicode.Scalar(byte)))")
    }
  }

  private mutating func control(_ parameters: String, _ final: UInt8) {
    let name = Character(Unicode.Scalar(final))
    if parameters.hasPrefix("?") {
      guard name == "h" || name == "l" else {
        if name == "p", let mode = Int(parameters.dropFirst().dropLast()) {
          return questions.append(mode)
        }
        if name != "c" { unknown.append("CSI \(parameters)\(name)") }
        return
      }
      for mode in parameters.dropFirst().split(separator: ";") {
        set(mode: Int(mode) ?? 0, name == "h")
      }
      return
    }
    let numbers = parameters.split(separator: ";", omittingEmptySubsequences: false).map {
      Int($0) ?? 0
    }
    if name == "m" { return render(numbers.isEmpty ? [0] : numbers) }
    if moves(name, numbers) || edits(name, numbers) { return }
    // Nobody answers the question for a receipt: over some lines no terminal does.
    if name == "n", parameters == "5" { return }
    if !["h", "l", "t", "g"].contains(name) { unknown.append("CSI \(parameters)\(name)") }
  }

  private mutating func moves(_ name: Character, _ numbers: [Int]) -> Bool {
    let first = max(1, numbers.first ?? 1)
    let second = max(1, numbers.count > 1 ? numbers[1] : 1)
    switch name {
    case "A": move(row: row - first, column: column)
    case "B", "e": move(row: row + first, column: column)
    case "C", "a": move(row: row, column: column + first)
    case "D": move(row: row, column: column - first)
    case "E": move(row: row + first, column: 0)
    case "F": move(row: row - first, column: 0)
    case "G", "`": move(row: row, column: first - 1)
    case "d": move(row: first - 1, column: column)
    case "H", "f": move(row: first - 1, column: second - 1)
    case "r":
      top = first - 1
      bottom = min(rows, numbers.count > 1 && numbers[1] > 0 ? numbers[1] : rows) - 1
      move(row: 0, column: 0)
    case "s" where modes.contains(69) && numbers.count == 2:
      margins = min(first, columns) - 1..<min(max(first, second), columns)
      move(row: 0, column: 0)
    default: return false
    }
    return true
  }

  private mutating func edits(_ name: Character, _ numbers: [Int]) -> Bool {
    let count = max(1, numbers.first ?? 1)
    switch name {
    case "J": eraseDisplay(numbers.first ?? 0)
    case "K": eraseLine(numbers.first ?? 0)
    case "L": scroll(down: count, from: row)
    case "M": scroll(up: count, from: row)
    case "S": scroll(up: count, from: top)
    case "T": scroll(down: count, from: top)
    case "@": insertBlanks(count)
    case "P": deleteCells(count)
    case "X": erase(row: row, columns: column..<(column + count))
    case "b":
      let last = column > 0 ? cells[row][column - 1].text.unicodeScalars.first : nil
      for _ in 0..<count { if let last { put(last) } }
    default: return false
    }
    return true
  }

  private mutating func render(_ numbers: [Int]) {
    var index = 0
    while index < numbers.count {
      let number = numbers[index]
      var length = 1
      if number == 38 || number == 48, index + 1 < numbers.count {
        length = numbers[index + 1] == 2 ? 5 : 3
      }
      let end = min(numbers.count, index + length)
      let parameters = numbers[index..<end].map(String.init).joined(separator: ";")
      switch number {
      case 0:
        let link = (look.link, look.linkID)
        look = ScreenLook()
        (look.link, look.linkID) = link
      case 1...9: look.attributes.insert(number)
      case 22: look.attributes.subtract([1, 2])
      case 23...29: look.attributes.remove(number - 20)
      case 30...38, 90...97: look.foreground = parameters
      case 39: look.foreground = nil
      case 40...48, 100...107: look.background = parameters
      case 49: look.background = nil
      case 10, 11: break
      default: unknown.append("SGR \(number)")
      }
      index = end
    }
  }
}
