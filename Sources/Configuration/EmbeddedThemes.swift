/// The themes in the program, from the files in `Themes`.
enum EmbeddedThemes {
  static let all: [(name: String, bytes: [UInt8])] = [
    ("broadsheet-dark", PackageResources.broadsheet_dark_toml),
    ("broadsheet-light", PackageResources.broadsheet_light_toml),
    ("catppuccin-latte", PackageResources.catppuccin_latte_toml),
    ("gruvbox", PackageResources.gruvbox_toml),
    ("high-contrast", PackageResources.high_contrast_toml),
    ("mono", PackageResources.mono_toml),
    ("nord", PackageResources.nord_toml),
    ("okabe-ito", PackageResources.okabe_ito_toml),
    ("solarized-dark", PackageResources.solarized_dark_toml),
    ("solarized-light", PackageResources.solarized_light_toml),
  ]
}
