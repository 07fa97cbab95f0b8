/// The parameters of an address that tell the publisher where the reader came from.
enum TrackingParameters {
  private static let prefixes: [StaticString] = ["utm_", "mtm_", "at_", "pk_"]

  private static let names: [StaticString] = [
    "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid",
    "igshid", "mc_cid", "mc_eid", "smid", "smtyp", "cmp", "cmpid", "taid", "xtor", "sref", "srnd",
    "mod", "ref_src", "ref_url", "_ga", "_gl", "guccounter", "guce_referrer", "guce_referrer_sig",
    "gad_source", "gad_campaignid", "srsltid", "igsh", "ttclid", "li_fat_id", "mkt_tok", "_hsenc",
    "_hsmi", "vero_id", "wt_mc", "ocid", "ncid", "maca", "__twitter_impression",
  ]

  /// Whether `name=value` is one of them, in any case.
  static func contains(_ parameter: Bytes) -> Bool {
    let nameEnd = parameter.firstIndex(of: 0x3D, from: 0) ?? parameter.count
    let name = parameter.slice(0..<nameEnd)
    return prefixes.contains { starts(name, with: $0) }
      || names.contains { $0.utf8CodeUnitCount == name.count && starts(name, with: $0) }
  }

  private static func starts(_ name: Bytes, with word: StaticString) -> Bool {
    guard name.count >= word.utf8CodeUnitCount else { return false }
    for index in 0..<word.utf8CodeUnitCount where name[index].lowered != word.utf8Start[index] {
      return false
    }
    return true
  }
}
