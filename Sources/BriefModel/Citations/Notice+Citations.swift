extension Notice {
  /// Told where the marks of a brief would be too many citations.
  static let citesFirstAddresses = Notice(
    "Each number and footnote cites only the first address of its entry, as all addresses would be more than \(ResolvedUses.companionLimit) further citations."
  )
}
