/* SPDX-License-Identifier: MIT */
/* Bins, with Vega's choice of steps (vega-statistics' bin()). */
#ifndef GRAMMAR_BIN_H
#define GRAMMAR_BIN_H

#include "grammar/environment.h"

struct bin {
    double start, stop, step;
};

/* `parameters` is the map of `bin` (maxbins, step, steps, nice, base, divide, extent,
 * anchor, minstep), or NULL. */
NODISCARD bool bin_make(const struct node *parameters, double low, double high,
                        struct bin *bin, struct error *error);

/* Adds `as` and `as_end` with the ends of the bin that the field's value lies in. */
const struct frame *frame_bin(struct arena *arena, const struct frame *frame, str field,
                              struct bin bin, str as, str as_end);

/* The least and greatest number of a field; false if there is none. */
bool frame_extent(struct arena *arena, const struct frame *frame, str field, double *low,
                  double *high);

#endif
