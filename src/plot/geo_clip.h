/* SPDX-License-Identifier: MIT */
/* The parts of clipping. Private to geo_clip*.c. */
#ifndef PLOT_GEO_CLIP_H
#define PLOT_GEO_CLIP_H

#include "geo.h"

/* What is left of a line. */
struct geo_pieces {
    struct geo_lines lines;
    bool is_whole; /* it does not meet the edge */
    bool has_joined_ends; /* a ring's: the last piece goes on with the first */
};

struct geo_pieces geo_cut_meridian(struct arena *arena, const struct geo_line *line);
struct geo_pieces geo_cut_circle(struct arena *arena, double radius,
                                 const struct geo_line *line);

/* Adds the points along the edge from one of its points to another; `direction` is 1 or -1.
 * Without points: all around. */
void geo_follow_meridian(struct arena *arena, struct geo_line *line,
                         const struct geo_point *from, const struct geo_point *to,
                         int direction);
void geo_follow_circle(struct arena *arena, double radius, struct geo_line *line,
                       const struct geo_point *from, const struct geo_point *to,
                       int direction);
void geo_follow(struct arena *arena, const struct geo_clip *clip, struct geo_line *line,
                const struct geo_point *from, const struct geo_point *to, int direction);

/* Joins pieces to rings along the edge. */
void geo_rejoin(struct arena *arena, const struct geo_clip *clip,
                const struct geo_lines *pieces, bool has_start_inside,
                struct geo_lines *rings);

/* Is the point in the polygons? */
bool geo_contains(const struct geo_lines *rings, struct geo_point at);

#endif
