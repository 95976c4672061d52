/* SPDX-License-Identifier: MIT */
/*
 * Lines on the sphere, between their points along great circles: rotating,
 * clipping, and what it takes to draw them on a plane. Angles are radians. Private to the
 * layer.
 */
#ifndef PLOT_GEO_H
#define PLOT_GEO_H

#include "base/arena.h"
#include "scene/scene.h"

/* Of angles; two that are nearer are one. */
#define GEO_NEAR 1e-6

struct geo_point {
    double lambda, phi; /* longitude and latitude */
    bool is_touching; /* lies on the clip's edge without crossing it */
};

struct geo_line {
    struct geo_point *at;
    size_t count, capacity;
};

struct geo_lines {
    struct geo_line *at;
    size_t count, capacity;
};

void geo_line_add(struct arena *arena, struct geo_line *line, struct geo_point at);
bool geo_point_equal(struct geo_point a, struct geo_point b);

/* --- vectors of length 1 */

struct geo_vector {
    double x, y, z;
};

struct geo_vector geo_vector_of(struct geo_point at);
struct geo_point geo_point_of(struct geo_vector vector);
struct geo_vector geo_cross(struct geo_vector a, struct geo_vector b);
double geo_dot(struct geo_vector a, struct geo_vector b);
struct geo_vector geo_unit(struct geo_vector vector);

/* --- rotation: about the axis, then the other two */

struct geo_rotation {
    double lambda, phi, gamma;
};

struct geo_point geo_rotate(struct geo_rotation rotation, struct geo_point at);

/* --- clipping */

/* To a circle around 0, 0, or (radius 0) along the meridian opposite of it. */
struct geo_clip {
    double radius;
};

bool geo_clip_shows(const struct geo_clip *clip, struct geo_point at);
struct geo_lines geo_clip_line(struct arena *arena, const struct geo_clip *clip,
                               const struct geo_line *line);
/* Rings of polygons that do not overlap, outer ones clockwise; they are not closed. */
struct geo_lines geo_clip_polygons(struct arena *arena, const struct geo_clip *clip,
                                   const struct geo_lines *rings);
/* The outline of all that shows. */
struct geo_line geo_clip_outline(struct arena *arena, const struct geo_clip *clip);

#endif
