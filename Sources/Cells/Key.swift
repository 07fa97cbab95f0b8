/// One key press as the terminal reports it.
package enum Key: Hashable, Sendable {
  /// A character that was typed, case and all. Never a control character.
  case character(Character)
  /// Control and a lower-case letter; `^I` comes as `tab`, `^M` as `enter`, `^H` as `backspace`.
  case control(Character)
  /// Alt (or Escape sent first) and a character.
  case alt(Character)
  case enter, tab, backTab, escape, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// F1 is 1.
  case function(Int)
}
