/* SPDX-License-Identifier: MIT */
/* The splitter with AVX2: 32 bytes at a time. */
#include "scan_split_internal.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define SPLIT_NAME split_avx2
#define SPLIT_TARGET __attribute__((target("avx2,pclmul,bmi,bmi2,popcnt,lzcnt")))

SPLIT_TARGET static inline uint64_t equal(__m256i low, __m256i high, char byte)
{
    __m256i wanted = _mm256_set1_epi8(byte);
    uint32_t low_bits = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted));
    uint32_t high_bits = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted));
    return (uint64_t)high_bits << 32 | low_bits;
}

SPLIT_TARGET static inline struct masks classify(const char *bytes)
{
    __m256i low = _mm256_loadu_si256((const void *)bytes);
    __m256i high = _mm256_loadu_si256((const void *)(bytes + 32));
    return (struct masks){
        .quote = equal(low, high, '"'),
        .comma = equal(low, high, ','),
        .feed = equal(low, high, '\n'),
        .carriage = equal(low, high, '\r'),
        .zero = equal(low, high, '\0'),
        .high = (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32 |
                (uint32_t)_mm256_movemask_epi8(low),
    };
}

/* Carry-less: the product with all ones adds up the lower bits of each bit. */
SPLIT_TARGET static inline uint64_t prefix_xor(uint64_t bits)
{
    __m128i product = _mm_clmulepi64_si128(_mm_cvtsi64_si128((long long)bits),
                                           _mm_set1_epi8((char)0xFF), 0);
    return (uint64_t)_mm_cvtsi128_si64(product);
}

/* Eight at a time, those that are not there too: a loop by their count would be guessed. */
SPLIT_TARGET static inline uint32_t *put_ends(uint32_t *next, uint64_t bits,
                                              uint32_t offset)
{
    size_t count = (size_t)__builtin_popcountll(bits);
    for (size_t done = 0; done < count; done += 8) {
        for (size_t i = 0; i < 8; i++) {
            next[done + i] = offset + (uint32_t)_tzcnt_u64(bits);
            bits = _blsr_u64(bits);
        }
    }
    return next + count;
}

#define SPLIT_QUICK

struct watch {
    __m256i least; /* signed: NUL is 0, and what is not ASCII below it */
    __m256i returns; /* zero where a carriage return was */
};

typedef struct watch watch;

SPLIT_TARGET static inline watch watch_start(void)
{
    return (watch){_mm256_set1_epi8(127), _mm256_set1_epi8(127)};
}

SPLIT_TARGET static inline watch watch_see(watch seen, const char *bytes)
{
    const __m256i carriage = _mm256_set1_epi8('\r');
    for (size_t half = 0; half < 2; half++) {
        __m256i block = _mm256_loadu_si256((const void *)(bytes + 32 * half));
        __m256i differs = _mm256_xor_si256(block, carriage);
        seen.least = _mm256_min_epi8(seen.least, block);
        seen.returns = _mm256_min_epu8(seen.returns, differs);
    }
    return seen;
}

SPLIT_TARGET static inline bool watch_is_plain(watch seen)
{
    __m256i low = _mm256_cmpgt_epi8(_mm256_set1_epi8(1), seen.least);
    __m256i carriage = _mm256_cmpeq_epi8(seen.returns, _mm256_setzero_si256());
    return !_mm256_movemask_epi8(_mm256_or_si256(low, carriage));
}

#include "scan_split_internal.h"

#endif
