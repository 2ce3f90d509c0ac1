#include "CICU.h"
#include <unicode/uregex.h>

// A hostile pattern or text must not hang the program: ICU counts time in steps of its matching engine,
// of the order of a millisecond each, and backtracking memory in bytes.
static const int32_t STEP_LIMIT = 5000;
static const int32_t STACK_LIMIT = 8 * 1024 * 1024;

CICURegex *cicu_regex_open(const uint16_t *pattern, int32_t length, int32_t *error_offset, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UParseError error = {0};
    URegularExpression *regex = uregex_open((const UChar *)pattern, length, 0, &error, &code);
    *error_offset = error.offset;
    *status = code;
    if (U_FAILURE(code)) return NULL;
    uregex_setTimeLimit(regex, STEP_LIMIT, &code);
    uregex_setStackLimit(regex, STACK_LIMIT, &code);
    uregex_useTransparentBounds(regex, true, &code);
    uregex_useAnchoringBounds(regex, false, &code);
    *status = code;
    return (CICURegex *)regex;
}

CICURegex *cicu_regex_clone(const CICURegex *regex, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    URegularExpression *copy = uregex_clone((const URegularExpression *)regex, &code);
    if (U_SUCCESS(code)) {
        uregex_setTimeLimit(copy, STEP_LIMIT, &code);
        uregex_setStackLimit(copy, STACK_LIMIT, &code);
        uregex_useTransparentBounds(copy, true, &code);
        uregex_useAnchoringBounds(copy, false, &code);
    }
    *status = code;
    return (CICURegex *)copy;
}

void cicu_regex_close(CICURegex *regex) { uregex_close((URegularExpression *)regex); }

void cicu_regex_set_text(CICURegex *regex, const uint16_t *text, int32_t length, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    uregex_setText((URegularExpression *)regex, (const UChar *)text, length, &code);
    *status = code;
}

bool cicu_regex_find(CICURegex *regex, int32_t from, int32_t *start, int32_t *end, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    URegularExpression *expression = (URegularExpression *)regex;
    bool found = uregex_find(expression, from, &code);
    if (found) {
        *start = uregex_start(expression, 0, &code);
        *end = uregex_end(expression, 0, &code);
    }
    *status = code;
    return found && U_SUCCESS(code);
}

bool cicu_regex_looking_at(CICURegex *regex, int32_t at, int32_t *end, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    URegularExpression *expression = (URegularExpression *)regex;
    bool matches = uregex_lookingAt(expression, at, &code);
    if (matches) *end = uregex_end(expression, 0, &code);
    *status = code;
    return matches && U_SUCCESS(code);
}

bool cicu_regex_ends_at(CICURegex *regex, int32_t from, int32_t at, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    URegularExpression *expression = (URegularExpression *)regex;
    bool holds = false;
    while (!holds && from <= at) {
        // No match reaches past the region's end, so the next start that matches at all is worth trying.
        uregex_setRegion(expression, from, at, &code);
        if (!uregex_find(expression, -1, &code) || U_FAILURE(code)) break;
        int32_t start = uregex_start(expression, 0, &code);
        holds = uregex_end(expression, 0, &code) == at;
        if (!holds) {
            uregex_setRegion(expression, start, at, &code);
            holds = uregex_matches(expression, -1, &code);
        }
        if (U_FAILURE(code)) break;
        from = start + 1;
    }
    UErrorCode reset = U_ZERO_ERROR;
    uregex_reset(expression, 0, &reset);
    *status = code;
    return holds && U_SUCCESS(code);
}
