/// The web addresses of a document: those of one source get one number.
final class AddressBook {
  private let checked: CheckedAddresses
  private var sources: [String: Int] = [:]

  init(_ checked: CheckedAddresses) { self.checked = checked }

  /// An address, checked; nil for one that is refused.
  func url(_ bytes: Bytes) -> SourceURL? { checked.url(bytes) }

  /// The number of the source of an address, from 0 in the order in which they are asked for.
  func source(of url: SourceURL) -> Int {
    let next = sources.count
    return keep(&sources[url.canonical, default: next])
  }

  /// Puts a default value where it is read, which takes one search instead of two.
  private func keep(_ number: inout Int) -> Int { number }
}
