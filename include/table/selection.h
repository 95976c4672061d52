/* SPDX-License-Identifier: MIT */
/*
 * Selection: what a query means in one table. Its names become columns, its
 * values become codes; a name or value that the table lacks is ERROR_CONFIG
 * at its place in the briefing, with the nearest that there is.
 */
#ifndef TABLE_SELECTION_H
#define TABLE_SELECTION_H

#include "table/query.h"

struct selection {
    const struct query *query;
    const struct table *table;
    const struct column *by; /* NULL: one group */
    const struct column *period, *measure;
    const struct column *status; /* NULL: all rows are normal */
    bool **is_wanted; /* per column: NULL for all rows, or by code */
    uint32_t total; /* code in `by`, or UINT32_MAX */
};

NODISCARD bool selection_create(struct arena *arena, const struct query *query,
                                const struct table *table, struct selection *selection,
                                struct error *error);

bool selection_has(const struct selection *selection, size_t row);

/* Where the query says `key`, or the query itself. */
struct place selection_place(const struct selection *selection, str key);

#endif
