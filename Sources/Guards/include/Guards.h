/* The parts that must be C: code that runs inside a crash, a function that replaces libc's, and calls
   of the system that are macros. */
#ifndef BROADSHEET_GUARDS_H
#define BROADSHEET_GUARDS_H
#include <stddef.h>
#include <stdint.h>
#include <termios.h>

/* Columns that a Unicode scalar takes on the screen: 0, 1 or 2; -1 for a control or format
   character, which no screen gets. wcwidth() is defined from it, so that ncurses and the layout
   agree (East Asian Width of UAX #11, Unicode as of the installed ICU; combining marks are 0). */
int broadsheet_scalar_width(uint32_t scalar);

/* From now on a crash (ILL, TRAP, SEGV, BUS, ABRT, FPE), or a signal that ends the program and that it
   does not answer (USR1, XCPU and the like, where it was not ignored), writes these bytes (at most
   256) to the terminal, sets these modes, copies what `log` holds to `errors` (both may be -1), and then goes
   the way that it would have gone. */
void broadsheet_guard_arm(int terminal, const struct termios *modes, const void *restore,
                          size_t length, int errors, int log);

/* From now on a crash leaves the terminal alone. */
void broadsheet_guard_disarm(void);

/* From now on a write beyond the limit of a file's size fails and does not end the program. Raises the
   limit of open files to what is needed, as far as the system lets it; returns how many there may
   be, where these are fewer than wanted. */
long broadsheet_guard_limits(void);

/* From now on this process is not stopped by the terminal, leaves no core dump, shows its memory to
   no other process of the user, and starts no program: the system refuses execve(2). Returns -1 with
   errno where any of that cannot be had. There is no way back. */
int broadsheet_guard_confine(void);

/* What of a path may be done by who may not do all. */
enum broadsheet_guard_access {
  /* Files are read, and folders listed. */
  broadsheet_guard_reads,
  /* Files are read, and no folder listed. */
  broadsheet_guard_looks_up,
  /* And files are made, written, renamed and removed in the folder. */
  broadsheet_guard_writes,
  /* A terminal is read, written and set. */
  broadsheet_guard_talks
};

/* The version of Landlock (landlock(7)) that the system has; 0 where it has none. */
int broadsheet_guard_landlock(void);

/* Begins a list of what files may be opened; -1 with errno where the system knows none. */
int broadsheet_guard_list_files(void);

/* Adds a path with all below it, links followed; returns -1 with errno where nothing is there. */
int broadsheet_guard_allow(int list, const char *path, enum broadsheet_guard_access access);

/* From now on this thread, and those that it starts, open nothing but what is listed, run nothing, open
   no network connection and signal no other process; the list is closed. Returns -1 with errno where
   that cannot be had. There is no way back. */
int broadsheet_guard_keep_to(int list);
#endif
