/* SPDX-License-Identifier: MIT */
#include "geo.h"

#include <math.h>

void geo_line_add(struct arena *arena, struct geo_line *line, struct geo_point at)
{
    *arena_push(arena, line) = at;
}

bool geo_point_equal(struct geo_point a, struct geo_point b)
{
    return fabs(a.lambda - b.lambda) < GEO_NEAR && fabs(a.phi - b.phi) < GEO_NEAR;
}

/* Of rounding only: sines a little above 1. */
static double arc_sine(double sine)
{
    return asin(fmin(1, fmax(-1, sine)));
}

struct geo_vector geo_vector_of(struct geo_point at)
{
    return (struct geo_vector){cos(at.phi) * cos(at.lambda), cos(at.phi) * sin(at.lambda),
                               sin(at.phi)};
}

struct geo_point geo_point_of(struct geo_vector vector)
{
    return (struct geo_point){.lambda = atan2(vector.y, vector.x),
                              .phi = arc_sine(vector.z)};
}

struct geo_vector geo_cross(struct geo_vector a, struct geo_vector b)
{
    return (struct geo_vector){a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
                               a.x * b.y - a.y * b.x};
}

double geo_dot(struct geo_vector a, struct geo_vector b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

struct geo_vector geo_unit(struct geo_vector vector)
{
    double length = sqrt(geo_dot(vector, vector));
    return (struct geo_vector){vector.x / length, vector.y / length, vector.z / length};
}

/* Between -pi and pi. */
static double turned(double lambda)
{
    return fabs(lambda) > M_PI ? lambda - round(lambda / (2 * M_PI)) * 2 * M_PI : lambda;
}

struct geo_point geo_rotate(struct geo_rotation rotation, struct geo_point at)
{
    at.lambda = turned(at.lambda + rotation.lambda);
    if (rotation.phi == 0 && rotation.gamma == 0) {
        return at;
    }
    struct geo_vector v = geo_vector_of(at);
    double k = v.z * cos(rotation.phi) + v.x * sin(rotation.phi);
    return (struct geo_point){
        .lambda = atan2(v.y * cos(rotation.gamma) - k * sin(rotation.gamma),
                        v.x * cos(rotation.phi) - v.z * sin(rotation.phi)),
        .phi = arc_sine(k * cos(rotation.gamma) + v.y * sin(rotation.gamma)),
    };
}
