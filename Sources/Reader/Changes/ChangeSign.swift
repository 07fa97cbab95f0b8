import BriefModel
import Cells

/// What the sign at the edge of a line tells.
enum ChangeSign {
  case added, removed, changed

  var role: Role {
    switch self {
    case .added: .changeAdded
    case .removed: .changeRemoved
    case .changed: .markChanged
    }
  }
}

extension ChangeSign {
  /// The same in words.
  var word: String {
    switch self {
    case .added: "Added"
    case .removed: "Removed"
    case .changed: "Changed"
    }
  }
}

extension Marks {
  /// At the edge of a line.
  func sign(_ sign: ChangeSign) -> String {
    switch sign {
    case .added: "+"
    case .removed: isASCII ? "-" : "−"
    case .changed: isASCII ? "~" : "±"
    }
  }

  /// Around words in a line.
  func brackets(_ kind: ChangeRun.Kind) -> (opening: String, closing: String) {
    switch kind {
    case .kept: ("", "")
    case .added where isLinear: ("[added ", "]")
    case .removed where isLinear: ("[removed ", "]")
    case .added: isASCII ? ("{+", "+}") : ("+", "+")
    case .removed: isASCII ? ("[-", "-]") : ("−", "−")
    }
  }

  var bullet: String { isASCII ? "*" : "•" }
}

extension PartComparison {
  /// Whether all of it is in one of the texts only.
  var isWhole: Bool { state == .added || state == .removed }

  /// At the edge of its lines.
  var sign: ChangeSign? {
    switch state {
    case .same: nil
    case .changed, .moved: .changed
    case .added: .added
    case .removed: .removed
    }
  }

  /// Whether the heading itself says something that was not there; else the text below does.
  var isStop: Bool {
    state != .changed || hasMoved || heading.contains { $0.kind != .kept }
  }
}

extension PassageComparison {
  /// At the edge of its lines.
  var sign: ChangeSign? {
    switch state {
    case .same: nil
    case .changed: .changed
    case .added: .added
    case .removed: .removed
    }
  }

  /// Of its words that stay.
  var role: Role {
    switch shape.kind {
    case .prose, .row: state == .same ? .textDim : .text
    case .heading: .heading
    case .code: .code
    }
  }
}
