/* SPDX-License-Identifier: MIT */
/*
 * Curves through (or near) the points of a line, as d3-shape names and draws them. Private
 * to the layer.
 */
#ifndef PLOT_CURVE_H
#define PLOT_CURVE_H

#include "scene/scene.h"

enum curve_kind {
    CURVE_LINEAR,
    CURVE_STEP, /* changes half way */
    CURVE_STEP_BEFORE, /* at the point before */
    CURVE_STEP_AFTER, /* at the point itself */
    CURVE_BASIS,
    CURVE_BUNDLE,
    CURVE_CARDINAL,
    CURVE_CATMULL_ROM,
    CURVE_MONOTONE,
    CURVE_NATURAL,
    CURVE_KIND_COUNT,
};

enum curve_ends {
    CURVE_THROUGH, /* from the first to the last point */
    CURVE_OPEN, /* without the outermost pieces */
    CURVE_CLOSED, /* around */
};

struct curve {
    enum curve_kind kind;
    enum curve_ends ends;
    double tension; /* of cardinal (0), catmull-rom (alpha, 0.5), bundle (beta, 0.85) */
    bool is_along_y; /* monotone: y is what grows */
};

/* False if there is none of that name ("step-after"; empty is linear). A tension of NaN is
 * the curve's own. */
NODISCARD bool curve_named(str name, double tension, bool is_along_y, struct curve *curve);

/* Adds the curve to a path: as a piece of its own, or going on from where the path is. */
enum curve_start { CURVE_START_MOVE, CURVE_START_LINE };

void curve_add(struct arena *arena, struct path *path, struct curve curve,
               const point *points, size_t count, enum curve_start start);

/* The curve that draws the same points in reversed order to the same line. */
struct curve curve_reversed(struct curve curve);

#endif
