import BriefModel
import Foundation
import GRDB

/// What the columns of a row hold.
///
/// A damaged page, or a stranger's file, may have anything in them: `decode` throws then, which is
/// told as damage (`LibraryError`). GRDB's subscript would end the program, and is not used.
extension Row {
  /// A line of text for the screen, whoever wrote it.
  func line(at index: Int) throws -> String {
    Sanitizer.line(try decode(atIndex: index))
  }

  /// The same of a column that may be empty.
  func lineIfAny(at index: Int) throws -> String? {
    try decode(String?.self, atIndex: index).map(Sanitizer.line)
  }

  /// Nil for what is as long as none.
  func fingerprint(at index: Int) throws -> Fingerprint? {
    Fingerprint(bytes: Array(try decode(Data.self, atIndex: index)))
  }

  func flags(at index: Int) throws -> BriefFlags {
    BriefFlags(rawValue: try decode(atIndex: index))
  }

  /// Nil where the column of the offset is empty.
  func place(section: Int, offset: Int) throws -> Place? {
    guard let place = try decode(Int?.self, atIndex: offset) else { return nil }
    return Place(section: try decode(atIndex: section), offset: place)
  }

  /// Of a row that has the size of the text and then its bytes.
  func deflatedText() throws -> DeflatedText {
    DeflatedText(size: try decode(atIndex: 0), data: try decode(atIndex: 1))
  }
}
