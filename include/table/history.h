/* SPDX-License-Identifier: MIT */
/*
 * Histories: the rows of a table by series, each in calendar order.
 *
 * A series is what all rows with the same words in all dimensions make. Rows
 * of one period keep their order (vintages).
 */
#ifndef TABLE_HISTORY_H
#define TABLE_HISTORY_H

#include "table/table.h"

struct history_entry {
    struct period period;
    uint32_t row;
};

struct history {
    const struct history_entry *at;
    size_t count;
};

struct histories {
    struct history *at; /* by first appearance in the table */
    size_t count;
};

/* The table has a column of periods. Linear where rows come in calendar order. */
struct histories histories_create(struct arena *arena, const struct table *table);

/*
 * "magnets / World": the row's words in the dimensions that tell series apart, which
 * are those with more than one word. Empty where there is only one series.
 */
str history_name(struct arena *arena, const struct table *table, size_t row);

#endif
