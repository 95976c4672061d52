/* SPDX-License-Identifier: MIT */
/*
 * Cutting along a small circle around 0, 0: with vectors, where the plane of
 * the circle is x = cos(radius), and a side lies in the plane through its ends and the
 * center of the sphere.
 */
#include "geo_clip.h"

#include <math.h>

struct circle {
    double radius, cosine;
    bool is_small; /* less than a hemisphere */
};

/* Where the great circle through a and b meets the circle: count is 0 to 2. */
struct meetings {
    struct geo_point at[2];
    int count;
};

static struct geo_vector scaled(struct geo_vector v, double by)
{
    return (struct geo_vector){v.x * by, v.y * by, v.z * by};
}

static struct geo_vector sum(struct geo_vector a, struct geo_vector b)
{
    return (struct geo_vector){a.x + b.x, a.y + b.y, a.z + b.z};
}

/* The two planes share a line; it meets the sphere in these. The first one is where a line
 * from `a` to `b` comes out, or in the other way round. */
static struct meetings meet(const struct circle *circle, struct geo_point a,
                            struct geo_point b)
{
    struct geo_vector side = geo_cross(geo_vector_of(a), geo_vector_of(b));
    double length = geo_dot(side, side);
    double determinant = length - side.x * side.x;
    if (determinant == 0) {
        return (struct meetings){.at = {a}, .count = 1};
    }
    struct geo_vector axis = {1, 0, 0};
    struct geo_vector line = geo_cross(axis, side);
    struct geo_vector foot = sum(scaled(axis, circle->cosine * length / determinant),
                                 scaled(side, -circle->cosine * side.x / determinant));
    double w = geo_dot(foot, line);
    double u = geo_dot(line, line);
    double discriminant = w * w - u * (geo_dot(foot, foot) - 1);
    if (discriminant < 0) {
        return (struct meetings){0};
    }
    double root = sqrt(discriminant);
    return (struct meetings){
        .at = {geo_point_of(sum(foot, scaled(line, (-w - root) / u))),
               geo_point_of(sum(foot, scaled(line, (-w + root) / u)))},
        .count = 2,
    };
}

static void swap(double *a, double *b)
{
    double kept = *a;
    *a = *b;
    *b = kept;
}

/* Does a point of the great circle lie between the ends of the side? */
static bool is_between(struct geo_point at, struct geo_point a, struct geo_point b)
{
    if (b.lambda < a.lambda) {
        swap(&a.lambda, &b.lambda);
        swap(&a.phi, &b.phi);
    }
    double delta = b.lambda - a.lambda;
    bool is_polar = fabs(delta - M_PI) < GEO_NEAR;
    if (is_polar) {
        double end = fabs(at.lambda - a.lambda) < GEO_NEAR ? a.phi : b.phi;
        return (a.phi + b.phi > 0) != (at.phi < end);
    }
    if (delta < GEO_NEAR) { /* along a meridian */
        return fmin(a.phi, b.phi) <= at.phi && at.phi <= fmax(a.phi, b.phi);
    }
    return (delta > M_PI) != (a.lambda <= at.lambda && at.lambda <= b.lambda);
}

/* In which of the four directions a point lies outside: a side whose ends share one
 * cannot meet the circle. */
static unsigned outside(const struct circle *circle, struct geo_point at)
{
    double r = circle->is_small ? circle->radius : M_PI - circle->radius;
    unsigned code = at.lambda < -r ? 1 : at.lambda > r ? 2 : 0;
    return code | (at.phi < -r ? 4U : at.phi > r ? 8U : 0U);
}

static unsigned code_of(const struct circle *circle, struct geo_point at, bool is_seen)
{
    if (circle->is_small) {
        return is_seen ? 0 : outside(circle, at);
    }
    at.lambda += at.lambda < 0 ? M_PI : -M_PI;
    return is_seen ? outside(circle, at) : 0;
}

/* --- cutting -------------------------------------------------------------------------- */

struct cutting {
    struct arena *arena;
    struct circle circle;
    struct geo_pieces pieces;
    struct geo_point before;
    unsigned code_before;
    bool is_begun, was_seen, first_was_seen;
};

static void begin_piece(struct cutting *cutting)
{
    *arena_push(cutting->arena, &cutting->pieces.lines) = (struct geo_line){0};
}

static void add(struct cutting *cutting, struct geo_point at, bool is_touching)
{
    struct geo_lines *lines = &cutting->pieces.lines;
    at.is_touching = is_touching;
    geo_line_add(cutting->arena, &lines->at[lines->count - 1], at);
}

