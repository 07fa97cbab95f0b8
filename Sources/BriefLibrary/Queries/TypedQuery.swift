package import BriefModel

/// A query that is still being typed: what it finds so far, and what is kept of it.
package struct TypedQuery {
  /// What the line says: the last word stands for all that begin so, what is open counts as closed
  /// at the end, and a last term that has not been typed to its end is left out.
  package let query: Query
  /// The line that finds the same as a whole query, with a `*` where the last word stands for all
  /// that begin so; nil where there is none before more is typed.
  package let kept: String?

  /// Throws what cannot become right by typing on.
  package init(
    _ text: String, today: CalendarDate, saved: SavedQueries = SavedQueries()
  ) throws(QueryError) {
    let query = try Query(typed: text, today: today, saved: saved)
    self.query = query
    kept = [text, text + "*"].first { line in
      (try? Query(line, today: today, saved: saved)) == query
    }
  }
}
