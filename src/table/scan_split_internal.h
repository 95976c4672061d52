/* SPDX-License-Identifier: MIT */
/*
 * The splitter, once for all instruction sets. A file that includes this one
 * defines beforehand
 *
 *   SPLIT_NAME     the function that it makes
 *   SPLIT_TARGET   the attribute that lets the compiler use the instructions
 *   struct masks classify(const char *bytes)      one bit for each of 64 bytes
 *   uint64_t prefix_xor(uint64_t bits)            bit i: parity of bits 0 to i
 *   uint32_t *put_ends(uint32_t *next, uint64_t bits, uint32_t offset)
 *
 * and, where it has the means, SPLIT_QUICK with
 *
 *   typedef watch        a register that has seen bytes
 *   watch watch_start(), watch_see(watch, const char *bytes)
 *   bool watch_is_plain(watch)    neither NUL nor carriage return, all ASCII
 *
 * Most texts are plain. So the text is first split as if it were, and once more
 * with all checks if it turns out not to be.
 *
 * Quotes: the parity of the quotes up to a byte says whether it stands inside
 * of a quoted field; a doubled quote closes the field and opens it again. So a
 * quote that opens must follow an end or a quote, and one that closes must be
 * followed by an end, a line end or a quote; that is all of RFC 4180.
 */
#ifndef TABLE_SCAN_SPLIT_INTERNAL_H
#define TABLE_SCAN_SPLIT_INTERNAL_H

#include "table/scan_split.h"

#include <string.h>

enum { SPLIT_BYTES = 64 };

struct masks {
    uint64_t quote, comma, feed, carriage, zero, high;
};

/* What one block of 64 bytes hands to the next. */
struct splitter {
    const char *text;
    size_t length;
    uint32_t *next;
    uint64_t inside; /* all ones inside of quotes */
    uint64_t was_border; /* bit 0: the last byte was an end or a quote */
    uint64_t was_closing, was_carriage;
    uint64_t faults, returns, feeds, breaks;
    size_t checked; /* up to there the text is UTF-8 */
    size_t rows;
};

/* Characters that start in 64 bytes of which `high` are not ASCII. Sets a fault or not. */
void split_check_utf8(struct splitter *splitter, size_t offset, uint64_t high);

split_function split_plain, split_narrow, split_avx2, split_avx512;

#endif

#ifdef SPLIT_NAME

/* `is_plain` is a constant: what it makes needless is not compiled. */
SPLIT_TARGET static inline __attribute__((always_inline)) void
split_block(struct splitter *s, size_t offset, uint64_t valid, bool is_plain)
{
    struct masks masks = classify(s->text + offset);
    uint64_t quote = masks.quote & valid;
    uint64_t inside = prefix_xor(quote) ^ s->inside; /* the opening quote is, */
    uint64_t opening = quote & inside; /* the closing one is not */
    uint64_t closing = quote & ~inside;
    uint64_t feed = masks.feed & ~inside & valid;
    uint64_t carriage = is_plain ? 0 : masks.carriage & ~inside & valid;
    uint64_t ends = (masks.comma & ~inside & valid) | feed;
    uint64_t border = ends | quote;

    s->faults |= opening & ~(border << 1 | s->was_border);
    s->faults |= (closing << 1 | s->was_closing) & ~(border | carriage) & valid;
    if (!is_plain) {
        s->faults |= (carriage << 1 | s->was_carriage) & ~feed & valid;
        s->faults |= masks.zero & valid;
        s->returns |= carriage;
        s->feeds |= feed & ~(carriage << 1 | s->was_carriage);
        s->was_carriage = carriage >> 63;
    } else {
        s->feeds |= feed;
    }
    s->inside = (uint64_t)((int64_t)inside >> 63);
    s->was_border = border >> 63;
    s->was_closing = closing >> 63;
    if (!is_plain && __builtin_expect((masks.high & valid) != 0, 0)) {
        split_check_utf8(s, offset, masks.high & valid);
    }
    s->rows += (size_t)__builtin_popcountll(feed);
    s->breaks |= masks.feed & inside & valid;
    s->next = put_ends(s->next, ends, (uint32_t)offset);
}

SPLIT_TARGET static inline struct split split_result(const struct splitter *s,
                                                     const uint32_t *ends)
{
    return (struct split){
        .count = (size_t)(s->next - ends),
        .rows = s->rows,
        .has_breaks = s->breaks != 0,
        .has_returns = s->returns != 0,
        .has_feeds = s->feeds != 0,
        .is_regular = !s->faults,
    };
}

#ifdef SPLIT_QUICK
/* False if the text is not plain. The copy of the splitter is kept in registers. */
SPLIT_TARGET static bool split_plainly(struct splitter *splitter, size_t length)
{
    struct splitter s = *splitter;
    watch seen = watch_start();
    for (size_t offset = 0; offset < length; offset += SPLIT_BYTES) {
        seen = watch_see(seen, s.text + offset);
        split_block(&s, offset, ~(uint64_t)0, true);
    }
    *splitter = s;
    return watch_is_plain(seen);
}
#endif

SPLIT_TARGET struct split SPLIT_NAME(const char *text, size_t length, uint32_t *ends) {
    const struct splitter start = {
        .text = text, .length = length, .next = ends, .was_border = 1};
    struct splitter s = start;
    size_t offset = 0;
#ifdef SPLIT_QUICK
    offset = length - length % SPLIT_BYTES;
    if (!split_plainly(&s, offset)) {
        s = start;
        offset = 0;
    }
#endif
    for (; offset + SPLIT_BYTES <= length; offset += SPLIT_BYTES) {
        split_block(&s, offset, ~(uint64_t)0, false);
    }
    if (offset < length) {
        split_block(&s, offset, ((uint64_t)1 << (length - offset)) - 1, false);
    }
    return split_result(&s, ends);
}

#endif
