import BriefModel

/// Addresses without encryption.
enum InsecureURL {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    // What has to be replaced as a whole is told by `BadURL` and `RedirectorURL`.
    let insecure = manuscript.addresses.filter {
      !$0.url.isSecure && !$0.url.leadsOn && !$0.url.isSearch
        && BadURL.reason(for: $0, manuscript) == nil
    }
    return manuscript.remarks(on: insecure) {
      "is written with http\($0.more); write https if the site has it"
    } together: { _ in
      "are written with http; write https if the site has it"
    }
  }
}

/// Addresses that say where the reader came from.
enum TrackingURL {
  /// As many parameters are named.
  private static let namedLimit = 4

  static func find(_ manuscript: Manuscript) -> [Remark] {
    let tracking = manuscript.addresses.filter { !$0.url.trackingParameters.isEmpty }
    return manuscript.remarks(on: tracking) { address in
      let names = Count.list(address.url.trackingParameters, limit: namedLimit)
      return "tells its host where readers come from\(address.more); remove \(names)"
    } together: { addresses in
      var seen: Set<String> = []
      let all = addresses.flatMap(\.url.trackingParameters).filter { seen.insert($0).inserted }
      let names = Count.list(all, limit: namedLimit)
      return "say where readers come from; remove \(names)"
    }
  }
}

/// Addresses with a name before the host, which looks like a host to a hasty reader.
enum UserInfoURL {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    manuscript.addresses.filter { !$0.url.userInfo.isEmpty }.map { address in
      Remark(
        address.range,
        "\(address.url.shown) has a user name before its host, \(address.url.host)\(address.more); "
          + "remove everything before the @")
    }
  }
}

/// Addresses that lead on, and searches.
enum RedirectorURL {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    let searches = manuscript.addresses.filter { $0.url.isSearch }
    let leading = manuscript.addresses.filter {
      !$0.url.isSearch && $0.url.leadsOn
    }
    return manuscript.remarks(on: searches) {
      "is a search and no source\($0.more); write the address of what it found"
    } together: { _ in
      "are searches and no sources; write the addresses of what they found"
    }
      + manuscript.remarks(on: leading) {
        "only leads on to the source\($0.more); write the address at which it ends"
      } together: { _ in
        "only lead on to the sources; write the addresses at which they end"
      }
  }
}
