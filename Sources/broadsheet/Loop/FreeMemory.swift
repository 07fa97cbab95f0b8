import CProcess

/// Memory that a piece of work in the background has left free.
enum FreeMemory {
  /// Gives it back to the system: looking through the folders of a large library, or listing it
  /// all, takes some megabytes for a moment, which the C library would keep for the next time.
  static func giveBack() { _ = malloc_trim(0) }
}
