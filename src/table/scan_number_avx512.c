/* SPDX-License-Identifier: MIT */
/*
 * Plain numbers with AVX-512, four cells at a time: of each the 16 bytes that
 * end where the cell does. What stands before the cell becomes zeros, and the
 * digits before the point move up by one, over the point. Then neighbours are
 * joined four times. How the digits move is the same for all cells with their
 * points in one place, and most columns have theirs in one: it is worked out
 * anew only where the points of four cells stand otherwise than those before.
 */
#include "scan_internal.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define TARGET __attribute__((target("avx512f,avx512bw,avx512vl,bmi,bmi2,popcnt,lzcnt")))

enum { LANES = 4, BYTES = 16 };

/* Where the points of four cells stand, a bit for each byte, and what follows from that. */
struct shape {
    uint64_t points;
    bool is_odd; /* points that end a cell, or several in one, or too many decimals */
    uint32_t places; /* of each cell a byte */
    __m512i moves; /* for each byte which one comes there */
};

TARGET static struct shape shape_of(uint64_t points)
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
        shape.places |= places << 8 * lane;
        moves[lane] = _mm_loadu_si128((const void *)scan_moves[places]);
    }
    shape.moves = _mm512_inserti32x4(_mm512_castsi128_si512(moves[0]), moves[1], 1);
    shape.moves = _mm512_inserti32x4(shape.moves, moves[2], 2);
    shape.moves = _mm512_inserti32x4(shape.moves, moves[3], 3);
    return shape;
}

/* 16 digits of each lane, bytes of 0 to 9, as one number in its lower half. */
TARGET static inline __m512i join(__m512i digits)
{
    const __m512i tens = _mm512_set1_epi16(1 << 8 | 10);
    const __m512i hundreds = _mm512_set1_epi32(1 << 16 | 100);
    const __m512i ten_thousands = _mm512_set1_epi32(1 << 16 | 10000);
    const __m512i hundred_millions = _mm512_set1_epi64(100000000);
    __m512i pairs = _mm512_maddubs_epi16(digits, tens);
    __m512i fours = _mm512_madd_epi16(pairs, hundreds);
    __m512i eights = _mm512_madd_epi16(_mm512_packus_epi32(fours, fours), ten_thousands);
    return _mm512_add_epi64(_mm512_mul_epu32(eights, hundred_millions),
                            _mm512_srli_epi64(eights, 32));
}

TARGET static inline __m512i load_four(const char *a, const char *b, const char *c,
                                       const char *d)
{
    __m256i low = _mm256_loadu2_m128i((const void *)b, (const void *)a);
    __m256i high = _mm256_loadu2_m128i((const void *)d, (const void *)c);
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
}

/* False if a cell is not plain, or points stand where those of `shape` do not. */
TARGET static inline bool read_four(const struct scan_cells *cells, size_t first,
                                    struct shape *shape, int64_t *units)
{
    static const uint8_t ends[2 * BYTES] = {
        [BYTES] = 255, 255, 255, 255, 255, 255, 255, 255, /* of a cell of 0 to 16 bytes: */
        255,           255, 255, 255, 255, 255, 255, 255, /* they start at its length */
    };
    const __m512i lows = _mm512_setr_epi64(0, 2, 4, 6, 0, 2, 4, 6);
    const char *to[LANES];
    size_t lengths[LANES];
    bool is_odd = false;
#pragma GCC unroll 4
    for (size_t lane = 0; lane < LANES; lane++) {
        str cell = scan_cell(cells, first + lane);
        to[lane] = cell.at + cell.length - BYTES;
        lengths[lane] = cell.length;
        is_odd |= cell.length - 1 >= BYTES;
    }
    if (is_odd) {
        return false;
    }
    __m512i bytes = load_four(to[0], to[1], to[2], to[3]);
    __m512i inside =
        load_four((const char *)ends + lengths[0], (const char *)ends + lengths[1],
                  (const char *)ends + lengths[2], (const char *)ends + lengths[3]);
    __mmask64 used = _mm512_movepi8_mask(inside);
    uint64_t points = _mm512_mask_cmpeq_epi8_mask(used, bytes, _mm512_set1_epi8('.'));
    if (__builtin_expect(points != shape->points, 0)) {
        *shape = shape_of(points);
    }
    __m512i digits = _mm512_maskz_sub_epi8(used, bytes, _mm512_set1_epi8('0'));
    digits = _mm512_shuffle_epi8(digits, shape->moves);
    uint64_t others = _mm512_cmpgt_epu8_mask(digits, _mm512_set1_epi8(9));
    uint64_t leading = points & ~((uint64_t)used << 1); /* no digit before the point */
    __m512i numbers = _mm512_permutexvar_epi64(lows, join(digits));
    _mm256_storeu_si256((void *)units, _mm512_castsi512_si256(numbers));
    return !(others | leading) && !shape->is_odd;
}

TARGET void numbers_avx512(const struct scan_cells *cells, int64_t *units, uint8_t *places)
{
    struct shape shape = shape_of(0);
    for (size_t i = 0; i < cells->count; i += LANES) {
        size_t count = cells->count - i < LANES ? cells->count - i : LANES;
        if (count == LANES && read_four(cells, i, &shape, units + i)) {
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
