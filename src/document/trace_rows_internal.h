/* SPDX-License-Identifier: MIT */
/* Looking up the rows of one query's cells: in its table, or in files that are scanned. */
#ifndef DOCUMENT_TRACE_ROWS_INTERNAL_H
#define DOCUMENT_TRACE_ROWS_INTERNAL_H

#include "trace_internal.h"

#include "table/query_rows.h"

/* A step that is a cell, and which of the lookup's it is. */
struct lookup_step {
    const struct trace_cell *cell;
    size_t index;
};

struct lookup {
    struct tracer *tracer;
    const struct query *query; /* with its expressions filled in */
    size_t source;
    size_t traced; /* in trace->queries */
    const struct table *table; /* as it was loaded; NULL where it was scanned */
    struct query_cell *cells; /* each group and period once */
    size_t cell_count;
    struct lookup_step *steps;
    size_t step_count;
};

/* Index of a file of the source in trace->files. */
size_t trace_rows_file(const struct lookup *lookup, str path);

/* A row of the cell's step; it only counts where there are many. */
void trace_rows_add(const struct lookup *lookup, const struct trace_cell *cell,
                    struct trace_row row);

/* --- trace_rows_scan.c -------------------------------------------------------------------
 */

/* Adds the rows of all cells from the source's files. */
void trace_rows_scan(const struct lookup *lookup);

#endif
