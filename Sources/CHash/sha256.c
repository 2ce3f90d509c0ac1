#include "CHash.h"

#ifdef __x86_64__
#include <cpuid.h>
#include <immintrin.h>
#endif

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes.
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

#define ROTATED(word, count) ((word) >> (count) | (word) << (32 - (count)))

// Section 6.2.2.
static void compress(uint32_t *state, const uint8_t *bytes) {
    uint32_t schedule[64];
    for (int i = 0; i < 16; i++) {
        schedule[i] = (uint32_t)bytes[4 * i] << 24 | (uint32_t)bytes[4 * i + 1] << 16 |
                      (uint32_t)bytes[4 * i + 2] << 8 | bytes[4 * i + 3];
    }
    for (int i = 16; i < 64; i++) {
        uint32_t early = schedule[i - 15], late = schedule[i - 2];
        schedule[i] = schedule[i - 16] + (ROTATED(early, 7) ^ ROTATED(early, 18) ^ early >> 3) + schedule[i - 7] +
                      (ROTATED(late, 17) ^ ROTATED(late, 19) ^ late >> 10);
    }
    uint32_t a = state[0], b = state[1], c = state[2], d = state[3];
    uint32_t e = state[4], f = state[5], g = state[6], h = state[7];
    for (int i = 0; i < 64; i++) {
        uint32_t first = h + (ROTATED(e, 6) ^ ROTATED(e, 11) ^ ROTATED(e, 25)) + ((e & f) ^ (~e & g)) + constants[i] +
                         schedule[i];
        uint32_t second = (ROTATED(a, 2) ^ ROTATED(a, 13) ^ ROTATED(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + first;
        d = c, c = b, b = a, a = first + second;
    }
    state[0] += a, state[1] += b, state[2] += c, state[3] += d;
    state[4] += e, state[5] += f, state[6] += g, state[7] += h;
}

void chash_sha256_portable(uint32_t *state, const uint8_t *bytes, size_t blocks) {
    for (size_t block = 0; block < blocks; block++) compress(state, bytes + 64 * block);
}

#ifdef __x86_64__
// The same by the processor's own instructions, four rounds at a time. They want the state as two halves, with a, b, e, f
// and c, d, g, h from the highest word down; after two rounds the first half is where the second was.
__attribute__((target("sha,sse4.1"))) static void compress_by_processor(
    uint32_t *state, const uint8_t *bytes, size_t blocks) {
    const __m128i big_endian = _mm_set_epi8(12, 13, 14, 15, 8, 9, 10, 11, 4, 5, 6, 7, 0, 1, 2, 3);
    __m128i abef = _mm_set_epi32((int)state[0], (int)state[1], (int)state[4], (int)state[5]);
    __m128i cdgh = _mm_set_epi32((int)state[2], (int)state[3], (int)state[6], (int)state[7]);
    for (; blocks > 0; blocks--, bytes += 64) {
        __m128i first = abef, second = cdgh, words[4];
        for (int group = 0; group < 16; group++) {
            __m128i *current = &words[group & 3];
            if (group < 4) {
                *current = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)bytes + group), big_endian);
            } else {
                __m128i before = words[(group + 3) & 3];
                __m128i early = _mm_sha256msg1_epu32(*current, words[(group + 1) & 3]);
                early = _mm_add_epi32(early, _mm_alignr_epi8(before, words[(group + 2) & 3], 4));
                *current = _mm_sha256msg2_epu32(early, before);
            }
            __m128i sum = _mm_add_epi32(*current, _mm_loadu_si128((const __m128i *)constants + group));
            cdgh = _mm_sha256rnds2_epu32(cdgh, abef, sum);
            abef = _mm_sha256rnds2_epu32(abef, cdgh, _mm_shuffle_epi32(sum, 0x0E));
        }
        abef = _mm_add_epi32(abef, first);
        cdgh = _mm_add_epi32(cdgh, second);
    }
    uint32_t halves[8];
    _mm_storeu_si128((__m128i *)halves, abef);
    _mm_storeu_si128((__m128i *)halves + 1, cdgh);
    state[0] = halves[3], state[1] = halves[2], state[4] = halves[1], state[5] = halves[0];
    state[2] = halves[7], state[3] = halves[6], state[6] = halves[5], state[7] = halves[4];
}

static int processor_knows(void) {
    // 0 is not asked yet; the answer is the same whoever asks.
    static _Atomic int answer;
    int known = answer;
    if (known == 0) {
        unsigned a, b, c, d;
        known = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b & bit_SHA) != 0 ? 1 : 2;
        answer = known;
    }
    return known == 1;
}
#endif

void chash_sha256(uint32_t *state, const uint8_t *bytes, size_t blocks) {
#ifdef __x86_64__
    if (processor_knows()) {
        compress_by_processor(state, bytes, blocks);
        return;
    }
#endif
    chash_sha256_portable(state, bytes, blocks);
}
