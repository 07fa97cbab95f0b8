/// The orders in which outlets and articles can stand at the desk of all sources.
package enum DeskOrder: String, CaseIterable, Sendable {
  /// The most cited first.
  case count
  /// By name, or an article's title, capitals aside.
  case name
  /// Those cited last, or the newest articles, first.
  case newest
}
