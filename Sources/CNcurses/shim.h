/* Each line here exists because Swift cannot import what it wraps. */
#ifndef BROADSHEET_CNCURSES_H
#define BROADSHEET_CNCURSES_H
#define NCURSES_WIDECHAR 1 /* reveals the wide-character functions without pkg-config flags */
#include <ncurses.h>
#endif
