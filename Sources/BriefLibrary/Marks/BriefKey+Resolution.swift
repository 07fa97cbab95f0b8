import BriefModel

extension BriefKey {
  /// The same with the paths under which the library knows the files.
  var resolved: BriefKey {
    var key = self
    key.path = path.map(AbsolutePath.of)
    key.otherPaths = otherPaths.map(AbsolutePath.of)
    return key
  }
}
