/// The web addresses of a document: each way of writing one is checked once, as a source is often
/// cited many times, and so is each host; those of one source get one number.
final class AddressBook {
  /// By the text; only of ASCII, as other texts that are equal may be written in several ways.
  private var checked: [String: SourceURL] = [:]
  private var hosts: [String: Host] = [:]
  private var sources: [String: Int] = [:]

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

  /// The number of the source of an address, from 0 in the order in which they are asked for.
  func source(of url: SourceURL) -> Int {
    if let known = sources[url.canonical] { return known }
    sources[url.canonical] = sources.count
    return sources.count - 1
  }
}
