/* SPDX-License-Identifier: MIT */
/*
 * A slice lies between two sides, each a straight line at a distance from
 * the center (half of the padding), and two circles. A corner is a small
 * circle that touches one side and one of the circles: its middle is a corner radius
 * away from both.
 */
#include "arc.h"

#include <math.h>

static const double smallest = 1e-12;

static point on_circle(double radius, double angle)
{
    return (point){radius * cos(angle), radius * sin(angle)};
}

static point shifted(point p, point by)
{
    return (point){p.x + by.x, p.y + by.y};
}

static double dot(point a, point b)
{
    return a.x * b.x + a.y * b.y;
}

/* A quarter of a circle or less is one Bézier curve: off by 0.03% of the radius at most. */
void arc_add(struct arena *arena, struct path *path, point center, double radius,
             double from, double to)
{
    size_t pieces = (size_t)ceil(fabs(to - from) / M_PI_2 - 1e-9);
    double step = pieces ? (to - from) / (double)pieces : 0;
    double reach = 4.0 / 3 * tan(step / 4) * radius;
    point start = shifted(center, on_circle(radius, from));
    if (path->count) {
        path_line(arena, path, start);
    } else {
        path_move(arena, path, start);
    }
    for (size_t i = 0; i < pieces; i++) {
        double a = from + step * (double)i;
        double b = a + step;
        point p = shifted(center, on_circle(radius, a));
        point q = shifted(center, on_circle(radius, b));
        path_curve(arena, path, (point){p.x - reach * sin(a), p.y + reach * cos(a)},
                   (point){q.x + reach * sin(b), q.y - reach * cos(b)}, q);
    }
}

/* --- sides ---------------------------------------------------------------------------- */

struct side {
    point inner, outer;
    point along, into; /* of length 1: outwards, and into the slice */
    double inner_angle, outer_angle;
};

/* `turn` is 1 for the side where the slice starts, -1 for the one where it ends. */
static struct side side_make(const struct slice *slice, double inner_angle,
                             double outer_angle, int turn)
{
    struct side side = {
        .inner = on_circle(slice->inner_radius, inner_angle),
        .outer = on_circle(slice->outer_radius, outer_angle),
        .inner_angle = inner_angle,
        .outer_angle = outer_angle,
    };
    point way = {side.outer.x - side.inner.x, side.outer.y - side.inner.y};
    double length = hypot(way.x, way.y);
    if (length > smallest) {
        side.along = (point){way.x / length, way.y / length};
    }
    side.into = (point){-turn * side.along.y, turn * side.along.x};
    return side;
}

/* How much smaller the padding makes an angle at a radius, at each end. */
static double padding_at(const struct slice *slice, double radius)
{
    double pad = slice->pad_angle / 2;
    double chord = hypot(slice->inner_radius, slice->outer_radius) * sin(pad);
    return pad > smallest ? asin(chord / radius) : 0;
}

struct sides {
    struct side start, end;
    bool has_inner, has_outer; /* the circle has a piece of the slice's outline */
};

/* Half of the angle that is left between two sides; 0 where they have met. */
static double half_left(double angle, double padding)
{
    double left = angle - 2 * padding;
    return left > smallest ? left / 2 : 0; /* a padding of NaN: more than all */
}

static struct sides sides_make(const struct slice *slice)
{
    double angle = slice->end_angle - slice->start_angle;
    double middle = slice->start_angle + angle / 2;
    double inner = half_left(angle, padding_at(slice, slice->inner_radius));
    double outer = half_left(angle, padding_at(slice, slice->outer_radius));
    return (struct sides){
        .start = side_make(slice, middle - inner, middle - outer, 1),
        .end = side_make(slice, middle + inner, middle + outer, -1),
        .has_inner = slice->inner_radius > smallest && inner > 0,
        .has_outer = outer > 0,
    };
}

/* --- corners -------------------------------------------------------------------------- */

struct corners {
    double inner, outer; /* radius; 0 is sharp */
    bool inner_met, outer_met; /* both corners of a circle have become one */
};

/* Where the lines of both sides cross; false if they are parallel. */
static bool sides_cross(const struct sides *sides, point *at)
{
    const struct side *a = &sides->start;
    const struct side *b = &sides->end;
    double across = dot(a->along, b->into);
    if (fabs(across) < 1e-6) {
        return false;
    }
    point between = {b->inner.x - a->inner.x, b->inner.y - a->inner.y};
    double way = dot(between, b->into) / across;
    *at = (point){a->inner.x + a->along.x * way, a->inner.y + a->along.y * way};
    return true;
}

/* Corners are no larger than what lies between the sides lets them be. */
static struct corners corners_make(const struct slice *slice, const struct sides *sides)
{
    double thickness = slice->outer_radius - slice->inner_radius;
    double wanted = fmin(thickness / 2, slice->corner_radius);
    struct corners corners = {.inner = wanted, .outer = wanted};
    point cross;
    if (wanted <= smallest) {
        return (struct corners){0};
    }
    if (slice->end_angle - slice->start_angle >= M_PI) {
        return corners;
    }
    if (!sides_cross(sides, &cross)) {
        return (struct corners){0};
    }
    double half_angle = acos(dot(sides->start.along, sides->end.along)) / 2;
    double reach = 1 / sin(half_angle);
    double away = hypot(cross.x, cross.y);
    corners.inner = fmin(wanted, (slice->inner_radius - away) / (reach - 1));
    corners.outer = fmin(wanted, (slice->outer_radius - away) / (reach + 1));
    corners.inner_met = corners.inner < wanted;
    corners.outer_met = corners.outer < wanted;
    return corners;
}

