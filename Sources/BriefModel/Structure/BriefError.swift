/// Why a brief could not be read; the program exits with `exitStatus`.
package struct BriefError: Error, Equatable, Sendable, CustomStringConvertible {
  /// What is wrong with it; strings are the words for it in messages.
  package enum Reason: Equatable, Sendable {
    case missing
    case unreadable(String)
    case isFolder
    /// A file or a folder whose path, in these bytes, is not UTF-8.
    case misnamed([UInt8])
    /// A folder so many folders below the one that was given.
    case tooDeep(limit: Int)
    case outside
    case noBriefs
    case empty
    case binary(String)
    case tooLarge(bytes: Int, limit: Int)
  }

  package var path: String
  package var reason: Reason

  package init(path: String, _ reason: Reason) {
    self.path = path
    self.reason = reason
  }
}

extension BriefError {
  /// One line: what failed, where, and what to do.
  package var description: String {
    let shown = Sanitizer.line(path)
    return switch reason {
    case .misnamed: "\(shown): cannot be opened, as its name is not UTF-8; rename it"
    case .missing where path.unicodeScalars.contains("\u{FFFD}"):
      "\(shown): cannot be opened, as its name is not UTF-8; rename it"
    case .missing: "\(shown): no such file or folder; check the path"
    case .unreadable(let why): "\(shown): cannot be read (\(why)); check its permissions"
    case .isFolder: "\(shown): is a folder; name a file in it"
    case .tooDeep(let limit):
      "\(shown): is not looked into, as it lies more than \(limit) folders deep; name it by itself"
    case .outside: "\(shown): lies outside of the folders that may be read here"
    case .noBriefs: "\(shown): no briefs in this folder; expected \(BriefFiles.patterns) files"
    case .empty: "\(shown): is empty; nothing to read"
    case .binary(let kind): "\(shown): is not text (\(kind)); name a Markdown file"
    case .tooLarge(let bytes, let limit):
      "\(shown): has \(bytes) bytes, over the limit of \(limit); split it"
    }
  }

  /// As in sysexits.h: 65 for data that is no brief, 66 for a file that is missing or unreadable.
  package var exitStatus: Int32 {
    switch reason {
    case .missing, .unreadable, .isFolder, .misnamed, .tooDeep, .outside, .noBriefs: 66
    case .empty, .binary, .tooLarge: 65
    }
  }
}
