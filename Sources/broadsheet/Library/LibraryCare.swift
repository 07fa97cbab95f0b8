import BriefLibrary
import BriefModel
import Glibc

/// All of `broadsheet backup`, `doctor --check-library` and `doctor --restore-library`.
struct LibraryCare {
  private let setup: Setup

  /// Takes care of the library of a reader.
  init(of reader: GivenReader = GivenReader()) throws { setup = try Setup(of: reader) }

  /// Copies the library to a new file.
  func backUp(to file: String) throws {
    _ = try setup.existingLibrary()
    let library = try setup.library(toRead: true, today: .today())
    try library.backUp(to: file)
    try say("\(Sanitizer.line(file)): has all marks, stars, places and folders")
  }

  /// Prints what there is and what is wrong; ends with 1 where anything is.
  func check() throws {
    if setup.reader != nil { _ = try setup.existingLibrary() }
    let check = try LibraryCheck(library: setup.libraryPath())
    StandardOutput.prepare()
    try StandardOutput.write(FactList(facts: check.facts).text())
    for problem in check.problems { Failure.tell(problem) }
    if !check.problems.isEmpty { throw Ending(status: ExitStatus.negative.rawValue) }
    // An index may lie where nothing has been read yet.
    _ = try setup.existingLibrary()
    try say("Everything is in order.")
  }

  /// Puts the newest backup in the place of a damaged library; one whose pages are in order stays,
  /// and what is wrong in it is mended.
  func restore() throws {
    let path = try setup.existingLibrary()
    guard LibraryCheck(library: path).isLibraryDamaged else { return try mend(path) }
    let recovery = try Library.recover(at: path, today: .today()) {
      !LibraryCheck(library: path).isLibraryDamaged
    }
    guard let recovery else {
      return try say("\(Sanitizer.line(path)): another program has just restored it")
    }
    try say(recovery.description)
    recovery.wasTold()
  }

  private func mend(_ path: String) throws {
    let library = try Library.open(at: path)
    let mended = try library.mend()
    try library.close()
    let what = mended.isEmpty ? "stays as it is" : "had " + mended.joined(separator: ", ")
    try say(
      "\(Sanitizer.line(path)): is not damaged; it \(what)" + (mended.isEmpty ? "" : ", mended now")
    )
  }

  private func say(_ line: String) throws {
    StandardOutput.prepare()
    try StandardOutput.write(line + "\n")
  }
}

extension Setup {
  /// Where the library is, or was before it was lost; throws where there is none.
  func existingLibrary() throws -> String {
    let path = try libraryPath()
    try Library.checkKind(at: path)
    let code = access(path, F_OK) == 0 ? 0 : errno
    guard code == 0 || LibraryLoss(library: path) != nil else {
      if code == EACCES {
        throw LibraryError.unwritable(path: path, why: "it cannot be looked at")
      }
      let what = reader.map { "reader \($0.text)" } ?? "library"
      throw Refusal.missing("\(Sanitizer.line(path)): there is no \(what) yet")
    }
    return path
  }
}
