import BriefModel

/// Sections that rest on one outlet.
enum SingleOutletSection {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let brief = manuscript.brief
    return brief.sections.compactMap { section in
      guard section.kind == .body else { return nil }
      let sources = Set(brief.citations[section.citations].compactMap(\.source))
      let outlets = Set(sources.map { publisher(of: brief.sources[$0]) })
      guard outlets.count == 1, let source = sources.min() else { return nil }
      let what = sources.count == 1 ? "one source" : "\(sources.count) sources"
      return Remark(
        manuscript.headingRange(of: section),
        "“\(section.title)” rests on \(what) of one outlet, \(brief.sources[source].outlet); "
          + "add a second outlet if there is one")
    }
  }

  /// What two sources of one publisher have in common.
  private static func publisher(of source: Source) -> String {
    guard Platforms.contains(source.url) else { return source.outlet }
    return source.url.domain + "/" + (source.url.path.split(separator: "/").first ?? "")
  }
}

/// Hosts on which anybody may publish: who it is tells the first part of the path, or the host.
enum Platforms {
  static func contains(_ url: SourceURL) -> Bool { domains.contains(url.domain) }

  private static let domains: Set<String> = [
    "bilibili.com", "bsky.app", "facebook.com", "github.com", "gitlab.com", "huggingface.co",
    "instagram.com", "linkedin.com", "medium.com", "reddit.com", "t.me", "threads.net",
    "tiktok.com", "twitter.com", "weibo.com", "x.com", "youtube.com", "zhihu.com",
  ]
}
