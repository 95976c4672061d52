/* SPDX-License-Identifier: MIT */
/* What is taken: labels look for a free place beside their mark. */
#ifndef CHART_OCCUPANCY_H
#define CHART_OCCUPANCY_H

#include "scene/geometry.h"

#include "base/arena.h"

struct occupancy {
    rect *at;
    size_t count, capacity;
    rect bounds; /* labels stay in it */
};

void occupancy_take(struct arena *arena, struct occupancy *occupancy, rect area);

/* A straight stretch, as small squares. */
void occupancy_take_line(struct arena *arena, struct occupancy *occupancy, point from,
                         point to);

bool occupancy_is_free(const struct occupancy *occupancy, rect area);

/*
 * A place for a label beside a point: above it, then at its sides, below, and in the
 * corners. False where none is free. `gap` is between point and label.
 */
bool occupancy_place(const struct occupancy *occupancy, point at, double width,
                     double height, double gap, rect *place);

#endif
