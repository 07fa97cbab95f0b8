import BriefModel

/// All of `broadsheet sources`: briefs in, their sources out, and nothing else touched.
struct SourcePrinting {
  var format = SourceFormat.text
  var order = SourceOrder.number

  /// Prints the sources of all briefs that can be read; throws the exit status where one cannot.
  func run(paths: [String]) throws {
    StandardOutput.prepare()
    let today = try CalendarDate.today()
    var catalog = SourceCatalog()
    var status: Int32 = 0
    BriefFiles.forEach(in: paths) { result in
      do throws(BriefError) {
        catalog.add(try BriefLoader.load(path: try result.get(), today: today))
      } catch {
        Failure.tell(error.description)
        if status == 0 { status = error.exitStatus }
      }
    }
    try StandardOutput.write(format.bytes(of: catalog.sorted(by: order)))
    if status != 0 { throw Ending(status: status) }
  }
}
