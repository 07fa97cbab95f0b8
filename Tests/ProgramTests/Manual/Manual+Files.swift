import BriefLibrary
import Configuration

@testable import broadsheet

extension Manual {
  /// The files that the program reads and writes, and what comes with it.
  var files: [String] {
    (reading + library + delivered).flatMap { path, text in
      [".TP", ".I " + Roff.escaped(path)] + Roff.prose(text)
    }
  }

  private var places: Configuration.Environment { Configuration.Environment(["HOME": "~"]) }
  private var state: String { places.stateFolder ?? "" }

  private var reading: [(String, String)] {
    let kiosk = Kiosk()
    return [
      (places.configurationFile ?? "", "The settings."),
      ((places.themesFolder ?? "") + "/*.toml", "Themes of your own."),
      (kiosk.settingsFile, "The settings of the kiosk, where --config names no others."),
      (kiosk.themesFolder + "/*.toml", "The themes of the kiosk, beside its settings."),
    ]
  }

  private var library: [(String, String)] {
    let file = places.libraryFile ?? ""
    let name = file.split(separator: "/").last ?? ""
    return [
      (file, "The library: read marks, stars and the place in each brief."),
      ("\(state)/readers/NAME/\(name)", "The library of the reader whom --reader names."),
      (file + ".backup-DATE", "Its daily copies, of which three are kept."),
      (
        file + ".damaged-DATE",
        "A library that was damaged, moved aside when a copy took its place."
      ),
      (
        file + ".suspect",
        "Says that damage was met, so that the next to open the library restores it."
      ),
      (file + ".version-N", "The library as an earlier version of the program wrote it."),
      ("\(state)/\(BriefIndex.fileName)", "The index of the library, which can be made again."),
      ("\(state)/backgrounds", "What terminals said of their backgrounds, for the theme auto."),
    ]
  }

  private var delivered: [(String, String)] {
    [
      (
        "PREFIX/share/systemd/user/broadsheet-index.service",
        "Keeps your index up to date: systemctl --user enable --now broadsheet-index."
      ),
      (
        "PREFIX/share/doc/broadsheet/broadsheet-publish.service",
        "Publishes an index for many readers; ssh.md beside it says how."
      ),
    ]
  }
}
