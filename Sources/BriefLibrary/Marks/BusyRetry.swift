import GRDB
import Glibc

/// Repeats what SQLite refuses at once instead of waiting, such as a change of the journal's mode
/// while another process opens the same new file; for about two seconds.
func retryingWhileBusy(_ body: () throws -> Void) throws {
  for _ in 0..<200 {
    do {
      return try body()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
      usleep(10_000)
    }
  }
  try body()
}
