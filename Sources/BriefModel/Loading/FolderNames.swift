package import Glibc

/// The names of what lies in a folder.
package enum FolderNames {
  /// All of them, without `.` and `..`; none where the folder cannot be looked into.
  package static func all(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = String(decoding: bytes(of: entry), as: UTF8.self)
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// The name of one entry, be it UTF-8 or not.
  package static func bytes(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in Array(bytes.prefix { $0 != 0 }) }
  }
}
