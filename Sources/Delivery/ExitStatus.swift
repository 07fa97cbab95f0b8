/// What `waitpid` answers, taken apart; C's macros for it are out of Swift's reach.
enum ExitStatus {
  static func isStopped(_ status: Int32) -> Bool { status & 0xFF == 0x7F }

  /// The exit status, or 128 and the signal's number, as shells count.
  static func code(_ status: Int32) -> Int32 {
    let signal = status & 0x7F
    return signal == 0 ? status >> 8 & 0xFF : 128 + signal
  }
}
