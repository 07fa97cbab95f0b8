import BriefModel
import Glibc

/// By what way changes in a folder of the library are seen, where a program follows it.
enum FolderWay: Equatable {
  case inotify
  /// It has to be looked at, as others may write on a file system of this type.
  case looking(type: String)
  case missing(String)

  init(_ path: String, _ mounts: MountTable) {
    var status = stat()
    if stat(path, &status) != 0 {
      self = .missing(String(cString: strerror(errno)))
    } else {
      self = mounts.remoteType(ofDevice: UInt64(status.st_dev)).map(Self.looking) ?? .inotify
    }
  }

  /// The way in words.
  var words: String {
    let seconds = FolderChanges.pause / 1000
    return switch self {
    case .inotify: "by inotify"
    case .looking(let type): "by inotify and every \(seconds) s, as it is on \(type)"
    case .missing(let reason): "every \(seconds) s, until it is there (\(reason))"
    }
  }
}