/* The middle of a circle that touches the side and has its middle at a distance from the
 * center. */
static point corner_middle(const struct side *side, double radius, double distance)
{
    double across = dot(side->inner, side->into) + radius;
    double along = sqrt(fmax(0, distance * distance - across * across));
    return (point){side->into.x * across + side->along.x * along,
                   side->into.y * across + side->along.y * along};
}

/* From the angle on, at least it, at most one turn further. */
static double angle_after(double angle, double from)
{
    double turns = ceil((from - angle) / (2 * M_PI) - 1e-9);
    return angle + turns * 2 * M_PI;
}

struct outline {
    struct arena *arena;
    struct path *path;
    point center;
};

static void add_arc(const struct outline *outline, point middle, double radius, double from,
                    double to)
{
    arc_add(outline->arena, outline->path, shifted(outline->center, middle), radius, from,
            angle_after(to, from));
}

static double angle_of(point p)
{
    return atan2(p.y, p.x);
}

/* Clockwise along the outer circle. */
static void add_outer_corners(const struct outline *outline, const struct sides *sides,
                              double circle, double radius, bool have_met)
{
    point a = corner_middle(&sides->start, radius, circle - radius);
    point b = corner_middle(&sides->end, radius, circle - radius);
    double from = angle_of((point){-sides->start.into.x, -sides->start.into.y});
    double to = angle_of((point){-sides->end.into.x, -sides->end.into.y});
    if (have_met) {
        add_arc(outline, a, radius, from, to);
        return;
    }
    add_arc(outline, a, radius, from, angle_of(a));
    add_arc(outline, (point){0}, circle, angle_of(a), angle_of(b));
    add_arc(outline, b, radius, angle_of(b), to);
}

/* Back, counterclockwise, along the inner circle; corners still turn clockwise. */
static void add_inner_corners(const struct outline *outline, const struct sides *sides,
                              double circle, double radius, bool have_met)
{
    point a = corner_middle(&sides->end, radius, circle + radius);
    point b = corner_middle(&sides->start, radius, circle + radius);
    double from = angle_of((point){-sides->end.into.x, -sides->end.into.y});
    double to = angle_of((point){-sides->start.into.x, -sides->start.into.y});
    if (have_met) {
        add_arc(outline, a, radius, from, to);
        return;
    }
    double start = angle_after(angle_of(a), angle_of(b));
    add_arc(outline, a, radius, from, angle_of((point){-a.x, -a.y}));
    arc_add(outline->arena, outline->path, outline->center, circle, start, angle_of(b));
    add_arc(outline, b, radius, angle_of((point){-b.x, -b.y}), to);
}

/* --- slices --------------------------------------------------------------------------- */

static void add_outer(const struct outline *outline, const struct slice *slice,
                      const struct sides *sides, const struct corners *corners)
{
    if (!sides->has_outer) {
        path_move(outline->arena, outline->path,
                  shifted(outline->center, sides->start.outer));
    } else if (corners->outer > smallest) {
        add_outer_corners(outline, sides, slice->outer_radius, corners->outer,
                          corners->outer_met);
    } else {
        arc_add(outline->arena, outline->path, outline->center, slice->outer_radius,
                sides->start.outer_angle, sides->end.outer_angle);
    }
}

static void add_inner(const struct outline *outline, const struct slice *slice,
                      const struct sides *sides, const struct corners *corners)
{
    if (!sides->has_inner) {
        path_line(outline->arena, outline->path,
                  shifted(outline->center, sides->end.inner));
    } else if (corners->inner > smallest) {
        add_inner_corners(outline, sides, slice->inner_radius, corners->inner,
                          corners->inner_met);
    } else {
        arc_add(outline->arena, outline->path, outline->center, slice->inner_radius,
                sides->end.inner_angle, sides->start.inner_angle);
    }
}

/* All around: circles, the inner one the other way round, so that it is a hole. */
static void add_ring(const struct outline *outline, const struct slice *slice)
{
    path_circle(outline->arena, outline->path, outline->center, slice->outer_radius);
    if (slice->inner_radius > smallest) {
        struct path hole = {0};
        arc_add(outline->arena, &hole, outline->center, slice->inner_radius, 2 * M_PI, 0);
        path_close(outline->arena, &hole);
        path_append(outline->arena, outline->path, &hole, (point){0});
    }
}

/* Clockwise, the smaller radius inside, angles from where x is greatest. */
static struct slice in_order(struct slice slice)
{
    double first = fmin(slice.start_angle, slice.end_angle);
    double last = fmax(slice.start_angle, slice.end_angle);
    double small = fmin(slice.inner_radius, slice.outer_radius);
    double large = fmax(slice.inner_radius, slice.outer_radius);
    slice.start_angle = first - M_PI_2;
    slice.end_angle = last - M_PI_2;
    slice.inner_radius = small;
    slice.outer_radius = large;
    return slice;
}

struct path slice_path(struct arena *arena, point center, struct slice slice)
{
    struct path path = {0};
    struct outline outline = {arena, &path, center};
    slice = in_order(slice);
    if (!(slice.outer_radius > smallest)) {
        return path;
    }
    if (slice.end_angle - slice.start_angle > 2 * M_PI - smallest) {
        add_ring(&outline, &slice);
        return path;
    }
    struct sides sides = sides_make(&slice);
    struct corners corners = corners_make(&slice, &sides);
    add_outer(&outline, &slice, &sides, &corners);
    add_inner(&outline, &slice, &sides, &corners);
    path_close(arena, &path);
    return path;
}
