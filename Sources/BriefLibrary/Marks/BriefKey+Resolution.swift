import BriefModel

extension BriefKey {
  /// The same with the path under which the library knows the file.
  var resolved: BriefKey {
    path == "-"
      ? self : BriefKey(path: AbsolutePath.of(path), fingerprint: fingerprint, parts: parts)
  }
}
