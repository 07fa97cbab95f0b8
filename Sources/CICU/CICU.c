#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

struct icu_breaks {
  UBreakIterator *iterator;
  UText *text;
};

icu_breaks *icu_breaks_open(icu_breaks_kind kind, const char *locale) {
  UErrorCode status = U_ZERO_ERROR;
  UBreakIteratorType type = kind == ICU_BREAKS_LINE ? UBRK_LINE : UBRK_SENTENCE;
  UBreakIterator *iterator = ubrk_open(type, locale, NULL, 0, &status);
  if (U_FAILURE(status)) return NULL;
  icu_breaks *breaks = calloc(1, sizeof *breaks);
  if (breaks == NULL) {
    ubrk_close(iterator);
    return NULL;
  }
  breaks->iterator = iterator;
  return breaks;
}

bool icu_breaks_set_text(icu_breaks *breaks, const char *bytes, int64_t length) {
  UErrorCode status = U_ZERO_ERROR;
  breaks->text = utext_openUTF8(breaks->text, bytes, length, &status);
  ubrk_setUText(breaks->iterator, breaks->text, &status);
  if (U_FAILURE(status)) return false;
  ubrk_first(breaks->iterator);
  return true;
}

int32_t icu_breaks_next(icu_breaks *breaks) { return ubrk_next(breaks->iterator); }

void icu_breaks_close(icu_breaks *breaks) {
  ubrk_close(breaks->iterator);
  if (breaks->text != NULL) utext_close(breaks->text);
  free(breaks);
}

bool icu_is_mark(int32_t scalar) { return (U_GET_GC_MASK(scalar) & U_GC_M_MASK) != 0; }

/* The letter that is read in a Latin one in lower case which has no decomposition. */
static UChar32 without_stroke(UChar32 letter) {
  switch (letter) {
    case 0x2C65: return 'a';
    case 0x180: return 'b';
    case 0x23C: return 'c';
    case 0xF0:
    case 0x111:
    case 0x256: return 'd';
    case 0x247: return 'e';
    case 0x1E5: return 'g';
    case 0x127: return 'h';
    case 0x131:
    case 0x268: return 'i';
    case 0x249: return 'j';
    case 0x142:
    case 0x19A: return 'l';
    case 0x14B: return 'n';
    case 0xF8:
    case 0x275: return 'o';
    case 0x1D7D: return 'p';
    case 0x24D: return 'r';
    case 0x167:
    case 0x2C66: return 't';
    case 0x289: return 'u';
    case 0x24F: return 'y';
    case 0x1B6: return 'z';
    default: return letter;
  }
}

int32_t icu_plain(int32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UChar parts[16];
  UChar32 folded = u_foldCase(scalar, U_FOLD_CASE_DEFAULT);
  const UNormalizer2 *normalizer = unorm2_getNFDInstance(&status);
  int32_t count = U_SUCCESS(status)
                      ? unorm2_getDecomposition(normalizer, folded, parts, 16, &status)
                      : -1;
  if (U_FAILURE(status)) return folded;
  UChar32 letter = without_stroke(count < 1 ? folded : parts[0]);
  bool is_latin = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  return is_latin ? letter | 0x20 : folded;
}

bool icu_is_pictographic(int32_t scalar) {
  return u_hasBinaryProperty(scalar, UCHAR_EXTENDED_PICTOGRAPHIC);
}

const char *icu_script(int32_t scalar) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode script = uscript_getScript(scalar, &status);
  const char *name = U_SUCCESS(status) ? uscript_getName(script) : NULL;
  return name != NULL ? name : "Unknown";
}

typedef int32_t host_conversion(const UIDNA *, const char *, int32_t, char *, int32_t, UIDNAInfo *,
                                UErrorCode *);

static int32_t converted(host_conversion *convert, const char *name, int32_t length, char *into,
                         int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UIDNA *idna = uidna_openUTS46(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE |
                                    UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ,
                                &status);
  if (U_FAILURE(status)) return -1;
  int32_t count = convert(idna, name, length, into, capacity, &info, &status);
  uidna_close(idna);
  return U_SUCCESS(status) && info.errors == 0 && count <= capacity ? count : -1;
}

int32_t icu_host_to_ascii(const char *name, int32_t length, char *into, int32_t capacity) {
  return converted(uidna_nameToASCII_UTF8, name, length, into, capacity);
}

int32_t icu_host_to_unicode(const char *name, int32_t length, char *into, int32_t capacity) {
  return converted(uidna_nameToUnicodeUTF8, name, length, into, capacity);
}

int32_t icu_compatible(const char *text, int32_t length, char *into, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer = unorm2_getNFKCInstance(&status);
  int32_t units = 0, count = -1;
  UChar *given = calloc((size_t)length + 1, sizeof *given);
  UChar *changed = calloc((size_t)capacity + 1, sizeof *changed);
  if (given != NULL && changed != NULL) {
    u_strFromUTF8(given, length + 1, &units, text, length, &status);
    units = unorm2_normalize(normalizer, given, units, changed, capacity, &status);
    u_strToUTF8(into, capacity, &count, changed, units, &status);
  }
  free(given);
  free(changed);
  return U_SUCCESS(status) && count <= capacity ? count : -1;
}

const char *icu_version(void) { return U_ICU_VERSION; }
