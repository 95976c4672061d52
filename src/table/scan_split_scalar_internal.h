/* SPDX-License-Identifier: MIT */
/* What the splitters do on a 64-bit word where they have no instruction for it. */
#ifndef TABLE_SCAN_SPLIT_SCALAR_INTERNAL_H
#define TABLE_SCAN_SPLIT_SCALAR_INTERNAL_H

#include <stdint.h>

static inline uint64_t prefix_xor(uint64_t bits)
{
    for (unsigned shift = 1; shift < 64; shift *= 2) {
        bits ^= bits << shift;
    }
    return bits;
}

static inline uint32_t *put_ends(uint32_t *next, uint64_t bits, uint32_t offset)
{
    for (; bits; bits &= bits - 1) {
        *next++ = offset + (uint32_t)__builtin_ctzll(bits);
    }
    return next;
}

#endif
