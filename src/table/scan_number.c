/* SPDX-License-Identifier: MIT */
/*
 * Plain numbers in C alone, eight digits at a time: 8 bytes are loaded that
 * end where the digits do, and what stands before them is made to zeros. The
 * bytes are checked to be digits, and neighbours are joined three times:
 * 8 digits, 4 pairs, 2 fours, 1 number.
 */
#include "scan_internal.h"

numbers_function *numbers_with(enum split_kind kind)
{
#if defined(__x86_64__)
    switch (split_kind(kind)) {
    case SPLIT_AVX512:
        return numbers_avx512;
    case SPLIT_AVX2:
        return numbers_avx2;
    default:
        return numbers_plain;
    }
#else
    (void)kind;
    return numbers_plain;
#endif
}

const uint8_t scan_moves[SCAN_PLACES_MAX + 1][16] = {
    {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
    {128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15},
    {128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 15},
    {128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15},
    {128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 13, 14, 15},
    {128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15},
    {128, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 12, 13, 14, 15},
    {128, 0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 13, 14, 15},
    {128, 0, 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15},
    {128, 0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15},
};

/* The last `count` of the 8 bytes that end at `end`, right-aligned in zeros. */
static inline uint64_t digits_before(const char *end, size_t count)
{
    const uint64_t zeros = 0x3030303030303030U; /* "00000000" */
    uint64_t digits = scan_head(end - 8, 8);
    if (count >= 8) {
        return digits;
    }
    uint64_t filled = count ? ((uint64_t)1 << 8 * (8 - count)) - 1 : ~(uint64_t)0;
    return (digits & ~filled) | (zeros & filled);
}

static inline bool are_digits(uint64_t bytes)
{
    const uint64_t tens = 0xF0F0F0F0F0F0F0F0U;
    return ((bytes & tens) | ((bytes + 0x0606060606060606U) & tens) >> 4) ==
           0x3333333333333333U;
}

static inline uint64_t join(uint64_t digits)
{
    digits = (digits & 0x0F0F0F0F0F0F0F0FU) * 2561 >> 8;
    digits = (digits & 0x00FF00FF00FF00FFU) * 6553601 >> 16;
    return (digits & 0x0000FFFF0000FFFFU) * 42949672960001U >> 32;
}

/* Where the first point stands among `length` bytes, at most 16; else `length`. */
static inline size_t find_point(const char *at, size_t length)
{
    const uint64_t points = 0x2E2E2E2E2E2E2E2EU;
    const uint64_t low = 0x7F7F7F7F7F7F7F7FU;
    uint64_t first = scan_head(at, 8) ^ points;
    uint64_t second = scan_head(at + 8, 8) ^ points;
    first = ~(((first & low) + low) | first | low);
    second = ~(((second & low) + low) | second | low);
    size_t point = first    ? (size_t)__builtin_ctzll(first) / 8
                   : second ? 8 + (size_t)__builtin_ctzll(second) / 8
                            : length;
    return point < length ? point : length;
}

/* False for what has more than 16 bytes or 8 decimals, and for all that is no number. */
static inline bool read_number(const char *at, size_t length, uint64_t *number,
                               uint8_t *places)
{
    size_t point = length <= 16 ? find_point(at, length) : 0;
    size_t decimals = length - point; /* with the point */
    if (!point || decimals == 1 || decimals > 9) {
        return false;
    }
    uint64_t tail = digits_before(at + point, point);
    bool is_plain = are_digits(tail);
    *number = join(tail);
    if (point > 8) {
        uint64_t head = digits_before(at + point - 8, point - 8);
        is_plain &= are_digits(head);
        *number += join(head) * 100000000;
    }
    *places = 0;
    if (decimals) {
        static const uint32_t powers[] = {1,      10,      100,      1000,     10000,
                                          100000, 1000000, 10000000, 100000000};
        uint64_t rest = digits_before(at + length, decimals - 1);
        is_plain &= are_digits(rest);
        *number = *number * powers[decimals - 1] + join(rest);
        *places = (uint8_t)(decimals - 1);
    }
    return is_plain;
}

void numbers_plain(const struct scan_cells *cells, int64_t *units, uint8_t *places)
{
    for (size_t i = 0; i < cells->count; i++) {
        str cell = scan_cell(cells, i);
        bool is_negative = *cell.at == '-';
        uint64_t number = 0;
        if (!read_number(cell.at + is_negative, cell.length - is_negative, &number,
                         &places[i])) {
            places[i] = SCAN_ODD;
        }
        units[i] = is_negative ? -(int64_t)number : (int64_t)number;
    }
}
