/// A web address that has passed the one checker: `http` or `https`, with a host, and without
/// control characters, spaces, bidi controls or backslashes.
///
/// Nothing else is ever opened, copied as a link or sent to the terminal as one.
package struct SourceURL: Sendable {
  /// Shared by all copies: a citation, its source and its entries hold one address.
  private let forms: Forms

  /// Pure printable ASCII: percent-encoded, the host in its ASCII form. What is opened, copied and
  /// sent in OSC 8.
  package var ascii: String { forms.ascii }
  /// As written in the brief, invisible characters shown as `<U+202E>`; for showing.
  package var display: String { forms.display }
  /// The identity of the source: scheme, `www.`, tracking parameters and the like taken away.
  package var canonical: String { forms.canonical }
  /// Lower case, in its Unicode form, without `www.`, `m.`, `amp.` or `edition.`; for showing.
  package var host: String { forms.host.shown }
  /// The host as it is sent: ASCII, lower case, `www.` included, without the port.
  package var asciiHost: String { forms.host.ascii }
  /// The registrable domain of the host by the Public Suffix List, or the host where there is none.
  package var domain: String { forms.host.domain }
  /// The outlet at the host in the table.
  var listedOutlet: OutletTable.Row? { forms.host.outlet }
  /// Whether some addresses at the host lead on to others, or search.
  var mayLeadOn: Bool { forms.host.mayLeadOn }

  init(ascii: String, display: String, canonical: String, host: Host) {
    forms = Forms(ascii: ascii, display: display, canonical: canonical, host: host)
  }

  private final class Forms: Sendable {
    let ascii: String
    let display: String
    let canonical: String
    let host: Host

    init(ascii: String, display: String, canonical: String, host: Host) {
      self.ascii = ascii
      self.display = display
      self.canonical = canonical
      self.host = host
    }
  }
}

extension SourceURL: Hashable {
  /// Whether two addresses are written alike; all other forms follow from that.
  package static func == (a: SourceURL, b: SourceURL) -> Bool {
    a.forms === b.forms || a.ascii == b.ascii && a.display == b.display
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(ascii) }
}
