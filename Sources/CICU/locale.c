#include "CICU.h"
#include <string.h>
#include <unicode/uloc.h>

int32_t cicu_locale_from_tag(const char *tag, char *buffer, int32_t capacity, int32_t *parsed, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = uloc_forLanguageTag(tag, buffer, capacity, parsed, &code);
    *status = code;
    return length;
}

int32_t cicu_locale_to_tag(const char *locale, char *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = uloc_toLanguageTag(locale, buffer, capacity, true, &code);
    *status = code;
    return length;
}

int32_t cicu_locale_add_likely_subtags(const char *locale, char *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = uloc_addLikelySubtags(locale, buffer, capacity, &code);
    *status = code;
    return length;
}

int32_t cicu_locale_language(const char *locale, char *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = uloc_getLanguage(locale, buffer, capacity, &code);
    *status = code;
    return length;
}

int32_t cicu_locale_script(const char *locale, char *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = uloc_getScript(locale, buffer, capacity, &code);
    *status = code;
    return length;
}

int32_t cicu_locale_region(const char *locale, char *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = uloc_getCountry(locale, buffer, capacity, &code);
    *status = code;
    return length;
}

bool cicu_locale_is_right_to_left(const char *locale) { return uloc_isRightToLeft(locale); }

bool cicu_language_is_known(const char *language) {
    for (const char *const *known = uloc_getISOLanguages(); *known != NULL; known++) {
        if (strcmp(*known, language) == 0) return true;
    }
    return false;
}

int32_t cicu_locale_display_name(const char *locale, const char *in_locale,
                                 uint16_t *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = uloc_getDisplayName(locale, in_locale, (UChar *)buffer, capacity, &code);
    *status = code;
    return length;
}
