import CICU
import CPSL
import CSodium

/// The libraries behind the reading of briefs.
package enum ModelLibraries {
  /// Their names and versions, as far as they tell.
  package static var versions: [String] {
    [
      "ICU \(text(icu_version()))", "libpsl \(text(psl_get_version()))",
      "libsodium \(text(sodium_version_string()))",
    ]
  }

  private static func text(_ version: UnsafePointer<CChar>?) -> String {
    version.map { String(cString: $0) } ?? "unknown"
  }
}
