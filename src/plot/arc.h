/* SPDX-License-Identifier: MIT */
/* Arcs of circles, and the slices of pies and rings, as d3-shape draws them. Private to the
 * layer. */
#ifndef PLOT_ARC_H
#define PLOT_ARC_H

#include "scene/scene.h"

/* Goes on along a circle, from angle to angle in radians, clockwise from where x is
 * greatest; a line leads to its start if the path has one. */
void arc_add(struct arena *arena, struct path *path, point center, double radius,
             double from, double to);

struct slice {
    double inner_radius, outer_radius;
    double start_angle, end_angle; /* radians, clockwise from 12 o'clock */
    double pad_angle;
    double corner_radius;
};

/* The outline of a slice around a center. */
struct path slice_path(struct arena *arena, point center, struct slice slice);

#endif
