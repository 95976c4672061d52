/* SPDX-License-Identifier: MIT */
/* The formulas of projections, by name. Private to the layer. */
#ifndef PLOT_PROJECTION_KIND_H
#define PLOT_PROJECTION_KIND_H

#include "geo.h"

/* What a formula needs besides the angles; what conic ones derive from their parallels. */
struct projection_terms {
    double parallels[2]; /* radians */
    double n, c, r; /* see projection_kind.c */
    bool is_flat; /* the cone is a cylinder */
};

struct projection_kind {
    const char *name; /* as Vega-Lite spells it */
    point (*project)(const struct projection_terms *terms, double lambda, double phi);
    void (*prepare)(struct projection_terms *terms); /* conic ones; or NULL */
    double scale; /* points per radian, where none is given */
    double clip_angle; /* degrees; 0: along the antimeridian */
    double center[2], rotate[3], parallels[2]; /* degrees */
    bool is_square; /* Mercator's: cut where it is as high as it is wide */
    bool is_transverse; /* its center and rotation are given sideways */
    bool is_plane; /* no projection: coordinates of the data */
};

/* NULL if there is none of that name. */
const struct projection_kind *projection_kind_named(str name);

/* All names, for messages. */
size_t projection_kind_names(struct arena *arena, const str **names);

#endif
