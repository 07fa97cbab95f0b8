import BriefModel
import Glibc

@testable import BriefLibrary

/// Queries: understood or told where they are not; and SQLite understands what is made of them.
enum QueryFuzzing {
  static func fault(in bytes: [UInt8]) -> String? {
    let text = String(decoding: bytes, as: UTF8.self)
    let query: Query
    do throws(QueryError) {
      query = try Query(text, today: FuzzDay.today)
    } catch {
      let isInside = error.range.lowerBound >= 0 && error.range.upperBound <= text.count
      if !isInside { return "a mistake at \(error.range) of \(text.count) characters" }
      return TextFuzzing.unshowable(in: error.text).map { "the error has \($0)" }
    }
    if let fault = typingFault(in: text) { return fault }
    do throws(LibraryError) {
      _ = try index?.listing(query, order: .title, limit: 5)
      return index == nil ? "there is no index to ask" : nil
    } catch {
      return "SQLite says \(error)"
    }
  }

  /// What is kept of a line that is being typed has to say the same.
  private static func typingFault(in text: String) -> String? {
    guard let typed = try? TypedQuery(text, today: FuzzDay.today), let kept = typed.kept else {
      return nil
    }
    return (try? Query(kept, today: FuzzDay.today)) == typed.query ? nil : "\(kept) is kept"
  }

  /// An empty index, which goes with the process.
  private static let index: BriefIndex? = {
    atexit { QueryFuzzing.removeFolder() }
    return folder.flatMap { try? BriefIndex.open(at: $0 + "/index.sqlite") }
  }()

  private static let folder: String? = {
    var name = Array("/tmp/broadsheet-fuzz-XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { return nil }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  private static func removeFolder() {
    guard let folder, let entries = opendir(folder) else { return }
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) {
        String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
      }
      unlink(folder + "/" + name)
    }
    closedir(entries)
    rmdir(folder)
  }

  static let seeds: [[UInt8]] = [
    "grain \"night trains\" port* -strike", "title:x section:\"y z\" OR (a b)",
    "source:a.example/b?c=1",
    "outlet:Reuters in:2026/week is:unread cites:>5",
    "after:2026-01-31 before:2026-02 on:3d after:~7d",
    "-(a OR b) 漢字 \"un\"\"balanced", "cites:2-5 is:STARRED in:\"a b\"",
  ].map { Array($0.utf8) }
}
