import BriefModel

/// Addresses without encryption.
enum InsecureURL {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    manuscript.addresses.filter { !$0.url.isSecure }.map { address in
      Remark(
        address.range,
        "\(address.url.shown) is written with http\(address.more); "
          + "write https if the site has it")
    }
  }
}

/// Addresses that say where the reader came from.
enum TrackingURL {
  static func find(_ manuscript: Manuscript) -> [Remark] {
    manuscript.addresses.compactMap { address in
      let names = address.url.trackingParameters
      guard !names.isEmpty else { return nil }
      let shown = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
      return Remark(
        address.range,
        "\(address.url.shown) tells its host where readers come from\(address.more); "
          + "remove \(shown)")
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
    manuscript.addresses.compactMap { address in
      let isSearch = Redirectors.isSearch(address.url)
      guard isSearch || Redirectors.contains(address.url) else { return nil }
      let what =
        isSearch
        ? "is a search and no source\(address.more); write the address of what it found"
        : "only leads on to the source\(address.more); write the address at which it ends"
      return Remark(address.range, "\(address.url.shown) \(what)")
    }
  }
}
