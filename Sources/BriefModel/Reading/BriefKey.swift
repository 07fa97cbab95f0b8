/// By what the library finds a brief: where it lies and what it holds.
package struct BriefKey: Sendable, Equatable {
  /// A path as given; nil for what is known by its content alone, as it lies nowhere: standard
  /// input, and a brief whose files are gone.
  package var path: String?
  /// Where else the same content lies, as far as that is known.
  package var otherPaths: [String] = []
  /// Of the file's whole content.
  package var fingerprint: Fingerprint
  /// The parts of the content, so that marks follow sections which others were put before; empty
  /// where they are not known.
  package var parts: [BriefSummary.Part]
  /// The lede beside them.
  package var lede: BriefSummary.Part?

  package init(path: String, fingerprint: Fingerprint, parts: [BriefSummary.Part] = []) {
    self.init(.file(path), fingerprint: fingerprint, parts: parts)
  }

  /// By all that is known of a brief.
  package init(_ origin: TextOrigin, fingerprint: Fingerprint, _ summary: BriefSummary) {
    self.init(origin, fingerprint: fingerprint, parts: summary.parts)
    lede = summary.lede
  }

  package init(_ origin: TextOrigin, fingerprint: Fingerprint, parts: [BriefSummary.Part] = []) {
    switch origin {
    case .file("-"), .archive: path = nil
    case .file(let path): self.path = path
    }
    self.fingerprint = fingerprint
    self.parts = parts
  }
}
