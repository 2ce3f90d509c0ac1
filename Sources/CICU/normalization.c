#include "CICU.h"
#include <unicode/unorm2.h>

static const UNormalizer2 *instance(int32_t form, UErrorCode *code) {
    switch (form) {
        case CICU_NFD: return unorm2_getNFDInstance(code);
        case CICU_NFKC_CASEFOLD: return unorm2_getNFKCCasefoldInstance(code);
        default: return unorm2_getNFCInstance(code);
    }
}

int32_t cicu_normalize(int32_t form, const uint16_t *text, int32_t length,
                       uint16_t *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = instance(form, &code);
    int32_t needed = unorm2_normalize(normalizer, (const UChar *)text, length,
                                      (UChar *)buffer, capacity, &code);
    *status = code;
    return needed;
}

int32_t cicu_normalized_prefix(int32_t form, const uint16_t *text, int32_t length, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = instance(form, &code);
    int32_t prefix = unorm2_spanQuickCheckYes(normalizer, (const UChar *)text, length, &code);
    *status = code;
    return prefix;
}
