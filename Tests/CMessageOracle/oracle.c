#include "CMessageOracle.h"
#include <unicode/umsg.h>

int32_t oracle_format_text(const char *locale, const uint16_t *pattern, int32_t length, const uint16_t *text,
                           uint16_t *buffer, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    UParseError where;
    UMessageFormat *format = umsg_open((const UChar *)pattern, length, locale, &where, &code);
    int32_t needed = U_SUCCESS(code) ? umsg_format(format, (UChar *)buffer, capacity, &code, (const UChar *)text) : -1;
    umsg_close(format);
    return U_SUCCESS(code) ? needed : -1;
}

int32_t oracle_format(const char *locale, const uint16_t *pattern, int32_t length, double number,
                      const uint16_t *text, uint16_t *buffer, int32_t capacity) {
    UErrorCode code = U_ZERO_ERROR;
    UParseError where;
    UMessageFormat *format = umsg_open((const UChar *)pattern, length, locale, &where, &code);
    int32_t needed = U_SUCCESS(code)
                         ? umsg_format(format, (UChar *)buffer, capacity, &code, number, (const UChar *)text)
                         : -1;
    umsg_close(format);
    return U_SUCCESS(code) ? needed : -1;
}
