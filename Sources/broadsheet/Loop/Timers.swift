import Reader

/// What comes to the loop when some time has passed, but for frames and tries to keep marks.
struct Timers {
  var changes = ChangeDelay()
  /// Entries whose briefs the library could give no number.
  var unregistered = ChangeDelay(rest: 5000)
  /// The marks of other readers, where there is no index.
  var following: MarkFollowing?
  var rest = KeyRest()

  /// Milliseconds until something is due, readings only where they are asked for; nil for never.
  func delay(now: Int, withReadings: Bool) -> Int? {
    [
      changes.delay(now: now), unregistered.delay(now: now), rest.delay(now: now),
      withReadings ? following?.delay(now: now) : nil,
    ].compactMap(\.self).min()
  }

  /// Takes what is due.
  mutating func take(now: Int, withReadings: Bool) -> [Message] {
    let entries = changes.take(now: now) + unregistered.take(now: now)
    var messages = entries.map { Message.fileChanged(entry: $0) }
    if rest.take(now: now) { messages.append(.rested) }
    if withReadings, let records = following?.take(now: now), !records.isEmpty {
      messages.append(.readings(records))
    }
    return messages
  }
}
