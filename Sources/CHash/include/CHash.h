// SHA-256 (FIPS 180-4), in C because the tests are built without optimization.
#ifndef LATHU_CHASH_H
#define LATHU_CHASH_H

#include <stddef.h>
#include <stdint.h>

// Takes whole blocks of 64 bytes into the state of eight words.
// Uses the processor's own instructions for it where there are any.
void chash_sha256(uint32_t *state, const uint8_t *bytes, size_t blocks);

// The same without them.
void chash_sha256_portable(uint32_t *state, const uint8_t *bytes, size_t blocks);

#endif
