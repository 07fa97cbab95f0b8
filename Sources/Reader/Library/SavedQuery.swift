/// A query that is kept under a name.
package struct SavedQuery: Sendable, Equatable {
  package var name: String
  package var query: String

  package init(name: String, query: String) {
    self.name = name
    self.query = query
  }

  /// The query that finds the same by the name.
  var reference: String {
    let isWord = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    return isWord ? "in:\(name)" : "in:\"\(name)\""
  }
}
