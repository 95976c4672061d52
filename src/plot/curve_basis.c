/* SPDX-License-Identifier: MIT */
/*
 * Uniform cubic B-splines: near the points rather than through them. Each
 * three points a, b, c make one Bézier piece that ends at (a + 4b + c) / 6.
 */
#include "curve_internal.h"

static point knot(point a, point b, point c)
{
    return (point){(a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6};
}

static void piece(const struct pen *pen, point a, point b, point c)
{
    pen_curve(pen, point_between(a, b, 1.0 / 3), point_between(a, b, 2.0 / 3),
              knot(a, b, c));
}

/* The ends are met, since they count three times. */
static void through(const struct pen *pen, const point *points, size_t count)
{
    pen_start(pen, points[0]);
    pen_line(pen, point_between(points[0], points[1], 1.0 / 6));
    for (size_t i = 2; i < count; i++) {
        piece(pen, points[i - 2], points[i - 1], points[i]);
    }
    piece(pen, points[count - 2], points[count - 1], points[count - 1]);
    pen_line(pen, points[count - 1]);
}

static void open(const struct pen *pen, const point *points, size_t count)
{
    pen_start(pen, knot(points[0], points[1], points[2]));
    for (size_t i = 3; i < count; i++) {
        piece(pen, points[i - 2], points[i - 1], points[i]);
    }
}

static void closed(const struct pen *pen, const point *points, size_t count)
{
    pen_start(pen, knot(points[0], points[1], points[2]));
    for (size_t i = 3; i < count + 3; i++) {
        piece(pen, points[(i - 2) % count], points[(i - 1) % count], points[i % count]);
    }
}

void curve_basis(const struct pen *pen, enum curve_ends ends, const point *points,
                 size_t count)
{
    switch (ends) {
    case CURVE_THROUGH:
        through(pen, points, count);
        break;
    case CURVE_OPEN:
        open(pen, points, count);
        break;
    case CURVE_CLOSED:
        closed(pen, points, count);
        break;
    }
}
