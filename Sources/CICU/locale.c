#include "CICU.h"
#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

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

bool cicu_region_is_known(const char *region) {
    for (const char *const *known = uloc_getISOCountries(); *known != NULL; known++) {
        if (strcmp(*known, region) == 0) return true;
    }
    return false;
}

int32_t cicu_region_display_name(const char *locale, const char *in_locale,
                                 uint16_t *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t length = uloc_getDisplayCountry(locale, in_locale, (UChar *)buffer, capacity, &code);
    *status = code;
    return length;
}

// ICU gives the explicit parents of CLDR (supplemental data, parentLocales) in a resource of its own, and leaves
// truncation, which is the rule for all other locales, to its callers (UTS #35, part 1, 4.1.3).
int32_t cicu_locale_parent(const char *locale, char *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UResourceBundle *bundle = ures_openDirect(NULL, "supplementalData", &code);
    UResourceBundle *parents = ures_getByKey(bundle, "parentLocales", NULL, &code);
    int32_t length = 0;
    while (U_SUCCESS(code) && length == 0 && ures_hasNext(parents)) {
        UErrorCode inner = U_ZERO_ERROR;
        UResourceBundle *children = ures_getNextResource(parents, NULL, &inner);
        if (U_FAILURE(inner)) break;
        const char *parent = ures_getKey(children);
        int32_t count = ures_getSize(children);
        for (int32_t index = 0; index < count && length == 0; index++) {
            int32_t units = 0;
            const UChar *child = ures_getStringByIndex(children, index, &units, &inner);
            char name[ULOC_FULLNAME_CAPACITY];
            if (U_FAILURE(inner) || units >= (int32_t)sizeof name) continue;
            u_UCharsToChars(child, name, units);
            name[units] = 0;
            if (strcmp(name, locale) == 0 && (int32_t)strlen(parent) < capacity) {
                strcpy(buffer, parent);
                length = (int32_t)strlen(parent);
            }
        }
        ures_close(children);
    }
    ures_close(parents);
    ures_close(bundle);
    if (length == 0) {
        code = U_ZERO_ERROR;
        length = uloc_getParent(locale, buffer, capacity, &code);
        if (length == 0 && capacity > 4) {
            strcpy(buffer, "root");
            length = 4;
        }
    }
    *status = code;
    return length;
}
