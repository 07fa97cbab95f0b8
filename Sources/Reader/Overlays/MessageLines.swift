import Cells

/// A line of the messages overlay.
struct MessageLine: Equatable {
  var text: String
  var isFailure: Bool
}

extension State {
  /// The messages of this run, the oldest first, each in as many lines as it needs.
  var messageLines: [MessageLine] {
    messages.flatMap { note in
      folded(note.text, to: columns - (options.isLinear ? 1 : 6)).enumerated().map {
        let indent = $0 == 0 || options.isLinear ? "" : "  "
        return MessageLine(text: indent + $1, isFailure: note.isFailure)
      }
    }
  }

  /// Text in lines of so many columns at most.
  func folded(_ text: String, to width: Int) -> [String] {
    var flow = TextFlow()
    flow.append(text, role: .overlay)
    return TextWrapping(breaking: LineBreaking()).pieces(of: flow, width: width).map {
      String(decoding: flow.bytes[$0.start..<$0.end], as: UTF8.self)
    }
  }
}
