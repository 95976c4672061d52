/* SPDX-License-Identifier: MIT */
/*
 * Grid: text in aligned columns, for reports on a terminal.
 *
 * The first row is the heading. A column with nothing below its heading is
 * left out, so that a report shows only what there is to say.
 */
#ifndef TABLE_GRID_H
#define TABLE_GRID_H

#include "base/buffer.h"

struct grid {
    struct arena *arena;
    size_t column_count;
    bool *is_count; /* columns of counts: they stand to the right */
    struct {
        str *at;
        size_t count, capacity;
    } cells; /* row by row */
};

struct grid grid_create(struct arena *arena, const str *headings, size_t count);
void grid_add(struct grid *grid, str cell);

/* 0 is an empty cell. */
void grid_add_count(struct grid *grid, size_t count);

/* Each row indented by two spaces, without spaces at its end. */
void grid_print(const struct grid *grid, struct buffer *out);

#endif
