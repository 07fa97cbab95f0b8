package import BriefModel

extension TextOrigin {
  /// Reads the brief; one whose file has just gone from the text that a library kept, and one whose
  /// file has just come back from that.
  package func read(
    library: Library?, within bounds: ReadBounds? = nil, today: CalendarDate
  ) throws(BriefError) -> Brief {
    switch self {
    case .file(let path):
      do throws(BriefError) {
        return try BriefLoader.load(path: path, within: bounds, today: today)
      } catch {
        guard error.reason == .missing,
          let kept = library?.archivedBrief(at: path, today: today)
        else { throw error }
        return kept
      }
    case .archive(let fingerprint, let path):
      if let kept = library?.archivedBrief(holding: fingerprint, at: path, today: today) {
        return kept
      }
      let brief = try BriefLoader.load(path: path, within: bounds, today: today)
      guard brief.fingerprint == fingerprint else { throw BriefError(path: path, .missing) }
      return brief
    }
  }
}
