/// A file that lies elsewhere than it did, with another text.
struct FileMove {
  /// Absolute, without links.
  var from: String
  var to: String
}
