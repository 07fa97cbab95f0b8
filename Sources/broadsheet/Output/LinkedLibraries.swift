import BriefLibrary
import BriefModel
import Terminal

/// The C libraries that the program runs with, for `--version` and `doctor`.
enum LinkedLibraries {
  /// Their names and versions, as they tell them.
  static var text: String {
    (ScreenLibraries.versions + ModelLibraries.versions + StoreLibraries.versions)
      .joined(separator: ", ")
  }
}
