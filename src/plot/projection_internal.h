/* SPDX-License-Identifier: MIT */
#ifndef PLOT_PROJECTION_INTERNAL_H
#define PLOT_PROJECTION_INTERNAL_H

#include "plot/projection.h"

#include "geo.h"
#include "projection_kind.h"

struct projection {
    const struct projection_kind *kind;
    struct projection_terms terms;
    struct geo_rotation rotation;
    struct geo_point center;
    double scale; /* points per radian */
    double reflect_x, reflect_y; /* 1 or -1 */
    point translate; /* of the center, as given */
    point origin; /* where the formula's 0, 0 is: follows from the center */
    struct geo_clip clip;
    double precision_squared; /* how far a drawn line may be from the true one; 0: any */
    bool has_extent; /* cut to a rectangle of the plane: */
    double left, top, right, bottom;
    const struct projection *insets; /* Alaska and Hawaii of albersUsa; or NULL */
    size_t inset_count;
};

/* From an angle that is rotated already. */
point projection_plane(const struct projection *projection, struct geo_point at);

struct plane_line {
    point *at;
    size_t count, capacity;
};

struct plane_lines {
    struct plane_line *at;
    size_t count, capacity;
};

/* With points between where a straight line would be seen to differ from the true one. */
struct plane_line projection_resample(struct arena *arena,
                                      const struct projection *projection,
                                      const struct geo_line *line, bool is_closed);

/* What of a line or ring lies within the projection's rectangle. */
void plane_clip_line(struct arena *arena, const struct projection *projection,
                     const struct plane_line *line, struct plane_lines *pieces);
struct plane_line plane_clip_ring(struct arena *arena, const struct projection *projection,
                                  const struct plane_line *ring);

#endif
