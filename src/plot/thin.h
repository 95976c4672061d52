/* SPDX-License-Identifier: MIT */
/*
 * Thinning: what could not be seen is not drawn. Private to the layer.
 *
 * A line keeps, of the points that follow each other within half a point of x, the first,
 * the least, the greatest and the last: what is drawn covers the same. Of symbols those go
 * that lie wholly under others.
 */
#ifndef PLOT_THIN_H
#define PLOT_THIN_H

#include "plot/item.h"

/* A point of a line, or of both edges of an area, before it is a mark. */
struct path_point {
    double x, y, x2, y2;
    size_t row;
    bool is_defined; /* false: a gap */
};

/* Moves the points that are kept to the front and returns their count. Gaps stay gaps. */
size_t thin_path(struct path_point *points, size_t count);

/* Which of the symbols can be seen: one flag for each, in the arena. */
const bool *thin_symbols(struct arena *arena, const struct items *items, rect view);

#endif
