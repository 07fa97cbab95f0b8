/// A Markdown file as a tree, before it is known which of its links cite.
///
/// In this tree every link to a web address is an `Inline.citation` whose number is an index into
/// `links`, and every `Mark` one whose number is the complement of an index into `marks`;
/// `Relinking` gives them their final form.
struct Document {
  /// The blocks before the first heading, then one part for each heading outside of containers.
  var parts: [Part]
  /// All links to web addresses, in the order of the file.
  var links: [WebLink]
  /// What may be citations without being links, in the order of the file.
  var marks: [Mark]
  /// The names that have indices in code: `items` of `items[0]`.
  var arrays: Set<String> = []
  /// The links that lead to no web address, in the order of the file.
  var otherLinks: [OtherLink] = []
  /// What was left out or repaired.
  var notices: [Notice]
}

/// A heading and the blocks up to the next one.
struct Part {
  /// Nil for what stands before the first heading.
  var heading: Heading?
  var blocks: [Block] = []
}

struct Heading {
  var level: Int
  var content: [Inline]
  /// 1-based.
  var line: Int
}

/// A link to a web address.
struct WebLink {
  let url: SourceURL
  /// The number of its source, from 0 in the order of the file: links with one canonical address
  /// share it.
  let source: Int
  /// The link's title attribute, sanitised.
  let title: String?
  /// How it is written.
  let form: Citation.Form
  /// The bytes of the whole link in the decoded text.
  let range: Range<Int>
  /// 1-based, of the link's first byte.
  let line: Int
  /// 1-based, in bytes.
  let column: Int
  /// Whether it stands in a block of HTML, where no Markdown is read.
  var isInMarkup = false
}
