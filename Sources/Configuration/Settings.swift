// Settings and themes.
