/// The file from which a text has been written, maybe in several passes, and where its places stand
/// there.
struct WrittenPasses {
  private let file: [UInt8]
  private var passes: [PatchedText] = []

  /// Of a file as it is.
  init(_ file: [UInt8]) {
    self.file = file
  }

  /// With one more pass.
  func adding(_ pass: PatchedText) -> WrittenPasses {
    var all = self
    all.passes.append(pass)
    return all
  }

  /// Tells the place in the file from which an offset of the text comes.
  var places: (_ offset: Int) -> WritingNotice.Place {
    let index = file.withUnsafeBufferPointer { LineIndex($0) }
    return { offset in
      let origin = passes.reversed().reduce(offset) { $1.offset(before: $1.origin(after: $0)) }
      let position = index.position(of: origin)
      return WritingNotice.Place(line: position.line, column: position.column)
    }
  }
}
