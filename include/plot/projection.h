/* SPDX-License-Identifier: MIT */
/*
 * Projections of the sphere: d3-geo's, with its clipping along the antimeridian or
 * a small circle and its adaptive resampling. Equal Earth after Savric, Patterson and
 * Jenny, "The Equal Earth map projection" (IJGIS 2018).
 */
#ifndef PLOT_PROJECTION_H
#define PLOT_PROJECTION_H

#include "grammar/bag.h"
#include "grammar/geography.h"
#include "scene/scene.h"

struct projection;

/*
 * From Vega-Lite's `projection` properties (type, center, rotate, scale, translate,
 * clipAngle, clipExtent, parallels, precision, reflectX ...); without scale and translate
 * it is fitted to the shapes in width by height. NULL and an error.
 */
const struct projection *projection_make(struct arena *arena, const struct bag *properties,
                                         const struct shape *const *shapes, size_t count,
                                         double width, double height, struct error *error);

/* False where the position is not on the map. */
bool projection_point(const struct projection *projection, struct position position,
                      point *at);

/* The outline of a shape; points are circles of that radius. */
struct path projection_path(struct arena *arena, const struct projection *projection,
                            const struct shape *shape, double point_radius);

#endif
