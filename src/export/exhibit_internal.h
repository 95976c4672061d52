/* SPDX-License-Identifier: MIT */
/* What the makers of the data of exhibits share. */
#ifndef EXPORT_EXHIBIT_INTERNAL_H
#define EXPORT_EXHIBIT_INTERNAL_H

#include "export/exhibit_data.h"

struct exhibit_heads {
    str *at;
    size_t count, capacity;
};

struct exhibit_making {
    struct arena *arena;
    const struct chart *chart;
    enum data_use use;
};

/* As published, or to six decimals where it was computed. */
str exhibit_figure(const struct exhibit_making *making, struct observation observation,
                   str unit);

/* A new row of empty cells, as many as the data have columns. */
struct data_row *exhibit_row(struct arena *arena, struct exhibit_data *data);

/*
 * The rows of a chart's whole specification. False, and nothing is added, where it shows
 * series as they are, which have a table of their own: a column for each.
 */
bool exhibit_add_plot(const struct exhibit_making *making, struct exhibit_data *data);

#endif
