/* SPDX-License-Identifier: MIT */
/* The splitter with 16 bytes at a time, which every processor of its kind has. */
#include "scan_split_internal.h"

#if defined(__x86_64__)

#include <emmintrin.h>

#define SPLIT_NAME split_narrow
#define SPLIT_TARGET

typedef __m128i bytes16;

static inline bytes16 load(const char *bytes)
{
    return _mm_loadu_si128((const void *)bytes);
}

static inline uint64_t equal(bytes16 bytes, char byte)
{
    return (uint64_t)_mm_movemask_epi8(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(byte)));
}

static inline uint64_t high(bytes16 bytes)
{
    return (uint64_t)_mm_movemask_epi8(bytes);
}

#elif defined(__aarch64__)

#include <arm_neon.h>

#define SPLIT_NAME split_narrow
#define SPLIT_TARGET

typedef uint8x16_t bytes16;

static inline bytes16 load(const char *bytes)
{
    return vld1q_u8((const uint8_t *)bytes);
}

/* One bit of each byte, which is all ones or zero: pairs are added up thrice. */
static inline uint64_t gather(bytes16 bytes)
{
    static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128,
                                        1, 2, 4, 8, 16, 32, 64, 128};
    uint8x16_t bits = vandq_u8(bytes, vld1q_u8(weights));
    bits = vpaddq_u8(bits, bits);
    bits = vpaddq_u8(bits, bits);
    bits = vpaddq_u8(bits, bits);
    return vgetq_lane_u16(vreinterpretq_u16_u8(bits), 0);
}

static inline uint64_t equal(bytes16 bytes, char byte)
{
    return gather(vceqq_u8(bytes, vdupq_n_u8((uint8_t)byte)));
}

static inline uint64_t high(bytes16 bytes)
{
    return gather(vcgeq_u8(bytes, vdupq_n_u8(0x80)));
}

#endif

#ifdef SPLIT_NAME

static inline struct masks classify(const char *bytes)
{
    struct masks masks = {0};
    for (unsigned i = 0; i < SPLIT_BYTES; i += 16) {
        bytes16 part = load(bytes + i);
        masks.quote |= equal(part, '"') << i;
        masks.comma |= equal(part, ',') << i;
        masks.feed |= equal(part, '\n') << i;
        masks.carriage |= equal(part, '\r') << i;
        masks.zero |= equal(part, '\0') << i;
        masks.high |= high(part) << i;
    }
    return masks;
}

#include "scan_split_scalar_internal.h"

#include "scan_split_internal.h"

#endif
