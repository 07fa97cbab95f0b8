package import BriefModel

extension TextOrigin {
  /// Reads the brief; one whose file has just gone from the text that a library or a published index
  /// kept, and one whose file has just come back from that.
  package func read(
    library: Library?, index: BriefIndex? = nil, within bounds: ReadBounds? = nil,
    today: CalendarDate
  ) throws(BriefError) -> Brief {
    switch self {
    case .file(let path):
      do throws(BriefError) {
        return try BriefLoader.load(path: path, within: bounds, today: today)
      } catch {
        guard error.reason == .missing, let kept = kept(library, index, today: today) else {
          throw error
        }
        return kept
      }
    case .archive(let fingerprint, let path):
      if let kept = kept(library, index, today: today) { return kept }
      let brief = try BriefLoader.load(path: path, within: bounds, today: today)
      guard brief.fingerprint == fingerprint else { throw BriefError(path: path, .missing) }
      return brief
    }
  }

  private func kept(_ library: Library?, _ index: BriefIndex?, today: CalendarDate) -> Brief? {
    let text: DeflatedText? =
      switch self {
      case .file(let path):
        (try? library?.archivedText(at: path)) ?? (try? index?.archivedText(at: path))
      case .archive(let fingerprint, _):
        (try? library?.archivedText(of: fingerprint)) ?? (try? index?.archivedText(of: fingerprint))
      }
    return text?.brief(at: path, today: today)
  }
}
