/* SPDX-License-Identifier: MIT */
#include "curve.h"

#include "curve_internal.h"

#include <math.h>

struct named_curve {
    const char *name;
    enum curve_kind kind;
    enum curve_ends ends;
    double tension;
};

bool curve_named(str name, double tension, bool is_along_y, struct curve *curve)
{
    static const struct named_curve named[] = {
        {"", CURVE_LINEAR, CURVE_THROUGH, 0},
        {"linear", CURVE_LINEAR, CURVE_THROUGH, 0},
        {"linear-closed", CURVE_LINEAR, CURVE_CLOSED, 0},
        {"step", CURVE_STEP, CURVE_THROUGH, 0},
        {"step-before", CURVE_STEP_BEFORE, CURVE_THROUGH, 0},
        {"step-after", CURVE_STEP_AFTER, CURVE_THROUGH, 0},
        {"basis", CURVE_BASIS, CURVE_THROUGH, 0},
        {"basis-open", CURVE_BASIS, CURVE_OPEN, 0},
        {"basis-closed", CURVE_BASIS, CURVE_CLOSED, 0},
        {"bundle", CURVE_BUNDLE, CURVE_THROUGH, 0.85},
        {"cardinal", CURVE_CARDINAL, CURVE_THROUGH, 0},
        {"cardinal-open", CURVE_CARDINAL, CURVE_OPEN, 0},
        {"cardinal-closed", CURVE_CARDINAL, CURVE_CLOSED, 0},
        {"catmull-rom", CURVE_CATMULL_ROM, CURVE_THROUGH, 0.5},
        {"catmull-rom-open", CURVE_CATMULL_ROM, CURVE_OPEN, 0.5},
        {"catmull-rom-closed", CURVE_CATMULL_ROM, CURVE_CLOSED, 0.5},
        {"monotone", CURVE_MONOTONE, CURVE_THROUGH, 0},
        {"natural", CURVE_NATURAL, CURVE_THROUGH, 0},
    };
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (str_equal(name, str_from(named[i].name))) {
            *curve = (struct curve){
                .kind = named[i].kind,
                .ends = named[i].ends,
                .tension = isnan(tension) ? named[i].tension : tension,
                .is_along_y = is_along_y,
            };
            return true;
        }
    }
    return false;
}

struct curve curve_reversed(struct curve curve)
{
    if (curve.kind == CURVE_STEP_BEFORE) {
        curve.kind = CURVE_STEP_AFTER;
    } else if (curve.kind == CURVE_STEP_AFTER) {
        curve.kind = CURVE_STEP_BEFORE;
    }
    return curve;
}

/* --- the pen -------------------------------------------------------------------------- */

void pen_start(const struct pen *pen, point at)
{
    if (pen->start == CURVE_START_LINE) {
        path_line(pen->arena, pen->path, at);
    } else {
        path_move(pen->arena, pen->path, at);
    }
}

void pen_line(const struct pen *pen, point to)
{
    path_line(pen->arena, pen->path, to);
}

void pen_curve(const struct pen *pen, point a, point b, point to)
{
    path_curve(pen->arena, pen->path, a, b, to);
}

void pen_close(const struct pen *pen)
{
    path_close(pen->arena, pen->path);
}

point point_between(point a, point b, double part)
{
    return (point){a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
}

/* --- straight lines ------------------------------------------------------------------- */

static void draw_linear(const struct pen *pen, enum curve_ends ends, const point *points,
                        size_t count)
{
    pen_start(pen, points[0]);
    for (size_t i = 1; i < count; i++) {
        pen_line(pen, points[i]);
    }
    if (ends == CURVE_CLOSED) {
        pen_close(pen);
    }
}

/* `part` of the way to the next point the step is made. */
static void draw_steps(const struct pen *pen, double part, const point *points,
                       size_t count)
{
    pen_start(pen, points[0]);
    for (size_t i = 1; i < count; i++) {
        double x = points[i - 1].x + (points[i].x - points[i - 1].x) * part;
        bool is_last = i + 1 == count;
        if (part > 0) {
            pen_line(pen, (point){x, points[i - 1].y});
        }
        pen_line(pen, (point){x, points[i].y});
        if (part <= 0 || (is_last && part < 1)) {
            pen_line(pen, points[i]);
        }
    }
}

/* Points drawn towards the straight line between the ends, by 1 - beta (Holten 2006). */
static void draw_bundle(const struct pen *pen, double beta, const point *points,
                        size_t count)
{
    point *bundled = arena_array(pen->arena, point, count);
    for (size_t i = 0; i < count; i++) {
        double along = (double)i / (double)(count - 1);
        point straight = point_between(points[0], points[count - 1], along);
        bundled[i] = point_between(straight, points[i], beta);
    }
    curve_basis(pen, CURVE_THROUGH, bundled, count);
}

/* --- all ------------------------------------------------------------------------------ */

/* Two points or one: there is nothing to bend. */
static void draw_short(const struct pen *pen, enum curve_ends ends, const point *points,
                       size_t count)
{
    if (ends != CURVE_OPEN) {
        draw_linear(pen, ends, points, count);
    }
}

static void draw_bent(const struct pen *pen, const struct curve *curve, const point *points,
                      size_t count)
{
    switch (curve->kind) {
    case CURVE_BASIS:
        curve_basis(pen, curve->ends, points, count);
        break;
    case CURVE_BUNDLE:
        draw_bundle(pen, curve->tension, points, count);
        break;
    case CURVE_CARDINAL:
        curve_cardinal(pen, curve, points, count);
        break;
    case CURVE_CATMULL_ROM:
        curve_catmull_rom(pen, curve, points, count);
        break;
    case CURVE_MONOTONE:
        curve_monotone(pen, curve->is_along_y, points, count);
        break;
    case CURVE_NATURAL:
        curve_natural(pen, points, count);
        break;
    default:
        draw_linear(pen, curve->ends, points, count);
    }
}

void curve_add(struct arena *arena, struct path *path, struct curve curve,
               const point *points, size_t count, enum curve_start start)
{
    struct pen pen = {arena, path, start};
    if (!count) {
        return;
    }
    switch (curve.kind) {
    case CURVE_LINEAR:
        draw_linear(&pen, curve.ends, points, count);
        break;
    case CURVE_STEP:
        draw_steps(&pen, 0.5, points, count);
        break;
    case CURVE_STEP_BEFORE:
        draw_steps(&pen, 0, points, count);
        break;
    case CURVE_STEP_AFTER:
        draw_steps(&pen, 1, points, count);
        break;
    default:
        if (count < 3) {
            draw_short(&pen, curve.ends, points, count);
        } else {
            draw_bent(&pen, &curve, points, count);
        }
    }
}
