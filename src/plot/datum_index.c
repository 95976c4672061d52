/* SPDX-License-Identifier: MIT */
#include "datum_index.h"

/* The slot that holds the datum, or the free one where it belongs. */
static size_t find_slot(const struct datum_index *index, struct datum datum)
{
    size_t slot = datum_hash(datum) & (index->slot_count - 1);
    while (index->slots[slot] &&
           !datum_is_same(index->values.at[index->slots[slot] - 1], datum)) {
        slot = (slot + 1) & (index->slot_count - 1);
    }
    return slot;
}

static void grow(struct arena *arena, struct datum_index *index)
{
    index->slot_count = index->slot_count ? 2 * index->slot_count : 16;
    index->slots = arena_array(arena, size_t, index->slot_count);
    for (size_t i = 0; i < index->values.count; i++) {
        index->slots[find_slot(index, index->values.at[i])] = i + 1;
    }
}

size_t datum_index_add(struct arena *arena, struct datum_index *index, struct datum datum)
{
    if (2 * index->values.count >= index->slot_count) {
        grow(arena, index);
    }
    size_t slot = find_slot(index, datum);
    if (!index->slots[slot]) {
        *arena_push(arena, &index->values) = datum;
        index->slots[slot] = index->values.count;
    }
    return index->slots[slot] - 1;
}

size_t datum_index_find(const struct datum_index *index, struct datum datum)
{
    if (!index->slot_count) {
        return SIZE_MAX;
    }
    size_t found = index->slots[find_slot(index, datum)];
    return found ? found - 1 : SIZE_MAX;
}
