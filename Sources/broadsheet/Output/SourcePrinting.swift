import BriefModel
import Cells

/// All of `broadsheet sources`: briefs in, their sources out, and nothing else touched.
struct SourcePrinting {
  var format = SourceFormat.text
  var order = SourceOrder.number

  /// Prints the sources of all briefs that can be read; throws the exit status where one cannot.
  ///
  /// A file that is reached by several paths counts once.
  func run(paths: [String]) throws {
    StandardOutput.prepare()
    var files: [String] = []
    var status: Int32 = 0
    let tell = { (error: BriefError) in
      Failure.tell(error.description)
      if status == 0 { status = error.exitStatus }
    }
    BriefFiles.forEach(in: paths) { result in
      do throws(BriefError) { files.append(try result.get()) } catch { tell(error) }
    }
    var catalog = SourceCatalog()
    let today = try CalendarDate.today()
    for file in BriefFiles.distinct(files) {
      do throws(BriefError) {
        catalog.add(try BriefLoader.load(path: file, today: today))
      } catch {
        tell(error)
      }
    }
    try StandardOutput.write(format.bytes(of: catalog.sorted(by: order)), as: format.asciiForm)
    if status != 0 { throw Ending(status: status) }
  }
}

extension SourceFormat {
  /// How a terminal gets it that shows nothing but ASCII.
  fileprivate var asciiForm: ASCIIForm {
    switch self {
    case .json, .cslJSON: .json
    case .text, .bibtex, .ris, .urls: .twins
    }
  }
}
