/* SPDX-License-Identifier: MIT */
#include "geo_clip.h"

#include <math.h>

/* Latitude where the great circle between two points crosses the antimeridian. */
static double crossing(struct geo_point a, struct geo_point b)
{
    double sine = sin(a.lambda - b.lambda);
    if (fabs(sine) <= GEO_NEAR) {
        return (a.phi + b.phi) / 2;
    }
    return atan((sin(a.phi) * cos(b.phi) * sin(b.lambda) -
                 sin(b.phi) * cos(a.phi) * sin(a.lambda)) /
                (cos(a.phi) * cos(b.phi) * sine));
}

static double side_of(struct geo_point at)
{
    return at.lambda > 0 ? M_PI : -M_PI;
}

static void add(struct arena *arena, struct geo_lines *lines, double lambda, double phi)
{
    geo_line_add(arena, &lines->at[lines->count - 1],
                 (struct geo_point){.lambda = lambda, .phi = phi});
}

static void begin(struct arena *arena, struct geo_lines *lines)
{
    *arena_push(arena, lines) = (struct geo_line){0};
}

/* A point on the edge is moved off it, so that the crossing has a latitude. */
static struct geo_point off_edge(struct geo_point at)
{
    double side = side_of(at);
    if (fabs(at.lambda - side) < GEO_NEAR) {
        at.lambda -= side * GEO_NEAR;
    }
    return at;
}

struct geo_pieces geo_cut_meridian(struct arena *arena, const struct geo_line *line)
{
    struct geo_pieces pieces = {.is_whole = true};
    begin(arena, &pieces.lines);
    for (size_t i = 0; i < line->count; i++) {
        struct geo_point to = line->at[i];
        struct geo_point from = i ? line->at[i - 1] : to;
        double delta = fabs(to.lambda - from.lambda);
        if (i && fabs(delta - M_PI) < GEO_NEAR) { /* over a pole */
            double pole = (from.phi + to.phi) / 2 > 0 ? M_PI_2 : -M_PI_2;
            add(arena, &pieces.lines, from.lambda, pole);
            add(arena, &pieces.lines, side_of(from), pole);
            begin(arena, &pieces.lines);
            add(arena, &pieces.lines, side_of(to), pole);
            add(arena, &pieces.lines, to.lambda, pole);
            pieces.is_whole = false;
        } else if (i && side_of(from) != side_of(to) && delta >= M_PI) {
            double phi = crossing(off_edge(from), off_edge(to));
            add(arena, &pieces.lines, side_of(from), phi);
            begin(arena, &pieces.lines);
            add(arena, &pieces.lines, side_of(to), phi);
            pieces.is_whole = false;
        }
        add(arena, &pieces.lines, to.lambda, to.phi);
    }
    pieces.has_joined_ends = !pieces.is_whole;
    return pieces;
}

void geo_follow_meridian(struct arena *arena, struct geo_line *line,
                         const struct geo_point *from, const struct geo_point *to,
                         int direction)
{
    double lambda = M_PI;
    double phi = direction * M_PI_2;
    if (!from) {
        const struct geo_point around[] = {
            {-lambda, phi, false},  {0, phi, false},       {lambda, phi, false},
            {lambda, 0, false},     {lambda, -phi, false}, {0, -phi, false},
            {-lambda, -phi, false}, {-lambda, 0, false},   {-lambda, phi, false},
        };
        for (size_t i = 0; i < sizeof around / sizeof *around; i++) {
            geo_line_add(arena, line, around[i]);
        }
    } else if (fabs(from->lambda - to->lambda) > GEO_NEAR) { /* along a pole */
        lambda = from->lambda < to->lambda ? M_PI : -M_PI;
        phi = direction * lambda / 2;
        geo_line_add(arena, line, (struct geo_point){-lambda, phi, false});
        geo_line_add(arena, line, (struct geo_point){0, phi, false});
        geo_line_add(arena, line, (struct geo_point){lambda, phi, false});
    } else {
        geo_line_add(arena, line, *to);
    }
}
