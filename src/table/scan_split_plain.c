/* SPDX-License-Identifier: MIT */
/* The splitter in C alone: eight bytes of a word at a time. */
#include "scan_split_internal.h"

#define SPLIT_NAME split_plain
#define SPLIT_TARGET

static const uint64_t low_bits = 0x7F7F7F7F7F7F7F7FU;

/* The top bit of each byte that is zero; exact, no carry leaves its byte. */
static inline uint64_t zero_bytes(uint64_t word)
{
    return ~(((word & low_bits) + low_bits) | word | low_bits);
}

/* The top bits of eight bytes, first byte first, as the low eight bits. */
static inline uint64_t gather(uint64_t tops)
{
    return ((tops >> 7) * 0x0102040810204080U) >> 56;
}

static inline uint64_t equal(uint64_t word, char byte)
{
    return gather(zero_bytes(word ^ (0x0101010101010101U * (unsigned char)byte)));
}

static inline uint64_t load(const char *bytes)
{
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

static inline struct masks classify(const char *bytes)
{
    struct masks masks = {0};
    for (unsigned i = 0; i < SPLIT_BYTES; i += 8) {
        uint64_t word = load(bytes + i);
        masks.quote |= equal(word, '"') << i;
        masks.comma |= equal(word, ',') << i;
        masks.feed |= equal(word, '\n') << i;
        masks.carriage |= equal(word, '\r') << i;
        masks.zero |= equal(word, '\0') << i;
        masks.high |= gather(word & ~low_bits) << i;
    }
    return masks;
}

#include "scan_split_scalar_internal.h"

#include "scan_split_internal.h"
