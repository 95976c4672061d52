/* SPDX-License-Identifier: MIT */
#include "scene/geometry.h"

static double smaller(double a, double b)
{
    return a < b ? a : b;
}

static double larger(double a, double b)
{
    return a > b ? a : b;
}

static bool is_empty(rect r)
{
    return r.width <= 0 && r.height <= 0;
}

rect rect_union(rect a, rect b)
{
    if (is_empty(a) || is_empty(b)) {
        return is_empty(a) ? b : a;
    }
    double x = smaller(a.x, b.x);
    double y = smaller(a.y, b.y);
    return (rect){
        .x = x,
        .y = y,
        .width = larger(a.x + a.width, b.x + b.width) - x,
        .height = larger(a.y + a.height, b.y + b.height) - y,
    };
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
