/* What is used of ICU, under names of our own. ICU's headers stay out of Swift's sight: it renames
   each function with its version (ubrk_open_72) by macros that Swift does not see, and its types
   clash with those of Foundation's private copy of ICU wherever both are loaded. */
#ifndef BROADSHEET_CICU_H
#define BROADSHEET_CICU_H
#include <stdbool.h>
#include <stdint.h>

/* An iterator over the breaks of a text. */
typedef struct icu_breaks icu_breaks;

typedef enum { ICU_BREAKS_LINE, ICU_BREAKS_SENTENCE } icu_breaks_kind;

/* Opens an iterator; NULL where ICU has no rules for it. */
icu_breaks *icu_breaks_open(icu_breaks_kind kind, const char *locale);
/* Sets the UTF-8 to be broken, which must stay where it is until the last icu_breaks_next. */
bool icu_breaks_set_text(icu_breaks *breaks, const char *bytes, int64_t length);
/* The offset in bytes of the next break after the start; -1 after the end of the text. */
int32_t icu_breaks_next(icu_breaks *breaks);
void icu_breaks_close(icu_breaks *breaks);

/* Whether a character is drawn over the one before it (Mn, Me, Mc). */
bool icu_is_mark(int32_t scalar);
/* A character with its case folded and the marks over or through a Latin letter taken off: e of E, of
   é and of Ệ, o of Ø; itself where there is nothing to do. */
int32_t icu_plain(int32_t scalar);
/* Whether a character has the property Extended_Pictographic. */
bool icu_is_pictographic(int32_t scalar);

/* The script of a character (UAX 24), such as "Latin", "Common" or "Inherited". */
const char *icu_script(int32_t scalar);

/* A host name in its ASCII form by UTS 46, without transitional processing and with the checks for
   bidi and joiners; the number of bytes written, or -1. */
int32_t icu_host_to_ascii(const char *name, int32_t length, char *into, int32_t capacity);
/* The same in its Unicode form. */
int32_t icu_host_to_unicode(const char *name, int32_t length, char *into, int32_t capacity);

/* A text in normalization form KC (UAX 15): full-width letters and stops become those of ASCII; the
   number of bytes written, or -1. */
int32_t icu_compatible(const char *text, int32_t length, char *into, int32_t capacity);

/* The version of ICU, such as "72.1"; for `doctor`. */
const char *icu_version(void);
#endif
