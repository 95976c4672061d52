/* SPDX-License-Identifier: MIT */
/* An index of distinct data by value, in the order in which they came. */
#ifndef PLOT_DATUM_INDEX_H
#define PLOT_DATUM_INDEX_H

#include "grammar/datum.h"

struct datum_index {
    struct datum_list values; /* distinct */
    size_t *slots; /* 1 + place in `values`, by hash; 0 is free */
    size_t slot_count; /* a power of 2, or 0 */
};

/* Place of the datum, which is added if it is new. */
size_t datum_index_add(struct arena *arena, struct datum_index *index, struct datum datum);

/* SIZE_MAX if it is not there. */
size_t datum_index_find(const struct datum_index *index, struct datum datum);

#endif
