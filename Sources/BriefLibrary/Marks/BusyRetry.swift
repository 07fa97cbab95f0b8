import Dispatch
import GRDB
import Glibc

/// Repeats what SQLite refuses at once instead of waiting, such as a change of the journal's mode
/// while another process opens the same new file; for two seconds, however long each try takes.
func retryingWhileBusy(_ body: () throws -> Void) throws {
  let deadline = DispatchTime.now() + .seconds(2)
  while true {
    do {
      return try body()
    } catch let error as DatabaseError
      where error.resultCode == .SQLITE_BUSY && DispatchTime.now() < deadline
    {
      usleep(10_000)
    }
  }
}
