/* SPDX-License-Identifier: MIT */
/*
 * Data of a plot: what its marks show, as tables. A table has the rows that marks are made
 * of, with the columns that encodings use: after transforms, with bins, time units and
 * aggregates, without what only places marks (stacks, offsets). Units that show the same
 * rows, as a line and its points, are one table.
 */
#ifndef PLOT_PLOT_DATA_H
#define PLOT_PLOT_DATA_H

#include "grammar/view.h"

struct plot_column {
    str name; /* in the frame: "mean_price" */
    str title; /* as a guide would say it: "Mean of price" */
    enum channel_type type;
    struct time_unit unit; /* that it was cut to, or 0 */
    const struct datum *at; /* one for each row */
};

struct plot_table {
    const struct view *view; /* the first unit that shows it */
    struct plot_column *at;
    size_t count, capacity; /* columns */
    size_t rows;
    const struct frame *frame; /* of the first unit: its exact figures and other columns */
};

struct plot_tables {
    struct plot_table *at;
    size_t count, capacity;
};

/* In drawing order; none for units that show no field. False and an error where the data
 * cannot be read. */
NODISCARD bool plot_data(struct arena *arena, const struct specification *specification,
                         struct plot_tables *tables, struct error *error);

#endif
