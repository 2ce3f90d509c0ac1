// ICU behind a header that only knows integers and opaque handles.
//
// Swift cannot import ICU's own headers: its functions are renamed by macros, and any module whose
// header reaches <unicode/...> clashes with the ICU inside Foundation. So ICU is included by the .c
// files alone. All text is UTF-16 code units; all offsets count UTF-16 code units unless said otherwise.
//
// `status` is always ICU's UErrorCode: zero or less is success. Functions that fill a buffer return the
// length the result needs, so a caller can try again with a larger one (U_BUFFER_OVERFLOW_ERROR = 15).
#ifndef LATHU_CICU_H
#define LATHU_CICU_H

#include <stdbool.h>
#include <stdint.h>

const char *cicu_error_name(int32_t status);
const char *cicu_icu_version(void);
const char *cicu_unicode_version(void);

// Normalization (UAX #15) -------------------------------------------------------------------------
enum { CICU_NFC = 0, CICU_NFD = 1, CICU_NFKC_CASEFOLD = 2 };
int32_t cicu_normalize(int32_t form, const uint16_t *text, int32_t length,
                       uint16_t *buffer, int32_t capacity, int32_t *status);
// The length of the prefix that is certainly in the form already.
int32_t cicu_normalized_prefix(int32_t form, const uint16_t *text, int32_t length, int32_t *status);

// Text boundaries (UAX #14, #29) ------------------------------------------------------------------
typedef struct CICUBreaker CICUBreaker;
enum { CICU_BREAK_WORD = 1, CICU_BREAK_LINE = 2, CICU_BREAK_SENTENCE = 3 };
CICUBreaker *cicu_breaker_open(int32_t kind, const char *locale, int32_t *status);
CICUBreaker *cicu_breaker_clone(const CICUBreaker *breaker, int32_t *status);
void cicu_breaker_close(CICUBreaker *breaker);
// Writes every boundary after 0, the end of the text included, and returns their number. The buffer
// must have room for `length` of them.
int32_t cicu_breaker_boundaries(CICUBreaker *breaker, const uint16_t *text, int32_t length,
                                int32_t *boundaries, int32_t *status);

// Collation (UTS #10) -----------------------------------------------------------------------------
typedef struct CICUCollator CICUCollator;
CICUCollator *cicu_collator_open(const char *locale, int32_t *status);
void cicu_collator_close(CICUCollator *collator);
int32_t cicu_collator_compare(const CICUCollator *collator, const uint16_t *left, int32_t left_length,
                              const uint16_t *right, int32_t right_length);
int32_t cicu_collator_sort_key(const CICUCollator *collator, const uint16_t *text, int32_t length,
                               uint8_t *buffer, int32_t capacity);

// Character properties (UAX #44) ------------------------------------------------------------------
int32_t cicu_general_category(uint32_t scalar);
int32_t cicu_script(uint32_t scalar);
const char *cicu_script_name(int32_t script);
bool cicu_is_white_space(uint32_t scalar);
// UAX #11: 0 neutral, 1 ambiguous, 2 half width, 3 full width, 4 narrow, 5 wide.
int32_t cicu_east_asian_width(uint32_t scalar);

// Charsets ----------------------------------------------------------------------------------------
// Decodes strictly. On malformed input `status` is a failure and `consumed` the offset of the first
// byte that does not belong; `written` units before it are good.
int32_t cicu_decode(const char *charset, const uint8_t *bytes, int32_t length,
                    uint16_t *buffer, int32_t capacity, int32_t *consumed, int32_t *status);
// The charset's canonical name, or NULL where ICU has none of this name.
const char *cicu_charset_canonical_name(const char *charset);

// Locales (BCP 47, CLDR) --------------------------------------------------------------------------
int32_t cicu_locale_from_tag(const char *tag, char *buffer, int32_t capacity, int32_t *parsed, int32_t *status);
int32_t cicu_locale_to_tag(const char *locale, char *buffer, int32_t capacity, int32_t *status);
int32_t cicu_locale_add_likely_subtags(const char *locale, char *buffer, int32_t capacity, int32_t *status);
int32_t cicu_locale_language(const char *locale, char *buffer, int32_t capacity, int32_t *status);
int32_t cicu_locale_script(const char *locale, char *buffer, int32_t capacity, int32_t *status);
int32_t cicu_locale_region(const char *locale, char *buffer, int32_t capacity, int32_t *status);
bool cicu_locale_is_right_to_left(const char *locale);
bool cicu_language_is_known(const char *language);
int32_t cicu_locale_display_name(const char *locale, const char *in_locale,
                                 uint16_t *buffer, int32_t capacity, int32_t *status);
// Whether a code of two capitals is a region of ISO 3166-1.
bool cicu_region_is_known(const char *region);
// The name of a region (`und_VN`) in a language.
int32_t cicu_region_display_name(const char *locale, const char *in_locale,
                                 uint16_t *buffer, int32_t capacity, int32_t *status);
