/* SPDX-License-Identifier: MIT */
#include "geo_clip.h"

#include <math.h>

/*
 * A point is inside if the south pole is, and the way from there along its
 * meridian crosses rings an even number of times; or the other way round. The pole is
 * inside if the rings go around it, or if their area is that of the complement (the sum of
 * the areas between each side and the pole).
 */
struct winding {
    double angle; /* that longitudes go around the pole */
    long double area; /* summed with digits to spare: it is compared with zero */
    int crossings;
};

/* Longitudes of polygons may lie beyond pi. */
static double in_range(double lambda)
{
    double size = fabs(lambda);
    return size <= M_PI ? lambda : copysign(fmod(size + M_PI, 2 * M_PI) - M_PI, lambda);
}

/* Of the great circle through a and b where it crosses the meridian of `normal`. */
static double crossing(struct geo_point a, struct geo_point b, struct geo_vector normal,
                       bool is_eastward, bool *is_meridian)
{
    struct geo_vector arc = geo_unit(geo_cross(geo_vector_of(a), geo_vector_of(b)));
    struct geo_vector at = geo_unit(geo_cross(normal, arc));
    *is_meridian = arc.x == 0 && arc.y == 0;
    return (is_eastward ? -1 : 1) * asin(fmin(1, fmax(-1, at.z)));
}

static void add_side(struct winding *winding, struct geo_point a, struct geo_point b,
                     struct geo_point at, struct geo_vector normal)
{
    double from = in_range(a.lambda);
    double to = in_range(b.lambda);
    double delta = to - from;
    double sign = delta >= 0 ? 1 : -1;
    double size = fabs(delta);
    bool is_across = size > M_PI; /* the short way is over the antimeridian */
    double half_a = a.phi / 2 + M_PI_4;
    double half_b = b.phi / 2 + M_PI_4;
    double k = sin(half_a) * sin(half_b);
    winding->area +=
        (long double)atan2(k * sign * sin(size), cos(half_a) * cos(half_b) + k * cos(size));
    winding->angle += is_across ? delta + sign * 2 * M_PI : delta;
    bool is_over = is_across != ((from >= at.lambda) != (to >= at.lambda));
    if (is_over) {
        bool is_eastward = is_across != (delta >= 0);
        bool is_meridian;
        double phi = crossing(a, b, normal, is_eastward, &is_meridian);
        if (at.phi > phi || (at.phi == phi && !is_meridian)) {
            winding->crossings += is_eastward ? 1 : -1;
        }
    }
}

bool geo_contains(const struct geo_lines *rings, struct geo_point at)
{
    const long double no_area = 1e-12L;
    struct winding winding = {0};
    at.lambda = in_range(at.lambda);
    struct geo_vector normal = {sin(at.lambda), -cos(at.lambda), 0};
    if (fabs(sin(at.phi)) == 1) {
        at.phi += copysign(GEO_NEAR, at.phi); /* all sides lie below or above a pole */
    }
    for (size_t i = 0; i < rings->count; i++) {
        const struct geo_line *ring = &rings->at[i];
        for (size_t p = 0; p < ring->count; p++) {
            add_side(&winding, ring->at[p ? p - 1 : ring->count - 1], ring->at[p], at,
                     normal);
        }
    }
    bool has_pole =
        winding.angle < -GEO_NEAR || (winding.angle < GEO_NEAR && winding.area < -no_area);
    return has_pole != (winding.crossings % 2 != 0);
}
