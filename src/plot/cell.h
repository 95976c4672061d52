/* SPDX-License-Identifier: MIT */
/* Cells of facets: the rows that a part of a view takes. */
#ifndef PLOT_CELL_H
#define PLOT_CELL_H

#include "grammar/frame.h"

/* What rows of a cell have in common; with the conditions of the facets around it. */
struct cell {
    const struct cell *outer; /* or NULL */
    str field;
    struct datum value;
};

/* The frame with the cell's rows only; the frame itself where the cell is NULL. */
const struct frame *cell_select(struct arena *arena, const struct frame *frame,
                                const struct cell *cell);

#endif
