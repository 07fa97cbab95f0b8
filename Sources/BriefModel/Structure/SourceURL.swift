/// A web address that has passed the one checker: `http` or `https`, with a host, and without
/// control characters, spaces, bidi controls or backslashes.
///
/// Nothing else is ever opened, copied as a link or sent to the terminal as one.
package struct SourceURL: Hashable, Sendable {
  /// Pure printable ASCII: percent-encoded, the host in its ASCII form. What is opened, copied and
  /// sent in OSC 8.
  package let ascii: String
  /// As written in the brief, invisible characters shown as `<U+202E>`; for showing.
  package let display: String
  /// The identity of the source: scheme, `www.`, tracking parameters and the like taken away.
  package let canonical: String
  /// Lower case, in its Unicode form, without `www.`, `m.`, `amp.` or `edition.`; for showing.
  package let host: String
  /// The registrable domain of the host by the Public Suffix List, or the host where there is none.
  package let domain: String
}
