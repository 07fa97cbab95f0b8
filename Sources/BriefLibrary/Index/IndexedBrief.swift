import BriefModel

/// What the index keeps of a brief; made of it beside the database.
struct IndexedBrief: Sendable {
  /// A source that the brief cites or lists.
  struct Use: Sendable {
    /// Of the canonical URL.
    var key: Int64
    var url: String
    var host: PublishingHost
    /// What the brief calls the outlet.
    var outlet: String
    var title: String?
    var day: Int
    var citations: Int
  }

  var fingerprint: Fingerprint
  var summary: BriefSummary
  var headings: String
  var body: String
  var uses: [Use]
  /// Its text, where it is to be kept for the day when its file is gone.
  var text: DeflatedText?

  init(_ brief: Brief, text: [UInt8]? = nil) {
    self.text = text.flatMap(DeflatedText.init)
    fingerprint = brief.fingerprint
    summary = BriefSummary(brief)
    headings = brief.sections.map(\.title).joined(separator: "\n")
    body = ([brief.lede.plainText] + brief.sections.map(\.blocks.plainText))
      .joined(separator: "\n\n")
    uses = brief.sources.map { source in
      Use(
        key: Self.key(of: source.url), url: source.url.ascii, host: PublishingHost(source.url),
        outlet: source.outlet, title: source.title, day: source.date?.code ?? 0,
        citations: source.citations.count)
    }
  }

  /// 64 bits of the fingerprint of a canonical URL.
  static func key(of url: SourceURL) -> Int64 {
    let bytes = Fingerprint(of: url.canonical.utf8).bytes.prefix(8)
    return Int64(bitPattern: bytes.reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
  }
}
