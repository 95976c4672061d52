/* SPDX-License-Identifier: MIT */
/* Labels that must not overlap along one axis. Private to the layer. */
#ifndef CHART_LABEL_H
#define CHART_LABEL_H

#include "base/arena.h"

struct label_box {
    double wanted; /* its middle */
    double size;
    double placed; /* its middle, after label_dodge() */
};

/*
 * Moves boxes as little as it can so that they are `gap` apart and inside
 * [low, high], in the order of what they want. Overlapping ones merge into a
 * block that is centred on the mean of what its boxes want, until none
 * overlap (pool adjacent violators). Where they do not fit they run on
 * below `low` + their sum.
 */
void label_dodge(struct arena *arena, struct label_box *boxes, size_t count, double low,
                 double high, double gap);

#endif
