#include "CICU.h"
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

int32_t cicu_decode(const char *charset, const uint8_t *bytes, int32_t length,
                    uint16_t *buffer, int32_t capacity, int32_t *consumed, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &code);
    *consumed = 0;
    if (U_FAILURE(code)) {
        *status = code;
        return 0;
    }
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &code);
    const char *source = (const char *)bytes;
    UChar *target = (UChar *)buffer;
    ucnv_toUnicode(converter, &target, target + capacity, &source, source + length, NULL, true, &code);
    *consumed = (int32_t)(source - (const char *)bytes);
    if (code == U_INVALID_CHAR_FOUND || code == U_ILLEGAL_CHAR_FOUND || code == U_TRUNCATED_CHAR_FOUND) {
        // ICU has read past the malformed sequence: step back to where it starts.
        char invalid[32];
        int8_t count = sizeof invalid;
        UErrorCode ignored = U_ZERO_ERROR;
        ucnv_getInvalidChars(converter, invalid, &count, &ignored);
        if (U_SUCCESS(ignored)) *consumed -= count;
    }
    ucnv_close(converter);
    *status = code;
    return (int32_t)(target - (UChar *)buffer);
}

const char *cicu_charset_canonical_name(const char *charset) {
    UErrorCode code = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(charset, &code);
    if (U_FAILURE(code)) return NULL;
    ucnv_close(converter);
    code = U_ZERO_ERROR;
    const char *name = ucnv_getStandardName(charset, "IANA", &code);
    if (U_SUCCESS(code) && name != NULL) return name;
    code = U_ZERO_ERROR;
    name = ucnv_getAlias(charset, 0, &code);
    return U_SUCCESS(code) && name != NULL ? name : charset;
}
