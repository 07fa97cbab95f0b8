/* The parts that must be C: code that runs inside a crash, and a function that replaces libc's. */
#ifndef BROADSHEET_GUARDS_H
#define BROADSHEET_GUARDS_H
#include <stdint.h>

/* Columns that a Unicode scalar takes on the screen: 0, 1 or 2; -1 for a control character.
   wcwidth() is defined from it, so that ncurses and the layout agree (East Asian Width of UAX #11,
   Unicode as of the installed ICU; combining marks and format characters are 0). */
int broadsheet_scalar_width(uint32_t scalar);
#endif
