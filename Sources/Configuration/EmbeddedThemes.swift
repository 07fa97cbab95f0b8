/// The themes in the program, from the files in `Themes`.
enum EmbeddedThemes {
  static let all: [(name: String, bytes: [UInt8])] = [
    ("broadsheet-dark", PackageResources.broadsheet_dark_toml),
    ("broadsheet-light", PackageResources.broadsheet_light_toml),
    ("mono", PackageResources.mono_toml),
  ]
}
