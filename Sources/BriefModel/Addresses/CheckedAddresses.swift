/// Web addresses that were checked: each way of writing one once, as a source is often cited many
/// times, and each host once. A text that is read again with other marks has the same ones.
final class CheckedAddresses {
  /// By the text; only of ASCII, as other texts that are equal may be written in several ways.
  private var checked: [String: SourceURL] = [:]
  private var hosts: [String: Host] = [:]

  /// An address, checked; nil for one that is refused.
  func url(_ bytes: Bytes) -> SourceURL? {
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return SourceURL(bytes: bytes) }
    let text = bytes.text
    if let known = checked[text] { return known }
    let url = SourceURL(bytes: bytes) { host($0) }
    if let url { checked[url.display] = url }
    return url
  }

  private func host(_ bytes: Bytes) -> Host? {
    let text = bytes.text
    if let known = hosts[text] { return known }
    let host = Host(bytes)
    if let host { hosts[text] = host }
    return host
  }
}
