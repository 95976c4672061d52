/* SPDX-License-Identifier: MIT */
#include "scene/geometry.h"

static double larger(double a, double b)
{
    return a > b ? a : b;
}

bool rect_overlaps(rect a, rect b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

rect rect_inset(rect rectangle, double by)
{
    return (rect){
        .x = rectangle.x + by,
        .y = rectangle.y + by,
        .width = larger(0, rectangle.width - 2 * by),
        .height = larger(0, rectangle.height - 2 * by),
    };
}
