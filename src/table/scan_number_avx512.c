/* SPDX-License-Identifier: MIT */
/*
 * Plain numbers with AVX-512: the 16 bytes that end where the cell does. The
 * digits before the point move up by one, over the point; then neighbours are
 * joined four times, and nothing depends on how long the number is.
 */
#include "scan_internal.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt,lzcnt")))

enum { BYTES = 16, PLACES_MAX = 9, LAST = 1 << 15 };

/* 16 digits, each a byte of 0 to 9, as one number. */
TARGET static inline uint64_t join(__m128i digits)
{
    const __m128i tens = _mm_set1_epi16(1 << 8 | 10);
    const __m128i hundreds = _mm_set1_epi32(1 << 16 | 100);
    const __m128i ten_thousands = _mm_set1_epi32(1 << 16 | 10000);
    __m128i pairs = _mm_maddubs_epi16(digits, tens);
    __m128i fours = _mm_madd_epi16(pairs, hundreds);
    __m128i eights = _mm_madd_epi16(_mm_packus_epi32(fours, fours), ten_thousands);
    uint64_t both = (uint64_t)_mm_cvtsi128_si64(eights);
    return (uint32_t)both * (uint64_t)100000000 + (both >> 32);
}

/* The places, or SCAN_ODD. `length` bytes end at `to`. */
TARGET static inline uint8_t read_number(const char *to, size_t length, uint64_t *number)
{
    __m128i bytes = _mm_loadu_si128((const void *)(to - BYTES));
    uint32_t used = (uint32_t)0xFFFF << ((BYTES - length) & 31) & 0xFFFF;
    uint32_t point = _mm_mask_cmpeq_epi8_mask((__mmask16)used, bytes, _mm_set1_epi8('.'));
    uint32_t has_point = point != 0;
    uint32_t moved = (point ^ (point - 1)) & -has_point; /* up to the point */
    __m128i digits =
        _mm_mask_blend_epi8((__mmask16)moved, bytes, _mm_bslli_si128(bytes, 1));
    digits = _mm_maskz_sub_epi8((__mmask16)(used << has_point), digits, _mm_set1_epi8('0'));
    uint32_t places = has_point ? 15 - (uint32_t)__builtin_ctz(point) : 0;
    bool is_odd = _mm_cmpgt_epu8_mask(digits, _mm_set1_epi8(9)) != 0;
    is_odd |= (point & (LAST | (used & -used))) != 0; /* a point that leads or trails */
    is_odd |= length - 1 >= BYTES;
    is_odd |= places > PLACES_MAX;
    *number = join(digits);
    return (uint8_t)(is_odd ? SCAN_ODD : places);
}

TARGET void numbers_avx512(const struct scan_cells *cells, int64_t *units, uint8_t *places)
{
    const char *text = cells->text;
    const uint32_t *ends = cells->ends + cells->column;
    for (size_t i = 0; i < cells->count; i++) {
        uint32_t row = cells->rows[i];
        uint32_t from = (ends - 1)[row] + 1;
        uint32_t to = ends[row];
        to -= cells->has_returns && to > from && text[to - 1] == '\r';
        bool is_negative = text[from] == '-';
        from += is_negative;
        uint64_t number;
        places[i] = read_number(text + to, to - from, &number);
        units[i] = is_negative ? -(int64_t)number : (int64_t)number;
    }
}

#endif
