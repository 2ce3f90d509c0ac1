#include "CICU.h"
#include <unicode/ubrk.h>

CICUBreaker *cicu_breaker_open(int32_t kind, const char *locale, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UBreakIterator *iterator = ubrk_open((UBreakIteratorType)kind, locale, NULL, 0, &code);
    *status = code;
    return (CICUBreaker *)iterator;
}

CICUBreaker *cicu_breaker_clone(const CICUBreaker *breaker, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UBreakIterator *copy = ubrk_clone((const UBreakIterator *)breaker, &code);
    *status = code;
    return (CICUBreaker *)copy;
}

void cicu_breaker_close(CICUBreaker *breaker) {
    ubrk_close((UBreakIterator *)breaker);
}

int32_t cicu_breaker_boundaries(CICUBreaker *breaker, const uint16_t *text, int32_t length,
                                int32_t *boundaries, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UBreakIterator *iterator = (UBreakIterator *)breaker;
    ubrk_setText(iterator, (const UChar *)text, length, &code);
    *status = code;
    if (U_FAILURE(code)) return 0;
    int32_t count = 0;
    ubrk_first(iterator);
    for (int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
        boundaries[count++] = at;
    }
    // The iterator must not keep a pointer to text that the caller is about to free.
    ubrk_setText(iterator, (const UChar *)u"", 0, &code);
    return count;
}
