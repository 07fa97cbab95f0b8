import BriefModel

extension BriefKey {
  /// The same with the path under which the library knows the file.
  var resolved: BriefKey {
    var key = self
    key.path = path.map(AbsolutePath.of)
    return key
  }
}
