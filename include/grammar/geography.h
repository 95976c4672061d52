/* SPDX-License-Identifier: MIT */
/*
 * Geography: shapes of GeoJSON (RFC 7946) and TopoJSON on the sphere, in
 * degrees. Projecting and clipping is plot/projection.h's.
 */
#ifndef GRAMMAR_GEOGRAPHY_H
#define GRAMMAR_GEOGRAPHY_H

#include "grammar/environment.h"

enum shape_kind {
    SHAPE_POINTS,
    SHAPE_LINES,
    SHAPE_POLYGONS,
    SHAPE_SPHERE,
    SHAPE_COLLECTION
};

struct position {
    double longitude, latitude;
};

struct ring { /* a line, or a closed ring of a polygon (its last position is its first) */
    const struct position *at;
    size_t count;
};

struct shape {
    enum shape_kind kind;
    const struct ring
        *rings; /* SHAPE_POLYGONS: an outer ring and its holes follow each other */
    size_t ring_count;
    const struct shape *const *parts; /* SHAPE_COLLECTION */
    size_t part_count;
};

/*
 * The shape of a datum: itself, or of a map that is GeoJSON (a geometry, a feature, a
 * collection of either). NULL where it is none, or has nothing to draw.
 */
const struct shape *geography_shape(struct arena *arena, struct datum datum);

/* The shape of each row, as those maps; rows without one have NULL. NULL: no row has one.
 */
const struct shape *const *geography_rows(struct arena *arena, const struct frame *frame);

/* The middle of a shape on the sphere: of its area, else of its lines, else of its points.
 */
bool geography_centroid(const struct shape *shape, struct position *centroid);

#endif
