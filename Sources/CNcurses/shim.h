/* Each line here exists because Swift cannot import what it wraps. */
#ifndef BROADSHEET_CNCURSES_H
#define BROADSHEET_CNCURSES_H
#define NCURSES_WIDECHAR 1 /* reveals the wide-character functions without pkg-config flags */
#include <linux/memfd.h> /* MFD_CLOEXEC */
#include <ncurses.h>
#include <sys/eventfd.h>  /* not in Swift's Glibc module */
#include <sys/signalfd.h> /* not in Swift's Glibc module */

/* Hidden from Swift's Glibc module, which is made without _GNU_SOURCE. */
extern int memfd_create(const char *, unsigned int);

/* term.h defines macros named `lines`, `columns`, `tab` …: only what is used is declared. */
extern char *tigetstr(const char *);
extern int tigetflag(const char *);
extern int tigetnum(const char *);

/* Globals, which Swift 6 refuses as shared mutable state. */
static inline WINDOW *broadsheet_screen(void) { return stdscr; }
static inline void broadsheet_forget_screen(void) { clearok(curscr, TRUE); }

/* Macros with arguments. */
static inline attr_t broadsheet_bold(void) { return A_BOLD; }
static inline attr_t broadsheet_dim(void) { return A_DIM; }
static inline attr_t broadsheet_italic(void) { return A_ITALIC; }
static inline attr_t broadsheet_underline(void) { return A_UNDERLINE; }
static inline attr_t broadsheet_reverse(void) { return A_REVERSE; }
#endif
