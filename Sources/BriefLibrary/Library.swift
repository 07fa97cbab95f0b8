// The library of what was read.
