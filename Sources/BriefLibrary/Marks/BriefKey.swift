package import BriefModel

/// By what the library finds a brief: where it lies and what it holds.
package struct BriefKey: Hashable, Sendable {
  /// A path as given, or `-` for standard input.
  package var path: String
  /// Of the file's whole content.
  package var fingerprint: Fingerprint

  package init(path: String, fingerprint: Fingerprint) {
    self.path = path
    self.fingerprint = fingerprint
  }

  /// The same with the path under which the library knows the file.
  var resolved: BriefKey {
    path == "-" ? self : BriefKey(path: AbsolutePath.of(path), fingerprint: fingerprint)
  }
}
