/* SPDX-License-Identifier: MIT */
/* What the kinds of curves share. */
#ifndef PLOT_CURVE_INTERNAL_H
#define PLOT_CURVE_INTERNAL_H

#include "curve.h"

/* Where a curve is written to. */
struct pen {
    struct arena *arena;
    struct path *path;
    enum curve_start start;
};

void pen_start(const struct pen *pen, point at);
void pen_line(const struct pen *pen, point to);
void pen_curve(const struct pen *pen, point a, point b, point to);
void pen_close(const struct pen *pen);

/* a + (b - a) * part. */
point point_between(point a, point b, double part);

/* Each is given at least three points. */
void curve_basis(const struct pen *pen, enum curve_ends ends, const point *points,
                 size_t count);
void curve_cardinal(const struct pen *pen, const struct curve *curve, const point *points,
                    size_t count);
void curve_catmull_rom(const struct pen *pen, const struct curve *curve,
                       const point *points, size_t count);
void curve_monotone(const struct pen *pen, bool is_along_y, const point *points,
                    size_t count);
void curve_natural(const struct pen *pen, const point *points, size_t count);

#endif
