/* SPDX-License-Identifier: MIT */
/*
 * Steps: round positions on a scale as d3 chooses them (d3-array, d3-scale): multiples of
 * 1, 2 or 5 times a power of ten; powers of a base; spans of the calendar
 * (calendar_step.h). The house's own choice is ticks.h's.
 */
#ifndef PLOT_STEPS_H
#define PLOT_STEPS_H

#include "base/arena.h"

#include <stdbool.h>

struct doubles {
    double *at;
    size_t count, capacity;
};

/* Distance of about `count` positions between low and high; below 0 if they are the wrong
 * way round. */
double steps_distance(double low, double high, double count);

/* From low towards high, whichever is greater. */
struct doubles steps_linear(struct arena *arena, double low, double high, double count);

/* Of a logarithmic scale; both ends have the same sign. */
struct doubles steps_log(struct arena *arena, double low, double high, double base,
                         double count);

/* Moves the ends outwards to whole steps. */
void steps_extend(double *low, double *high, double count);

/* The same to whole powers; both of one sign. */
void steps_extend_log(double *low, double *high, double base);

/* From start to stop by step, start included, stop not. */
struct doubles steps_sequence(struct arena *arena, double start, double stop, double step);

/* Decimals that tell positions apart which are `step` from each other. */
int steps_decimals(double step);

#endif
