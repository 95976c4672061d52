/* SPDX-License-Identifier: MIT */
/*
 * The rows behind the cells of a query's result: which rows of the table were
 * added up for a group and period, and which older vintages of them were not.
 */
#ifndef TABLE_QUERY_ROWS_H
#define TABLE_QUERY_ROWS_H

#include "table/query.h"

struct query_row {
    size_t row; /* of the table */
    bool is_superseded; /* a later vintage of it was known on the day */
};

/* A cell of the result, and its rows in the order of the table. */
struct query_cell {
    str group; /* a word of `by`; empty without it */
    struct period period;
    struct query_row *at;
    size_t count, capacity;
};

/*
 * Finds the rows of all cells in one pass. `table` is as it was loaded, with all
 * vintages; `day` is that of table_as_of(). Two cells of one group and period are an
 * error of the caller. ERROR_CONFIG as in query_run().
 */
NODISCARD bool query_rows(struct arena *arena, const struct query *query,
                          const struct table *table, struct date day,
                          struct query_cell *cells, size_t cell_count, struct error *error);

#endif
