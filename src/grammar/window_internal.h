/* SPDX-License-Identifier: MIT */
/* The rows of one group in their order; between window.c and window_aggregate.c. */
#ifndef GRAMMAR_WINDOW_INTERNAL_H
#define GRAMMAR_WINDOW_INTERNAL_H

#include "grammar/window.h"

struct partition {
    const struct frame *frame;
    const struct datum *column; /* or NULL */
    const struct order_keys *keys;
    const size_t *rows;
    size_t count;
};

/* The rows of the frame of a row: [from, to) in the partition. */
struct span {
    size_t from, to;
};

struct span window_span(const struct partition *partition, struct window_frame window,
                        size_t index);

void window_aggregate(struct arena *arena, const struct partition *partition,
                      const struct window_of *of, struct window_frame window,
                      struct datum *out);

#endif
