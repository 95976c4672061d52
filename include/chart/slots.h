/* SPDX-License-Identifier: MIT */
/*
 * Slots: a series laid over the months of a window. Private to the layer.
 *
 * Each month has a slot with its own observation, or none. A combined period
 * that lies in the window and none of whose months has a value of its own
 * becomes a span at its monthly average (rates, changes and unit values are not divided).
 * Where such periods overlap, the shortest one is taken.
 */
#ifndef CHART_SLOTS_H
#define CHART_SLOTS_H

#include "series/series.h"

struct slot_span {
    struct period period;
    size_t first, count; /* slots */
    struct ratio level; /* monthly average */
    char status;
};

struct slot_spans {
    struct slot_span *at;
    size_t count, capacity;
};

struct slots {
    struct period window;
    struct observation *at; /* one for each month */
    size_t count;
    struct slot_spans spans;
};

struct slots slots_create(struct arena *arena, const struct series *series,
                          struct period window);

bool slots_has_value(const struct slots *slots, size_t index);
const struct slot_span *slots_span_at(const struct slots *slots,
                                      size_t index); /* or NULL */

/* Months without anything from `index` on; 0 if it has a value or a span. */
size_t slots_gap(const struct slots *slots, size_t index);

/* Widens *low and *high to the values and levels; `*has_any` tells whether they are set. */
void slots_range(const struct slots *slots, struct ratio *low, struct ratio *high,
                 bool *has_any);

#endif
