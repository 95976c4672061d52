/* SPDX-License-Identifier: MIT */
#include "occupancy.h"

#include <math.h>

void occupancy_take(struct arena *arena, struct occupancy *occupancy, rect area)
{
    *arena_push(arena, occupancy) = area;
}

void occupancy_take_line(struct arena *arena, struct occupancy *occupancy, point from,
                         point to)
{
    const double step = 2;
    double length = hypot(to.x - from.x, to.y - from.y);
    size_t pieces = (size_t)fmin(ceil(length / step) + 1, 500);
    for (size_t i = 0; i <= pieces; i++) {
        double part = (double)i / (double)pieces;
        point at = {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part};
        occupancy_take(arena, occupancy, (rect){at.x - 0.5, at.y - 0.5, 1, 1});
    }
}

static bool is_within(rect inner, rect outer)
{
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

bool occupancy_is_free(const struct occupancy *occupancy, rect area)
{
    for (size_t i = 0; i < occupancy->count; i++) {
        if (rect_overlaps(area, occupancy->at[i])) {
            return false;
        }
    }
    return is_within(area, occupancy->bounds);
}

bool occupancy_place(const struct occupancy *occupancy, point at, double width,
                     double height, double gap, rect *place)
{
    /* Of the label's middle, in halves of its size and gaps from the point. */
    static const point anchors[] = {{0, -1}, {1, 0},   {-1, 0}, {0, 1},
                                    {1, -1}, {-1, -1}, {1, 1},  {-1, 1}};
    for (size_t i = 0; i < sizeof anchors / sizeof *anchors; i++) {
        point middle = {at.x + anchors[i].x * (width / 2 + gap),
                        at.y + anchors[i].y * (height / 2 + gap)};
        *place = (rect){middle.x - width / 2, middle.y - height / 2, width, height};
        if (occupancy_is_free(occupancy, *place)) {
            return true;
        }
    }
    return false;
}
