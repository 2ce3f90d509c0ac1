// ICU's own MessageFormat, to hold Lathu's against. Not part of the program.
#ifndef LATHU_CMESSAGE_ORACLE_H
#define LATHU_CMESSAGE_ORACLE_H

#include <stdint.h>

// Writes a pattern with the text as {0}; returns the length, or -1 where ICU fails. An argument without a type is text.
int32_t oracle_format_text(const char *locale, const uint16_t *pattern, int32_t length, const uint16_t *text,
                           uint16_t *buffer, int32_t capacity);
// Writes a pattern with the number as {0}, which it has to say, and the text as {1}; returns the length, or -1 where ICU fails.
int32_t oracle_format(const char *locale, const uint16_t *pattern, int32_t length, double number,
                      const uint16_t *text, uint16_t *buffer, int32_t capacity);

#endif
