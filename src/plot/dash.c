/* SPDX-License-Identifier: MIT */
#include "dash.h"

#include <math.h>

struct dashing {
    struct arena *arena;
    struct path *path;
    const double *lengths;
    size_t count; /* even */
    size_t index; /* in lengths; even ones are on */
    double left; /* of that length */
    point at;
};

static void next_length(struct dashing *dashing)
{
    dashing->index = (dashing->index + 1) % dashing->count;
    dashing->left = dashing->lengths[dashing->index];
}

/* Each subpath begins anew. */
static void begin(struct dashing *dashing, double offset, point at)
{
    dashing->index = 0;
    dashing->left = dashing->lengths[0];
    dashing->at = at;
    while (offset >= dashing->left) {
        offset -= dashing->left;
        next_length(dashing);
    }
    dashing->left -= offset;
    if (dashing->index % 2 == 0) {
        path_move(dashing->arena, dashing->path, at);
    }
}

static void go_on(struct dashing *dashing, point to)
{
    point from = dashing->at;
    double length = hypot(to.x - from.x, to.y - from.y);
    double done = 0;
    while (length - done > dashing->left) {
        done += dashing->left;
        point at = {from.x + (to.x - from.x) * done / length,
                    from.y + (to.y - from.y) * done / length};
        if (dashing->index % 2 == 0) {
            path_line(dashing->arena, dashing->path, at);
        } else {
            path_move(dashing->arena, dashing->path, at);
        }
        next_length(dashing);
    }
    dashing->left -= length - done;
    dashing->at = to;
    if (dashing->index % 2 == 0) {
        path_line(dashing->arena, dashing->path, to);
    }
}

/* Straight pieces of about a point: dashes of a curve are short. */
static void go_along_curve(struct dashing *dashing, const point *controls)
{
    point a = dashing->at;
    point b = controls[0];
    point c = controls[1];
    point d = controls[2];
    double length = hypot(b.x - a.x, b.y - a.y) + hypot(c.x - b.x, c.y - b.y) +
                    hypot(d.x - c.x, d.y - c.y);
    size_t pieces = (size_t)fmin(ceil(length) + 1, 1000);
    for (size_t i = 1; i <= pieces; i++) {
        double t = (double)i / (double)pieces;
        double s = 1 - t;
        double wa = s * s * s;
        double wb = 3 * s * s * t;
        double wc = 3 * s * t * t;
        double wd = t * t * t;
        go_on(dashing, (point){wa * a.x + wb * b.x + wc * c.x + wd * d.x,
                               wa * a.y + wb * b.y + wc * c.y + wd * d.y});
    }
}

struct path dash_path(struct arena *arena, const struct path *path, const double *lengths,
                      size_t count, double offset)
{
    size_t even = count % 2 ? 2 * count : count;
    double *pattern = arena_array(arena, double, even);
    double sum = 0;
    for (size_t i = 0; i < even; i++) {
        pattern[i] = lengths[i % count];
        sum += pattern[i];
    }
    if (!even || !(sum > 0)) {
        return *path;
    }
    offset = fmod(offset, sum);
    offset += offset < 0 ? sum : 0;
    struct path dashes = {0};
    struct dashing dashing = {
        .arena = arena, .path = &dashes, .lengths = pattern, .count = even};
    point start = {0};
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->at[i];
        switch (step->verb) {
        case PATH_MOVE:
            start = step->at[0];
            begin(&dashing, offset, start);
            break;
        case PATH_LINE:
            go_on(&dashing, step->at[0]);
            break;
        case PATH_CURVE:
            go_along_curve(&dashing, step->at);
            break;
        case PATH_CLOSE:
            go_on(&dashing, start);
            break;
        }
    }
    return dashes;
}
