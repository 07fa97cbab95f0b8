#include "Guards.h"
#include <unicode/uchar.h>
#include <wchar.h>

/* Blocks that have nothing but marks, those too that a later Unicode puts there. */
static int is_in_block_of_marks(uint32_t c) {
  return (c >= 0x1ab0 && c <= 0x1aff) || (c >= 0x1dc0 && c <= 0x1dff) ||
         (c >= 0x20d0 && c <= 0x20ff) || (c >= 0xfe20 && c <= 0xfe2f);
}

int broadsheet_scalar_width(uint32_t c) {
  if (c >= 0x20 && c < 0x7f) return 1;
  if (c == 0) return 0;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0)) return -1;
  if (c < 0x300) return c == 0xad ? -1 : 1;
  if ((c >= 0x3041 && c <= 0x3096) || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3))
    return 2;
  if (is_in_block_of_marks(c)) return 0;
  int8_t category = u_charType((UChar32)c);
  if (category == U_FORMAT_CHAR &&
      u_hasBinaryProperty((UChar32)c, UCHAR_PREPENDED_CONCATENATION_MARK))
    return 1; /* Arabic signs that enclose the number after them are drawn */
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK) return 0;
  if (category == U_FORMAT_CHAR || category == U_LINE_SEPARATOR ||
      category == U_PARAGRAPH_SEPARATOR)
    return -1; /* never drawn, and some reorder the line */
  /* Hangul medial vowels and finals join the leading one. */
  int syllable = u_getIntPropertyValue((UChar32)c, UCHAR_HANGUL_SYLLABLE_TYPE);
  if (syllable == U_HST_VOWEL_JAMO || syllable == U_HST_TRAILING_JAMO) return 0;
  if (c >= 0x4dc0 && c <= 0x4dff) return 2; /* hexagrams: wide in glibc, and from Unicode 16 on */
  int wide = u_getIntPropertyValue((UChar32)c, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

/* ncurses calls wcwidth() for every cell: a definition in the program is the one that it finds. */
int wcwidth(wchar_t c) { return broadsheet_scalar_width((uint32_t)c); }
