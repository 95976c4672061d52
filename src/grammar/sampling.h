/* SPDX-License-Identifier: MIT */
/* Sampling a curve: more points where it bends, as Vega does for densities and regressions.
 */
#ifndef GRAMMAR_SAMPLING_H
#define GRAMMAR_SAMPLING_H

#include "base/arena.h"

struct sampling_point {
    double x, y;
};

struct sampling_points {
    struct sampling_point *at;
    size_t count, capacity;
};

/* From `low` to `high`, with steps between (high - low) / most and (high - low) / least. */
struct sampling_points sampling_curve(struct arena *arena,
                                      double (*of)(const void *context, double x),
                                      const void *context, double low, double high,
                                      size_t least, size_t most);

#endif
