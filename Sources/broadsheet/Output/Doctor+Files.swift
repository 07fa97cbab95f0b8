import BriefLibrary
import BriefModel
import Glibc
import Reader

/// What there is of files and libraries.
extension Doctor {
  var library: String {
    let path = setup.libraryFile
    return path == nil ? "none: neither HOME nor XDG_STATE_HOME is set" : presence(of: path)
  }

  /// The index that another process publishes, where the settings name one.
  var published: [(String, String)] {
    guard let path = setup.publishedIndex else { return [] }
    guard access(path, R_OK) == 0 else { return [("published", presence(of: path))] }
    do throws(LibraryError) {
      let file = try PublishedFile(at: path)
      return [("published", "\(path), \(Self.words(for: file, now: time(nil)))")]
    } catch {
      return [("published", error.description)]
    }
  }

  /// How old a published index is, and whether this version reads it.
  static func words(for file: PublishedFile, now: Int) -> String {
    let written = "written \(age(now - file.writtenAt)) ago"
    guard let briefs = file.briefs else {
      return "\(written) by another version (\(file.tables)), which this one "
        + "(\(PublishedFile.knownTables)) cannot read; broadsheet index --publish makes it anew"
    }
    return "\(written), \(Count.of(briefs, "brief")), of this version (\(file.tables))"
  }

  /// Seconds in the largest unit of which there are two.
  static func age(_ seconds: Int) -> String {
    let units = [("day", 86400), ("hour", 3600), ("minute", 60)]
    for (name, length) in units where seconds >= 2 * length {
      return Count.of(seconds / length, name)
    }
    return Count.of(max(0, seconds), "second")
  }

  /// The folders of the library, and how changes in them are seen.
  var folders: [(String, String)] {
    guard let path = setup.libraryFile else { return [] }
    let mounts = MountTable.current()
    do throws(LibraryError) {
      return setup.withNamed(try Library.folders(at: path)).map { folder in
        ("folder", "\(folder), followed \(FolderWay(folder, mounts).words)")
      }
    } catch {
      return [("folder", error.description)]
    }
  }

  /// How much of the kiosk's confinement the system takes part in.
  var kiosk: String {
    KioskFiles.isEnforceable
      ? "files are confined by the system (Landlock), too"
      : "files are confined by the program alone, as this system has no Landlock"
  }

  func presence(of path: String?) -> String {
    guard let path else { return "none: HOME is not set" }
    let state =
      access(path, R_OK) == 0 ? "" : errno == ENOENT ? " (not there yet)" : " (cannot be read)"
    return Sanitizer.line(path) + state
  }
}
