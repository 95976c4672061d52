/* SPDX-License-Identifier: MIT */
/* Order: rows by the data of some fields, in Vega's ascending order. Sorting is stable. */
#ifndef GRAMMAR_ORDER_H
#define GRAMMAR_ORDER_H

#include "grammar/frame.h"

struct sort_key {
    str field; /* path */
    bool is_descending;
};

/* The rows of a frame in the order of keys. */
const struct frame *frame_sort(struct arena *arena, const struct frame *frame,
                               const struct sort_key *sort, size_t sort_count);

/* The keys with their columns, for many comparisons. */
struct order_key {
    const struct datum *column;
    bool is_descending;
};

struct order_keys {
    struct order_key *at;
    size_t count;
};

struct order_keys order_keys(struct arena *arena, const struct frame *frame,
                             const struct sort_key *sort, size_t count);
int order_compare(const struct order_keys *keys, size_t row, size_t other);
void order_rows(struct arena *arena, const struct order_keys *keys, size_t *rows,
                size_t count);

#endif
