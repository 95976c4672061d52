/* SPDX-License-Identifier: MIT */
/*
 * Loess: a line of its own for each point, through its neighbours, of which the near ones
 * weigh more; repeated with less weight for those far off (W. S. Cleveland, "Robust Locally
 * Weighted Regression", 1979).
 */
#include "grammar/group.h"
#include "grammar/statistics.h"
#include "transform_internal.h"

#include <math.h>
#include <string.h>

enum { ROBUST_ROUNDS = 2 };

struct loess {
    struct points points; /* by x, about their means */
    size_t neighbours;
    double *fitted, *misses, *weights;
};

static double tricube(double x)
{
    double left = 1.0 - x * x * x;
    return left * left * left;
}

/* The line through the neighbours [from, to] of point i, at its x. */
static double fit_at(const struct loess *loess, size_t i, size_t from, size_t to)
{
    const double *x = loess->points.x;
    double at = x[i];
    size_t edge = at - x[from] > x[to] - at ? from : to;
    double reach = fabs(x[edge] - at);
    double scale = 1.0 / (reach > 0.0 ? reach : 1.0);
    double w = 0.0;
    double sum_x = 0.0;
    double sum_y = 0.0;
    double sum_xy = 0.0;
    double sum_xx = 0.0;
    for (size_t k = from; k <= to; k++) {
        double weight = tricube(fabs(at - x[k]) * scale) * loess->weights[k];
        double weighed = x[k] * weight;
        w += weight;
        sum_x += weighed;
        sum_y += loess->points.y[k] * weight;
        sum_xy += loess->points.y[k] * weighed;
        sum_xx += x[k] * weighed;
    }
    double mean_x = sum_x / w;
    double mean_y = sum_y / w;
    double spread = sum_xx / w - mean_x * mean_x;
    double slope = fabs(spread) < 1e-24 ? 0.0 : (sum_xy / w - mean_x * mean_y) / spread;
    return mean_y - slope * mean_x + slope * at;
}

static void fit_all(const struct loess *loess)
{
    const double *x = loess->points.x;
    size_t count = loess->points.count;
    size_t from = 0;
    size_t to = loess->neighbours - 1;
    for (size_t i = 0; i < count; i++) {
        loess->fitted[i] = fit_at(loess, i, from, to);
        loess->misses[i] = fabs(loess->points.y[i] - loess->fitted[i]);
        /* The neighbours of the next point: on while the right end is as near. */
        while (i + 1 < count && to + 1 < count && i + 1 > from &&
               x[to + 1] - x[i + 1] <= x[i + 1] - x[from]) {
            from++;
            to++;
        }
    }
}

/* Points that miss by six times the median, or more, hardly count in the next round. */
static bool weigh(struct arena *arena, const struct loess *loess)
{
    const double hardly = 1e-12;
    size_t count = loess->points.count;
    struct statistics_sample misses = {arena_array(arena, double, count), count};
    memcpy(misses.at, loess->misses, count * sizeof *misses.at);
    statistics_sort(misses);
    double median = statistics_quantile(misses, 0.5);
    if (median < hardly) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        double part = loess->misses[i] / (6.0 * median);
        double left = 1.0 - part * part;
        loess->weights[i] = part >= 1.0 ? hardly : left * left;
    }
    return true;
}

/* By x, stably; and about their means, which are left in *mean_x and *mean_y. */
static void sort_points(struct arena *arena, struct points *points, double *mean_x,
                        double *mean_y)
{
    struct frame *frame = frame_new(arena, points->count);
    struct datum *x = frame_add(arena, frame, S("x"));
    struct datum *y = frame_add(arena, frame, S("y"));
    const struct sort_key key = {.field = S("x")};
    for (size_t i = 0; i < points->count; i++) {
        x[i] = datum_number(points->x[i]);
        y[i] = datum_number(points->y[i]);
    }
    const struct frame *sorted = frame_sort(arena, frame, &key, 1);
    *mean_x = *mean_y = 0.0;
    for (size_t i = 0; i < points->count; i++) {
        points->x[i] = sorted->at[0].at[i].number;
        points->y[i] = sorted->at[1].at[i].number;
        *mean_x += (points->x[i] - *mean_x) / (double)(i + 1);
        *mean_y += (points->y[i] - *mean_y) / (double)(i + 1);
    }
    for (size_t i = 0; i < points->count; i++) {
        points->x[i] -= *mean_x;
        points->y[i] -= *mean_y;
    }
}

/* One row for each x: the mean of the fits of the points that share it. */
static void add_fits(struct arena *arena, const struct loess *loess, double mean_x,
                     double mean_y, size_t group, struct made_rows *made)
{
    for (size_t i = 0; i < loess->points.count;) {
        double x = loess->points.x[i] + mean_x;
        double y = loess->fitted[i];
        size_t next = i + 1;
        for (; next < loess->points.count && loess->points.x[next] + mean_x <= x; next++) {
            y += (loess->fitted[next] - y) / (double)(next - i + 1);
        }
        *arena_push(arena, made) = (struct made_row){group, x, y + mean_y};
        i = next;
    }
}

static void smooth(struct arena *arena, struct points points, double bandwidth,
                   size_t group, struct made_rows *made)
{
    double mean_x;
    double mean_y;
    double wanted = floor(bandwidth * (double)points.count);
    sort_points(arena, &points, &mean_x, &mean_y);
    struct loess loess = {.points = points,
                          .neighbours = wanted > 2.0 ? (size_t)wanted : 2,
                          .fitted = arena_array(arena, double, points.count),
                          .misses = arena_array(arena, double, points.count),
                          .weights = arena_array(arena, double, points.count)};
    loess.neighbours = loess.neighbours < points.count ? loess.neighbours : points.count;
    for (size_t i = 0; i < points.count; i++) {
        loess.weights[i] = 1.0;
    }
    fit_all(&loess);
    for (int round = 0; round < ROBUST_ROUNDS && weigh(arena, &loess); round++) {
        fit_all(&loess);
    }
    add_fits(arena, &loess, mean_x, mean_y, group, made);
}

const struct frame *transform_loess(const struct transform *transform)
{
    struct arena *arena = transform->arena;
    struct made_rows made = {NULL, 0, 0};
    struct str_list groupby = {NULL, 0, 0};
    double bandwidth = 0.3;
    str x;
    str y;
    if (!transform_field(transform, &y) ||
        !argument_required(transform->node, S("on"), &x, transform->error) ||
        !transform_groupby(transform, &groupby) ||
        !argument_number(transform->node, S("bandwidth"), &bandwidth, transform->error)) {
        return NULL;
    }
    if (!(bandwidth > 0.0 && bandwidth <= 1.0)) {
        node_error(argument_find(transform->node, S("bandwidth")), transform->error,
                   "the \"bandwidth\" of loess is above 0, and at most 1");
        return NULL;
    }
    str as_x = x;
    str as_y = y;
    if (!transform_as(transform, &as_x, &as_y)) {
        return NULL;
    }
    struct groups groups = group_rows(arena, transform->frame, groupby.at, groupby.count);
    const struct datum *of_x = frame_column(arena, transform->frame, x);
    const struct datum *of_y = frame_column(arena, transform->frame, y);
    for (size_t group = 0; group < groups.count; group++) {
        struct points points =
            transform_points(arena, of_x, of_y, groups.rows + groups.starts[group],
                             group_size(&groups, group));
        if (points.count) {
            smooth(arena, points, bandwidth, group, &made);
        }
    }
    return transform_made_frame(transform, &groups, &groupby, &made, as_x, as_y);
}
