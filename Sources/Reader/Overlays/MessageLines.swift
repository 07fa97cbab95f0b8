import Cells

/// A line of the messages overlay.
struct MessageLine: Equatable {
  var text: String
  var isFailure: Bool
}

extension State {
  /// The messages of this run, the oldest first, each in as many lines as it needs.
  var messageLines: [MessageLine] {
    let wrapping = TextWrapping(breaking: LineBreaking())
    return messages.flatMap { note -> [MessageLine] in
      var flow = TextFlow()
      flow.append(note.text, role: .overlay)
      return wrapping.pieces(of: flow, width: columns - 6).enumerated().map { index, piece in
        let text = String(decoding: flow.bytes[piece.start..<piece.end], as: UTF8.self)
        return MessageLine(text: (index == 0 ? "" : "  ") + text, isFailure: note.isFailure)
      }
    }
  }
}
