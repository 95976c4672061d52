/* SPDX-License-Identifier: MIT */
/* Plain numbers with AVX2: as with AVX-512, two cells at a time. */
#include "scan_internal.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))

enum { LANES = 2, BYTES = 16 };

struct shape {
    uint32_t points;
    bool is_odd;
    uint16_t places;
    __m256i moves;
};

TARGET static struct shape shape_of(uint32_t points)
{
    struct shape shape = {.points = points};
    __m128i moves[LANES];
    for (unsigned lane = 0; lane < LANES; lane++) {
        uint32_t point = points >> BYTES * lane & 0xFFFF;
        uint32_t places = point ? BYTES - 1 - (uint32_t)__builtin_ctz(point) : 0;
        bool is_odd =
            (point & (point - 1)) || (point && !places) || places > SCAN_PLACES_MAX;
        shape.is_odd |= is_odd;
        places = is_odd ? 0 : places;
        shape.places = (uint16_t)(shape.places | places << 8 * lane);
        moves[lane] = _mm_loadu_si128((const void *)scan_moves[places]);
    }
    shape.moves = _mm256_set_m128i(moves[1], moves[0]);
    return shape;
}

/* 16 digits of each lane, bytes of 0 to 9, as one number in its lower half. */
TARGET static inline __m256i join(__m256i digits)
{
    const __m256i tens = _mm256_set1_epi16(1 << 8 | 10);
    const __m256i hundreds = _mm256_set1_epi32(1 << 16 | 100);
    const __m256i ten_thousands = _mm256_set1_epi32(1 << 16 | 10000);
    const __m256i hundred_millions = _mm256_set1_epi64x(100000000);
    __m256i pairs = _mm256_maddubs_epi16(digits, tens);
    __m256i fours = _mm256_madd_epi16(pairs, hundreds);
    __m256i eights = _mm256_madd_epi16(_mm256_packus_epi32(fours, fours), ten_thousands);
    return _mm256_add_epi64(_mm256_mul_epu32(eights, hundred_millions),
                            _mm256_srli_epi64(eights, 32));
}

/* False if a cell is not plain. */
TARGET static inline bool read_two(const struct scan_cells *cells, size_t first,
                                   struct shape *shape, int64_t *units)
{
    static const uint8_t ends[2 * BYTES] = {
        [BYTES] = 255, 255, 255, 255, 255, 255, 255, 255, /* as with AVX-512 */
        255,           255, 255, 255, 255, 255, 255, 255,
    };
    str a = scan_cell(cells, first);
    str b = scan_cell(cells, first + 1);
    if (a.length - 1 >= BYTES || b.length - 1 >= BYTES) {
        return false;
    }
    __m256i bytes = _mm256_loadu2_m128i((const void *)(b.at + b.length - BYTES),
                                        (const void *)(a.at + a.length - BYTES));
    __m256i inside = _mm256_loadu2_m128i((const void *)(ends + b.length),
                                         (const void *)(ends + a.length));
    __m256i point =
        _mm256_and_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('.')), inside);
    uint32_t points = (uint32_t)_mm256_movemask_epi8(point);
    uint32_t used = (uint32_t)_mm256_movemask_epi8(inside);
    if (__builtin_expect(points != shape->points, 0)) {
        *shape = shape_of(points);
    }
    __m256i digits = _mm256_sub_epi8(bytes, _mm256_set1_epi8('0'));
    digits = _mm256_shuffle_epi8(_mm256_and_si256(digits, inside), shape->moves);
    __m256i others = _mm256_subs_epu8(digits, _mm256_set1_epi8(9));
    uint32_t leading = points & ~(used << 1); /* no digit before the point */
    __m256i numbers = _mm256_permute4x64_epi64(join(digits), 2 << 2);
    _mm_storeu_si128((void *)units, _mm256_castsi256_si128(numbers));
    return _mm256_testz_si256(others, others) && !leading && !shape->is_odd;
}

TARGET void numbers_avx2(const struct scan_cells *cells, int64_t *units, uint8_t *places)
{
    struct shape shape = shape_of(0);
    for (size_t i = 0; i < cells->count; i += LANES) {
        size_t count = cells->count - i < LANES ? cells->count - i : LANES;
        if (count == LANES && read_two(cells, i, &shape, units + i)) {
            memcpy(places + i, &shape.places, LANES);
        } else {
            struct scan_cells rest = *cells;
            rest.rows += i;
            rest.count = count;
            numbers_plain(&rest, units + i, places + i);
        }
    }
}

#endif
