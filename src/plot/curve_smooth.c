/* SPDX-License-Identifier: MIT */
/*
 * Monotone curves, which never overshoot their points (Steffen, "A simple
 * method for monotonic interpolation in one dimension", 1990), and natural cubic splines.
 */
#include "curve_internal.h"

#include <math.h>

/* --- monotone ------------------------------------------------------------------------- */

static point swapped(point p)
{
    return (point){p.y, p.x};
}

static double sign(double value)
{
    return value < 0 ? -1 : 1;
}

/* Of a rise over a run; where that is none, it is infinite towards where the line runs. */
static double slope_of(double rise, double run, double run_beside)
{
    double nothing = run_beside < 0 ? -0.0 : 0.0;
    return rise / (run != 0 ? run : nothing);
}

/* Slope at the middle one of three points; 0 where they do not make one. */
static double slope_at(point a, point b, point c)
{
    double before = b.x - a.x;
    double after = c.x - b.x;
    double slope_before = slope_of(b.y - a.y, before, after);
    double slope_after = slope_of(c.y - b.y, after, before);
    double mean = (slope_before * after + slope_after * before) / (before + after);
    double least = fmin(fmin(fabs(slope_before), fabs(slope_after)), 0.5 * fabs(mean));
    double slope = (sign(slope_before) + sign(slope_after)) * least;
    return isfinite(slope) && !isnan(mean) ? slope : 0;
}

/* Slope at the end of a piece whose other end has `other`. */
static double slope_at_end(point a, point b, double other)
{
    double width = b.x - a.x;
    return width != 0 ? (3 * (b.y - a.y) / width - other) / 2 : other;
}

/* Points that lie on the one before are left out: they have no slope. */
static size_t distinct(const point *points, size_t count, bool is_along_y, point *kept)
{
    size_t kept_count = 0;
    for (size_t i = 0; i < count; i++) {
        point next = is_along_y ? swapped(points[i]) : points[i];
        point last = kept_count ? kept[kept_count - 1] : (point){NAN, NAN};
        if (next.x != last.x || next.y != last.y) {
            kept[kept_count++] = next;
        }
    }
    return kept_count;
}

static void draw_piece(const struct pen *pen, bool is_along_y, point from, point to,
                       double slope_from, double slope_to)
{
    double third = (to.x - from.x) / 3;
    point a = {from.x + third, from.y + third * slope_from};
    point b = {to.x - third, to.y - third * slope_to};
    if (is_along_y) {
        pen_curve(pen, swapped(a), swapped(b), swapped(to));
    } else {
        pen_curve(pen, a, b, to);
    }
}

void curve_monotone(const struct pen *pen, bool is_along_y, const point *points,
                    size_t count)
{
    point *kept = arena_array(pen->arena, point, count);
    count = distinct(points, count, is_along_y, kept);
    pen_start(pen, points[0]);
    if (count == 2) {
        pen_line(pen, is_along_y ? swapped(kept[1]) : kept[1]);
    }
    double slope = 0;
    for (size_t i = 0; i + 1 < count && count > 2; i++) {
        bool is_last = i + 2 == count;
        double next = is_last ? slope_at_end(kept[i], kept[i + 1], slope)
                              : slope_at(kept[i], kept[i + 1], kept[i + 2]);
        slope = i ? slope : slope_at_end(kept[0], kept[1], next);
        draw_piece(pen, is_along_y, kept[i], kept[i + 1], slope, next);
        slope = next;
    }
}

/* --- natural -------------------------------------------------------------------------- */

/*
 * One coordinate of the first and second control points of each of `pieces` pieces between
 * the knots at[0] to at[pieces]: the tridiagonal system of equal second derivatives, with
 * none at the ends, solved by elimination.
 */
static void solve(struct arena *arena, const double *at, size_t pieces, double *first,
                  double *second)
{
    double *diagonal = arena_array(arena, double, pieces);
    size_t last = pieces - 1;
    diagonal[0] = 2;
    first[0] = at[0] + 2 * at[1];
    for (size_t i = 1; i < pieces; i++) {
        bool is_last = i == last;
        double below = (is_last ? 2 : 1) / diagonal[i - 1];
        double right = is_last ? 8 * at[i] + at[i + 1] : 4 * at[i] + 2 * at[i + 1];
        diagonal[i] = (is_last ? 7 : 4) - below;
        first[i] = right - below * first[i - 1];
    }
    first[last] /= diagonal[last];
    for (size_t i = last; i-- > 0;) {
        first[i] = (first[i] - first[i + 1]) / diagonal[i];
    }
    for (size_t i = 0; i < last; i++) {
        second[i] = 2 * at[i + 1] - first[i + 1];
    }
    second[last] = (at[pieces] + first[last]) / 2;
}

void curve_natural(const struct pen *pen, const point *points, size_t count)
{
    size_t pieces = count - 1;
    double *numbers = arena_array(pen->arena, double, 2 * count + 4 * pieces);
    double *x = numbers;
    double *y = x + count;
    double *first_x = y + count;
    double *second_x = first_x + pieces;
    double *first_y = second_x + pieces;
    double *second_y = first_y + pieces;
    for (size_t i = 0; i < count; i++) {
        x[i] = points[i].x;
        y[i] = points[i].y;
    }
    solve(pen->arena, x, pieces, first_x, second_x);
    solve(pen->arena, y, pieces, first_y, second_y);
    pen_start(pen, points[0]);
    for (size_t i = 0; i < pieces; i++) {
        pen_curve(pen, (point){first_x[i], first_y[i]}, (point){second_x[i], second_y[i]},
                  points[i + 1]);
    }
}
