/* SPDX-License-Identifier: MIT */
/* Which splitter there is; and UTF-8, which is the same for all of them. */
#include "scan_split_internal.h"

#if defined(__x86_64__)
static bool has_avx2(void)
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") &&
           __builtin_cpu_supports("pclmul");
}

static bool has_avx512(void)
{
    return has_avx2() && __builtin_cpu_supports("avx512bw") &&
           __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi2");
}
#endif

split_function *split_with(enum split_kind kind)
{
    switch (split_kind(kind)) {
    case SPLIT_PLAIN:
        return split_plain;
#if defined(__x86_64__)
    case SPLIT_NARROW:
        return split_narrow;
    case SPLIT_AVX2:
        return has_avx2() ? split_avx2 : NULL;
    case SPLIT_AVX512:
        return has_avx512() ? split_avx512 : NULL;
#elif defined(__aarch64__)
    case SPLIT_NARROW:
        return split_narrow;
#endif
    default:
        return NULL;
    }
}

enum split_kind split_kind(enum split_kind kind)
{
    if (kind != SPLIT_BEST) {
        return kind;
    }
    kind = SPLIT_AVX512;
    while (!split_with(kind)) {
        kind = (enum split_kind)(kind - 1);
    }
    return kind;
}

const char *split_kind_name(enum split_kind kind)
{
    static const char *const names[SPLIT_KIND_COUNT] = {
        [SPLIT_BEST] = "the best",
        [SPLIT_PLAIN] = "plain C",
#if defined(__aarch64__)
        [SPLIT_NARROW] = "NEON",
#else
        [SPLIT_NARROW] = "SSE2",
#endif
        [SPLIT_AVX2] = "AVX2",
        [SPLIT_AVX512] = "AVX-512",
    };
    return names[kind];
}

/*
 * A character may reach into the next block, so `checked` runs ahead. One that
 * the end of the text cuts off is left to whoever reads on: the text then does
 * not end in a line feed, and its last row is split again.
 */
void split_check_utf8(struct splitter *splitter, size_t offset, uint64_t high)
{
    str text = {splitter->text, splitter->length};
    for (; high; high &= high - 1) {
        size_t at = offset + (size_t)__builtin_ctzll(high);
        uint32_t character;
        if (at < splitter->checked) {
            continue;
        }
        size_t length = str_decode(text, at, &character);
        bool is_cut = text.length - at < 4 && (text.at[text.length - 1] & 0x80);
        if (!length && !is_cut) {
            splitter->faults = 1;
        }
        splitter->checked = at + (length ? length : 4);
    }
}
