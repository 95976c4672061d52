/* SPDX-License-Identifier: MIT */
/*
 * Adaptive resampling (Bostock, "Adaptive resampling", 2012): between two
 * points the middle of the great circle is projected too; where it lies away from the
 * straight line, both halves are looked at in the same way.
 */
#include "projection_internal.h"

#include <math.h>

enum { DEPTH_MAX = 16 };

struct sample {
    point at;
    double lambda;
    struct geo_vector vector;
};

struct resampling {
    struct arena *arena;
    const struct projection *projection;
    struct plane_line *line;
};

static struct sample sample_of(const struct resampling *resampling, struct geo_point at)
{
    return (struct sample){projection_plane(resampling->projection, at), at.lambda,
                           geo_vector_of(at)};
}

static struct sample middle_of(const struct resampling *resampling, const struct sample *a,
                               const struct sample *b)
{
    struct geo_vector sum = geo_unit((struct geo_vector){
        a->vector.x + b->vector.x, a->vector.y + b->vector.y, a->vector.z + b->vector.z});
    bool has_no_way = fabs(fabs(sum.z) - 1) < GEO_NEAR || /* the pole has any longitude */
                      fabs(a->lambda - b->lambda) < GEO_NEAR;
    struct geo_point at = {
        .lambda = has_no_way ? (a->lambda + b->lambda) / 2 : atan2(sum.y, sum.x),
        .phi = asin(fmin(1, fmax(-1, sum.z))),
    };
    struct sample middle = sample_of(resampling, at);
    middle.vector = sum;
    return middle;
}

/* Whether the middle is away from the line, far from its half, or the angle is wide. */
static bool is_needed(const struct resampling *resampling, const struct sample *a,
                      const struct sample *middle, const struct sample *b)
{
    const double cosine_wide = 0.8660254037844387; /* of 30 degrees */
    double dx = b->at.x - a->at.x;
    double dy = b->at.y - a->at.y;
    double square = dx * dx + dy * dy;
    double mx = middle->at.x - a->at.x;
    double my = middle->at.y - a->at.y;
    double across = dy * mx - dx * my;
    double along = (dx * mx + dy * my) / square;
    return across * across / square > resampling->projection->precision_squared ||
           fabs(along - 0.5) > 0.3 || geo_dot(a->vector, b->vector) < cosine_wide;
}

static void add_between(const struct resampling *resampling, const struct sample *a,
                        const struct sample *b, int depth)
{
    double dx = b->at.x - a->at.x;
    double dy = b->at.y - a->at.y;
    double least = 4 * resampling->projection->precision_squared;
    if (!(dx * dx + dy * dy > least) || !depth) {
        return;
    }
    struct sample middle = middle_of(resampling, a, b);
    if (is_needed(resampling, a, &middle, b)) {
        add_between(resampling, a, &middle, depth - 1);
        *arena_push(resampling->arena, resampling->line) = middle.at;
        add_between(resampling, &middle, b, depth - 1);
    }
}

struct plane_line projection_resample(struct arena *arena,
                                      const struct projection *projection,
                                      const struct geo_line *line, bool is_closed)
{
    struct plane_line plane = {0};
    struct resampling resampling = {arena, projection, &plane};
    int depth = projection->precision_squared > 0 ? DEPTH_MAX : 0;
    struct sample before = {0};
    for (size_t i = 0; i < line->count; i++) {
        struct sample sample = sample_of(&resampling, line->at[i]);
        if (i) {
            add_between(&resampling, &before, &sample, depth);
        }
        *arena_push(arena, &plane) = sample.at;
        before = sample;
    }
    if (is_closed && line->count) {
        struct sample first = sample_of(&resampling, line->at[0]);
        add_between(&resampling, &before, &first, depth);
    }
    return plane;
}