static void go_in(struct cutting *cutting, struct geo_point at)
{
    struct meetings meetings = meet(&cutting->circle, at, cutting->before);
    begin_piece(cutting);
    add(cutting, meetings.at[0], false);
    cutting->before = meetings.at[0];
}

static void go_out(struct cutting *cutting, struct geo_point at)
{
    struct meetings meetings = meet(&cutting->circle, cutting->before, at);
    add(cutting, meetings.at[0], true);
    cutting->before = meetings.at[0];
}

/* Both ends are outside and the side may pass through the circle; or, where the circle is
 * large, both are inside and it may leave it. */
static void pass(struct cutting *cutting, struct geo_point at, unsigned code)
{
    if (code & cutting->code_before) {
        return;
    }
    struct meetings meetings = meet(&cutting->circle, at, cutting->before);
    if (meetings.count < 2 || !is_between(meetings.at[0], at, cutting->before)) {
        return;
    }
    cutting->pieces.is_whole = false;
    if (cutting->circle.is_small) {
        begin_piece(cutting);
        add(cutting, meetings.at[0], false);
        add(cutting, meetings.at[1], false);
    } else {
        add(cutting, meetings.at[1], false);
        begin_piece(cutting);
        add(cutting, meetings.at[0], true);
    }
}

/* A crossing that is one of the ends: the point touches the edge. */
static bool is_touching(const struct cutting *cutting, struct geo_point at)
{
    struct meetings meetings = meet(&cutting->circle, cutting->before, at);
    return !meetings.count || geo_point_equal(cutting->before, meetings.at[0]) ||
           geo_point_equal(at, meetings.at[0]);
}

static void go_to(struct cutting *cutting, struct geo_point at)
{
    const struct circle *circle = &cutting->circle;
    bool is_hemisphere = fabs(circle->cosine) <= GEO_NEAR;
    bool is_seen = cos(at.lambda) * cos(at.phi) > circle->cosine;
    unsigned code = code_of(circle, at, is_seen);
    if (!cutting->is_begun) {
        cutting->first_was_seen = is_seen;
        cutting->was_seen = is_seen;
        if (is_seen) {
            begin_piece(cutting);
        }
    } else if (is_seen != cutting->was_seen) {
        at.is_touching = is_touching(cutting, at);
        cutting->pieces.is_whole = false;
        if (is_seen) {
            go_in(cutting, at);
        } else {
            go_out(cutting, at);
        }
    } else if (!is_hemisphere && circle->is_small != is_seen) {
        pass(cutting, at, code);
    }
    if (is_seen && (!cutting->is_begun || !geo_point_equal(cutting->before, at))) {
        add(cutting, at, at.is_touching);
    }
    cutting->before = at;
    cutting->was_seen = is_seen;
    cutting->code_before = code;
    cutting->is_begun = true;
}

struct geo_pieces geo_cut_circle(struct arena *arena, double radius,
                                 const struct geo_line *line)
{
    struct cutting cutting = {
        .arena = arena,
        .circle = {radius, cos(radius), cos(radius) > 0},
        .pieces.is_whole = true,
    };
    for (size_t i = 0; i < line->count; i++) {
        go_to(&cutting, line->at[i]);
    }
    cutting.pieces.has_joined_ends = cutting.first_was_seen && cutting.was_seen;
    return cutting.pieces;
}

/* --- along the circle ----------------------------------------------------------------- */

/* Angle of a point of the circle, from 0 to a full turn. */
static double angle_on(double radius, struct geo_point at)
{
    struct geo_vector v = geo_vector_of(at);
    v.x -= cos(radius);
    v = geo_unit(v);
    double angle = acos(fmin(1, fmax(-1, -v.y)));
    angle = -v.z < 0 ? -angle : angle;
    return fmod(angle + 2 * M_PI - GEO_NEAR, 2 * M_PI);
}

void geo_follow_circle(struct arena *arena, double radius, struct geo_line *line,
                       const struct geo_point *from, const struct geo_point *to,
                       int direction)
{
    const double step = direction * 2 * M_PI / 180;
    double start = radius + direction * 2 * M_PI;
    double end = radius - step / 2;
    if (from) {
        start = angle_on(radius, *from);
        end = angle_on(radius, *to);
        bool is_before = direction > 0 ? start < end : start > end;
        start += is_before ? direction * 2 * M_PI : 0;
    }
    size_t count = (size_t)fmax(0, ceil((start - end) / step));
    for (size_t i = 0; i < count; i++) {
        double t = start - (double)i * step;
        struct geo_vector v = {cos(radius), -sin(radius) * cos(t), -sin(radius) * sin(t)};
        geo_line_add(arena, line, geo_point_of(v));
    }
}
