#include "CICU.h"
#include <math.h>
#include <unicode/ucal.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>

// Noon keeps every date far from the edges of its day, whatever is rounded.
static const int32_t NOON = 12;

static UCalendar *open_gregorian(UErrorCode *code) {
    UCalendar *calendar = ucal_open((const UChar *)u"Etc/UTC", -1, "en@calendar=gregorian", UCAL_GREGORIAN, code);
    if (U_SUCCESS(*code)) ucal_setGregorianChange(calendar, -INFINITY, code);
    return calendar;
}

CICUDateFormat *cicu_date_format_open(const char *locale, const uint16_t *pattern, int32_t pattern_length,
                                      int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UDateFormatStyle style = pattern_length == 0 ? UDAT_LONG : UDAT_PATTERN;
    UDateFormatStyle time = pattern_length == 0 ? UDAT_NONE : UDAT_PATTERN;
    UDateFormat *format = udat_open(time, style, locale, (const UChar *)u"Etc/UTC", -1,
                                    pattern_length == 0 ? NULL : (const UChar *)pattern,
                                    pattern_length, &code);
    *status = code;
    if (U_FAILURE(code)) return NULL;
    // The format's own calendar would be Julian before October 1582. Other calendars than the Gregorian
    // have no such change, and say so by an error that is no concern here.
    UErrorCode ignored = U_ZERO_ERROR;
    UCalendar *calendar = ucal_clone(udat_getCalendar(format), &ignored);
    if (U_SUCCESS(ignored)) {
        ucal_setGregorianChange(calendar, -INFINITY, &ignored);
        if (U_SUCCESS(ignored)) udat_setCalendar(format, calendar);
        ucal_close(calendar);
    }
    udat_setLenient(format, false);
    return (CICUDateFormat *)format;
}

void cicu_date_format_close(CICUDateFormat *format) { udat_close((UDateFormat *)format); }

int32_t cicu_date_format_format(const CICUDateFormat *format, int32_t year, int32_t month, int32_t day,
                                uint16_t *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UCalendar *calendar = open_gregorian(&code);
    if (U_FAILURE(code)) {
        *status = code;
        return 0;
    }
    ucal_setDateTime(calendar, year, month - 1, day, NOON, 0, 0, &code);
    UDate millis = ucal_getMillis(calendar, &code);
    ucal_close(calendar);
    int32_t length = udat_format((const UDateFormat *)format, millis, (UChar *)buffer, capacity, NULL, &code);
    *status = code;
    return length;
}

int32_t cicu_date_format_parse(const CICUDateFormat *format, const uint16_t *text, int32_t length,
                               int32_t *year, int32_t *month, int32_t *day) {
    UErrorCode code = U_ZERO_ERROR;
    int32_t position = 0;
    UDate millis = udat_parse((const UDateFormat *)format, (const UChar *)text, length, &position, &code);
    if (U_FAILURE(code) || position == 0) return -1;
    UCalendar *calendar = open_gregorian(&code);
    if (U_FAILURE(code)) return -1;
    ucal_setMillis(calendar, millis, &code);
    *year = ucal_get(calendar, UCAL_EXTENDED_YEAR, &code);
    *month = ucal_get(calendar, UCAL_MONTH, &code) + 1;
    *day = ucal_get(calendar, UCAL_DATE, &code);
    ucal_close(calendar);
    return U_FAILURE(code) ? -1 : position;
}

int32_t cicu_date_pattern_for_skeleton(const char *locale, const uint16_t *skeleton, int32_t length,
                                       uint16_t *buffer, int32_t capacity, int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UDateTimePatternGenerator *generator = udatpg_open(locale, &code);
    int32_t needed = udatpg_getBestPattern(generator, (const UChar *)skeleton, length, (UChar *)buffer, capacity, &code);
    udatpg_close(generator);
    *status = code;
    return needed;
}

int32_t cicu_date_pattern_for_style(const char *locale, int32_t style, uint16_t *buffer, int32_t capacity,
                                    int32_t *status) {
    UErrorCode code = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_NONE, (UDateFormatStyle)style, locale, (const UChar *)u"Etc/UTC", -1, NULL, 0, &code);
    int32_t needed = U_SUCCESS(code) ? udat_toPattern(format, false, (UChar *)buffer, capacity, &code) : 0;
    udat_close(format);
    *status = code;
    return needed;
}
