/* SPDX-License-Identifier: MIT */
/* The splitter with AVX-512: 64 bytes at a time, and their ends without a loop. */
#include "scan_split_internal.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define SPLIT_NAME split_avx512
#define SPLIT_TARGET \
    __attribute__(( \
        target("avx512f,avx512bw,avx512vl,avx512vbmi2,pclmul,bmi,bmi2,popcnt,lzcnt")))

SPLIT_TARGET static inline uint64_t equal(__m512i bytes, char byte)
{
    return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8(byte));
}

SPLIT_TARGET static inline struct masks classify(const char *bytes)
{
    __m512i block = _mm512_loadu_si512(bytes);
    return (struct masks){
        .quote = equal(block, '"'),
        .comma = equal(block, ','),
        .feed = equal(block, '\n'),
        .carriage = equal(block, '\r'),
        .zero = _mm512_testn_epi8_mask(block, block),
        .high = _mm512_movepi8_mask(block),
    };
}

/* Carry-less: the product with all ones adds up the lower bits of each bit. */
SPLIT_TARGET static inline uint64_t prefix_xor(uint64_t bits)
{
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits),
                                           _mm_set1_epi8((char)0xFF), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

SPLIT_TARGET static inline void put_16(uint32_t *next, __m128i places, __m512i offset)
{
    _mm512_storeu_si512(next, _mm512_add_epi32(_mm512_cvtepu8_epi32(places), offset));
}

/* The numbers 0 to 63 of the bits that are set are pushed together, and widened by 16. */
SPLIT_TARGET static inline uint32_t *put_ends(uint32_t *next, uint64_t bits,
                                              uint32_t offset)
{
    const __m512i numbers = _mm512_set_epi8(
        63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43,
        42, 41, 40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22,
        21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
    size_t count = (size_t)__builtin_popcountll(bits);
    __m512i places = _mm512_maskz_compress_epi8(bits, numbers);
    __m512i base = _mm512_set1_epi32((int)offset);
    put_16(next, _mm512_castsi512_si128(places), base);
    if (__builtin_expect(count > 16, 0)) {
        put_16(next + 16, _mm512_extracti32x4_epi32(places, 1), base);
        put_16(next + 32, _mm512_extracti32x4_epi32(places, 2), base);
        put_16(next + 48, _mm512_extracti32x4_epi32(places, 3), base);
    }
    return next + count;
}

#define SPLIT_QUICK

struct watch {
    __m512i least; /* signed: NUL is 0, and what is not ASCII below it */
    __m512i returns; /* zero where a carriage return was */
};

typedef struct watch watch;

SPLIT_TARGET static inline watch watch_start(void)
{
    return (watch){_mm512_set1_epi8(127), _mm512_set1_epi8(127)};
}

SPLIT_TARGET static inline watch watch_see(watch seen, const char *bytes)
{
    __m512i block = _mm512_loadu_si512(bytes);
    __m512i differs = _mm512_xor_si512(block, _mm512_set1_epi8('\r'));
    seen.least = _mm512_min_epi8(seen.least, block);
    seen.returns = _mm512_min_epu8(seen.returns, differs);
    return seen;
}

SPLIT_TARGET static inline bool watch_is_plain(watch seen)
{
    __mmask64 low = _mm512_cmpgt_epi8_mask(_mm512_set1_epi8(1), seen.least);
    return !low && !_mm512_testn_epi8_mask(seen.returns, seen.returns);
}

#include "scan_split_internal.h"

#endif
