#include "CICU.h"
#include <stdlib.h>
#include <string.h>
#include <unicode/uenum.h>
#include <unicode/ulistformatter.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>

// Numbers by a skeleton have a formatter, those in words another.
struct CICUNumberFormat {
    UNumberFormatter *formatter;
    UFormattedNumber *result;
    UNumberFormat *words;
};

static CICUNumberFormat *empty_format(int32_t *status) {
    CICUNumberFormat *format = calloc(1, sizeof *format);
    if (format == NULL) *status = U_MEMORY_ALLOCATION_ERROR;
    return format;
}

CICUNumberFormat *cicu_number_format_open(const char *locale, const uint16_t *skeleton, int32_t length,
                                          int32_t *error_offset, int32_t *status) {
    CICUNumberFormat *format = empty_format(status);
    if (format == NULL) return NULL;
    UErrorCode code = U_ZERO_ERROR;
    UParseError error = {.offset = -1};
    format->formatter = unumf_openForSkeletonAndLocaleWithError((const UChar *)skeleton, length, locale, &error, &code);
    format->result = unumf_openResult(&code);
    *error_offset = error.offset;
    *status = code;
    if (U_SUCCESS(code)) return format;
    cicu_number_format_close(format);
    return NULL;
}

CICUNumberFormat *cicu_number_words_open(const char *locale, int32_t kind, int32_t *status) {
    CICUNumberFormat *format = empty_format(status);
    if (format == NULL) return NULL;
    UErrorCode code = U_ZERO_ERROR;
    format->words = unum_open(kind == CICU_NUMBER_ORDINAL ? UNUM_ORDINAL : UNUM_SPELLOUT, NULL, 0, locale, NULL, &code);
    *status = code;
    if (U_SUCCESS(code)) return format;
    cicu_number_format_close(format);
    return NULL;
}

void cicu_number_format_close(CICUNumberFormat *format) {
    if (format == NULL) return;
    unumf_close(format->formatter);
    unumf_closeResult(format->result);
    if (format->words != NULL) unum_close(format->words);
    free(format);
}

int32_t cicu_number_format_decimal(CICUNumberFormat *format, const char *decimal, int32_t length,
                                   uint16_t *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t needed;
    if (format->words != NULL) {
        needed = unum_formatDecimal(format->words, decimal, length, (UChar *)buffer, capacity, NULL, &code);
    } else {
        unumf_formatDecimal(format->formatter, decimal, length, format->result, &code);
        needed = unumf_resultToString(format->result, (UChar *)buffer, capacity, &code);
    }
    *status = code;
    return needed;
}

CICUPluralRules *cicu_plural_rules_open(const char *locale, bool ordinal, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UPluralRules *rules = uplrules_openForType(locale, ordinal ? UPLURAL_TYPE_ORDINAL : UPLURAL_TYPE_CARDINAL, &code);
    *status = code;
    return (CICUPluralRules *)rules;
}

void cicu_plural_rules_close(CICUPluralRules *rules) { uplrules_close((UPluralRules *)rules); }

int32_t cicu_plural_rules_select(const CICUPluralRules *rules, CICUNumberFormat *format, const char *decimal,
                                 int32_t length, uint16_t *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    unumf_formatDecimal(format->formatter, decimal, length, format->result, &code);
    int32_t needed = uplrules_selectFormatted((const UPluralRules *)rules, format->result, (UChar *)buffer, capacity, &code);
    *status = code;
    return needed;
}

int32_t cicu_plural_rules_keyword(const CICUPluralRules *rules, int32_t index, char *buffer, int32_t capacity,
                                  int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UEnumeration *keywords = uplrules_getKeywords((const UPluralRules *)rules, &code);
    int32_t length = 0;
    const char *keyword = NULL;
    for (int32_t at = 0; at <= index && U_SUCCESS(code); at++) {
        keyword = uenum_next(keywords, &length, &code);
        if (keyword == NULL) break;
    }
    if (keyword != NULL && length < capacity) memcpy(buffer, keyword, (size_t)length + 1);
    uenum_close(keywords);
    *status = code;
    return keyword == NULL ? -1 : length;
}

int32_t cicu_list_format(const char *locale, int32_t type, const uint16_t *text, const int32_t *ends,
                         int32_t count, uint16_t *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UListFormatterType kind = type == CICU_LIST_OR ? ULISTFMT_TYPE_OR : type == CICU_LIST_UNITS ? ULISTFMT_TYPE_UNITS : ULISTFMT_TYPE_AND;
    UListFormatter *format = ulistfmt_openForType(locale, kind, ULISTFMT_WIDTH_WIDE, &code);
    const UChar **items = calloc((size_t)count + 1, sizeof *items);
    int32_t *lengths = calloc((size_t)count + 1, sizeof *lengths);
    int32_t needed = 0;
    if (items == NULL || lengths == NULL) {
        code = U_MEMORY_ALLOCATION_ERROR;
    } else {
        for (int32_t index = 0, start = 0; index < count; start = ends[index++]) {
            items[index] = (const UChar *)text + start;
            lengths[index] = ends[index] - start;
        }
        needed = ulistfmt_format(format, items, lengths, count, (UChar *)buffer, capacity, &code);
    }
    free(items);
    free(lengths);
    ulistfmt_close(format);
    *status = code;
    return needed;
}
