/* SPDX-License-Identifier: MIT */
/*
 * Keys: finding rows of a table that are equal in some of its columns.
 *
 * A hash table of rows; no row is compared with more than its like.
 */
#ifndef TABLE_KEYS_H
#define TABLE_KEYS_H

#include "table/table.h"

struct keys {
    const struct column **columns;
    size_t column_count;
    uint32_t *slots; /* row + 1, 0 is free */
    size_t slot_count;
};

/* Room for `row_count` rows. Columns are added before the first row. */
struct keys keys_create(struct arena *arena, const struct table *table, size_t row_count);
void keys_use(struct keys *keys, const struct column *column); /* NULL is no column */
void keys_use_role(struct keys *keys, const struct table *table, enum column_role role);

/* The first row that was added with the same key: `row` itself if there was none. */
size_t keys_add(struct keys *keys, size_t row);

/* "magnets / World / 2025-10", for messages. */
str keys_print(struct arena *arena, const struct keys *keys, size_t row);

#endif