// The locale that CLDR falls back to: `zh_Hant_HK` for `zh_Hant_MO`; `root` at the end.
int32_t cicu_locale_parent(const char *locale, char *buffer, int32_t capacity, int32_t *status);

// Dates (UTS #35), in the proleptic Gregorian calendar ---------------------------------------------
typedef struct CICUDateFormat CICUDateFormat;
// A pattern of length 0 means the locale's own long style.
CICUDateFormat *cicu_date_format_open(const char *locale, const uint16_t *pattern, int32_t pattern_length,
                                      int32_t *status);
void cicu_date_format_close(CICUDateFormat *format);
int32_t cicu_date_format_format(const CICUDateFormat *format, int32_t year, int32_t month, int32_t day,
                                uint16_t *buffer, int32_t capacity, int32_t *status);
// Parses a date at the start of the text and returns where it ends, or -1.
int32_t cicu_date_format_parse(const CICUDateFormat *format, const uint16_t *text, int32_t length,
                               int32_t *year, int32_t *month, int32_t *day);

// A pattern for the fields of a skeleton such as `yMMMMd`, in the order of the locale (UTS #35, part 4, 2.6.2.2).
int32_t cicu_date_pattern_for_skeleton(const char *locale, const uint16_t *skeleton, int32_t length,
                                       uint16_t *buffer, int32_t capacity, int32_t *status);
enum { CICU_DATE_FULL = 0, CICU_DATE_LONG = 1, CICU_DATE_MEDIUM = 2, CICU_DATE_SHORT = 3 };
// The locale's own pattern of a style.
int32_t cicu_date_pattern_for_style(const char *locale, int32_t style, uint16_t *buffer, int32_t capacity,
                                    int32_t *status);

// Numbers, plurals and lists (UTS #35, parts 2 and 3) -----------------------------------------------
typedef struct CICUNumberFormat CICUNumberFormat;
enum { CICU_NUMBER_SPELLOUT = 0, CICU_NUMBER_ORDINAL = 1 };
// By a number skeleton; the empty one writes a number as the locale does.
CICUNumberFormat *cicu_number_format_open(const char *locale, const uint16_t *skeleton, int32_t length,
                                          int32_t *error_offset, int32_t *status);
// By the rules that write numbers in words or as ordinals (RBNF).
CICUNumberFormat *cicu_number_words_open(const char *locale, int32_t kind, int32_t *status);
void cicu_number_format_close(CICUNumberFormat *format);
// Takes a decimal number in ASCII, as `1234.50`.
int32_t cicu_number_format_decimal(CICUNumberFormat *format, const char *decimal, int32_t length,
                                   uint16_t *buffer, int32_t capacity, int32_t *status);

typedef struct CICUPluralRules CICUPluralRules;
CICUPluralRules *cicu_plural_rules_open(const char *locale, bool ordinal, int32_t *status);
void cicu_plural_rules_close(CICUPluralRules *rules);
// The category of a number as a format writes it: `1` and `1.0` can differ.
int32_t cicu_plural_rules_select(const CICUPluralRules *rules, CICUNumberFormat *format, const char *decimal,
                                 int32_t length, uint16_t *buffer, int32_t capacity, int32_t *status);
// The name of a category that the language has, by its number from 0, or -1 after the last.
int32_t cicu_plural_rules_keyword(const CICUPluralRules *rules, int32_t index, char *buffer, int32_t capacity,
                                  int32_t *status);

enum { CICU_LIST_AND = 0, CICU_LIST_OR = 1, CICU_LIST_UNITS = 2 };
// Joins items by the locale's pattern. `ends` holds where each item ends in the text.
int32_t cicu_list_format(const char *locale, int32_t type, const uint16_t *text, const int32_t *ends,
                         int32_t count, uint16_t *buffer, int32_t capacity, int32_t *status);

// Regular expressions (UTS #18, ICU syntax as SRX 2.0 asks for) -------------------------------------
typedef struct CICURegex CICURegex;
CICURegex *cicu_regex_open(const uint16_t *pattern, int32_t length, int32_t *error_offset, int32_t *status);
CICURegex *cicu_regex_clone(const CICURegex *regex, int32_t *status);
void cicu_regex_close(CICURegex *regex);
// The text must live as long as it is searched.
void cicu_regex_set_text(CICURegex *regex, const uint16_t *text, int32_t length, int32_t *status);
// The first match that starts at `from` or later. Lookbehind sees what stands before.
bool cicu_regex_find(CICURegex *regex, int32_t from, int32_t *start, int32_t *end, int32_t *status);
// Whether a match that starts at `from` or later ends right at `at`; every way of matching counts.
bool cicu_regex_ends_at(CICURegex *regex, int32_t from, int32_t at, int32_t *status);
// Whether the pattern matches right at `at`.
bool cicu_regex_looking_at(CICURegex *regex, int32_t at, int32_t *end, int32_t *status);

#endif
