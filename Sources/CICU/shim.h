/* ICU renames each function with its version (ubrk_open_72) by object-like macros,
   which Swift does not see; these wrappers give the plain names back. */
#ifndef BROADSHEET_CICU_H
#define BROADSHEET_CICU_H
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/utext.h>
#include <unicode/uversion.h>

static inline UBreakIterator *icu_break_open(UBreakIteratorType type, const char *locale,
                                             UErrorCode *status) {
  return ubrk_open(type, locale, NULL, 0, status);
}
static inline void icu_break_set_text(UBreakIterator *it, UText *text, UErrorCode *status) {
  ubrk_setUText(it, text, status);
}
static inline int32_t icu_break_next(UBreakIterator *it) { return ubrk_next(it); }
static inline int32_t icu_break_first(UBreakIterator *it) { return ubrk_first(it); }
static inline int32_t icu_break_rule_status(UBreakIterator *it) { return ubrk_getRuleStatus(it); }
static inline void icu_break_close(UBreakIterator *it) { ubrk_close(it); }
static inline UText *icu_text_open_utf8(UText *reuse, const char *bytes, int64_t length,
                                        UErrorCode *status) {
  return utext_openUTF8(reuse, bytes, length, status);
}
static inline UText *icu_text_close(UText *text) { return utext_close(text); }
static inline int32_t icu_property(UChar32 scalar, UProperty property) {
  return u_getIntPropertyValue(scalar, property);
}
static inline UBool icu_has_property(UChar32 scalar, UProperty property) {
  return u_hasBinaryProperty(scalar, property);
}
static inline int8_t icu_category(UChar32 scalar) { return u_charType(scalar); }
static inline UIDNA *icu_idna_open(uint32_t options, UErrorCode *status) {
  return uidna_openUTS46(options, status);
}
static inline int32_t icu_idna_to_ascii(const UIDNA *idna, const char *name, int32_t length,
                                        char *into, int32_t capacity, UErrorCode *status) {
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  int32_t n = uidna_nameToASCII_UTF8(idna, name, length, into, capacity, &info, status);
  return info.errors == 0 ? n : -1;
}
static inline int32_t icu_idna_to_unicode(const UIDNA *idna, const char *name, int32_t length,
                                          char *into, int32_t capacity, UErrorCode *status) {
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  int32_t n = uidna_nameToUnicodeUTF8(idna, name, length, into, capacity, &info, status);
  return info.errors == 0 ? n : -1;
}
#endif
