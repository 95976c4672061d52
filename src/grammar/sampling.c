/* SPDX-License-Identifier: MIT */
#include "sampling.h"

#include <math.h>
#include <stdbool.h>

struct sampler {
    double (*of)(const void *context, double x);
    const void *context;
};

static struct sampling_point point_at(const struct sampler *sampler, double x)
{
    return (struct sampling_point){x, sampler->of(sampler->context, x)};
}

/* How much the curve turns between the middle and the end, both seen from the start. */
static double turn(struct sampling_point start, struct sampling_point middle,
                   struct sampling_point end, double scale_x, double scale_y)
{
    double to_end = atan2(scale_y * (end.y - start.y), scale_x * (end.x - start.x));
    double to_middle =
        atan2(scale_y * (middle.y - start.y), scale_x * (middle.x - start.x));
    return fabs(to_end - to_middle);
}

/* 1 / the height of the points that the curve has at least. */
static double height_scale(struct sampling_point first,
                           const struct sampling_points *points)
{
    double low = first.y;
    double high = first.y;
    for (size_t i = 0; i < points->count; i++) {
        low = points->at[i].y < low ? points->at[i].y : low;
        high = points->at[i].y > high ? points->at[i].y : high;
    }
    return 1.0 / (high - low);
}

struct sampling_points sampling_curve(struct arena *arena,
                                      double (*of)(const void *context, double x),
                                      const void *context, double low, double high,
                                      size_t least, size_t most)
{
    const double bend = 0.5 * M_PI / 180.0;
    const struct sampler sampler = {of, context};
    double span = high - low;
    struct sampling_points done = {NULL, 0, 0};
    struct sampling_points next = {NULL, 0, 0}; /* the nearest last */
    *arena_push(arena, &done) = point_at(&sampler, low);
    if (least >= most) {
        for (size_t i = 1; i < most; i++) {
            double part = (double)i / (double)least;
            *arena_push(arena, &done) = point_at(&sampler, low + part * span);
        }
        *arena_push(arena, &done) = point_at(&sampler, high);
        return done;
    }
    *arena_push(arena, &next) = point_at(&sampler, high);
    for (size_t i = least - 1; i > 0; i--) {
        double part = (double)i / (double)least;
        *arena_push(arena, &next) = point_at(&sampler, low + part * span);
    }
    double scale_y = height_scale(done.at[0], &next);
    double stop = span / (double)most;
    while (next.count) {
        struct sampling_point start = done.at[done.count - 1];
        struct sampling_point end = next.at[next.count - 1];
        struct sampling_point middle = point_at(&sampler, (start.x + end.x) / 2.0);
        bool is_wide = span > 0.0 && middle.x - start.x >= stop;
        if (is_wide && turn(start, middle, end, 1.0 / span, scale_y) > bend) {
            *arena_push(arena, &next) = middle;
        } else {
            *arena_push(arena, &done) = end;
            next.count--;
        }
    }
    return done;
}
