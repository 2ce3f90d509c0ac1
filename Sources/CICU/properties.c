#include "CICU.h"
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/uscript.h>
#include <unicode/uversion.h>

const char *cicu_error_name(int32_t status) { return u_errorName((UErrorCode)status); }
const char *cicu_icu_version(void) { return U_ICU_VERSION; }
const char *cicu_unicode_version(void) { return U_UNICODE_VERSION; }

int32_t cicu_general_category(uint32_t scalar) { return u_charType((UChar32)scalar); }

int32_t cicu_script(uint32_t scalar) {
    UErrorCode code = U_ZERO_ERROR;
    return uscript_getScript((UChar32)scalar, &code);
}

const char *cicu_script_name(int32_t script) { return uscript_getShortName((UScriptCode)script); }

bool cicu_is_white_space(uint32_t scalar) { return u_isUWhiteSpace((UChar32)scalar); }

int32_t cicu_east_asian_width(uint32_t scalar) {
    return u_getIntPropertyValue((UChar32)scalar, UCHAR_EAST_ASIAN_WIDTH);
}

CICUCollator *cicu_collator_open(const char *locale, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UCollator *collator = ucol_open(locale, &code);
    *status = code;
    return (CICUCollator *)collator;
}

void cicu_collator_close(CICUCollator *collator) { ucol_close((UCollator *)collator); }

int32_t cicu_collator_compare(const CICUCollator *collator, const uint16_t *left, int32_t left_length,
                              const uint16_t *right, int32_t right_length) {
    return ucol_strcoll((const UCollator *)collator, (const UChar *)left, left_length,
                        (const UChar *)right, right_length);
}

int32_t cicu_collator_sort_key(const CICUCollator *collator, const uint16_t *text, int32_t length,
                               uint8_t *buffer, int32_t capacity) {
    return ucol_getSortKey((const UCollator *)collator, (const UChar *)text, length, buffer, capacity);
}
