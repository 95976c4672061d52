/* SPDX-License-Identifier: MIT */
/*
 * Clipping to a rectangle: lines after Liang and Barsky (ACM TOG 3, 1984), rings after
 * Sutherland and Hodgman (CACM 17, 1974), one edge after the other.
 */
#include "projection_internal.h"

#include <math.h>

/* --- lines ---------------------------------------------------------------------------- */

/* Narrows [*from, *to] of a way to where start + way * t is in [low, high]. */
static bool narrow(double start, double way, double low, double high, double *from,
                   double *to)
{
    if (way == 0) {
        return start >= low && start <= high;
    }
    double a = (low - start) / way;
    double b = (high - start) / way;
    *from = fmax(*from, fmin(a, b));
    *to = fmin(*to, fmax(a, b));
    return *from <= *to;
}

void plane_clip_line(struct arena *arena, const struct projection *projection,
                     const struct plane_line *line, struct plane_lines *pieces)
{
    bool is_going_on = false;
    for (size_t i = 1; i < line->count; i++) {
        point a = line->at[i - 1];
        point way = {line->at[i].x - a.x, line->at[i].y - a.y};
        double from = 0;
        double to = 1;
        bool is_in = narrow(a.x, way.x, projection->left, projection->right, &from, &to) &&
                     narrow(a.y, way.y, projection->top, projection->bottom, &from, &to);
        if (is_in && !(is_going_on && from <= 0)) {
            struct plane_line *piece = arena_push(arena, pieces);
            *arena_push(arena, piece) = (point){a.x + way.x * from, a.y + way.y * from};
        }
        if (is_in) {
            *arena_push(arena, &pieces->at[pieces->count - 1]) =
                (point){a.x + way.x * to, a.y + way.y * to};
        }
        is_going_on = is_in && to >= 1;
    }
}

/* --- rings ---------------------------------------------------------------------------- */

/* An edge: what is inside has sign * coordinate <= limit. */
struct edge {
    bool is_vertical;
    double sign, limit;
};

static double beyond(const struct edge *edge, point at)
{
    return edge->sign * (edge->is_vertical ? at.x : at.y) - edge->limit;
}

static struct plane_line clip_edge(struct arena *arena, const struct plane_line *ring,
                                   const struct edge *edge)
{
    struct plane_line clipped = {0};
    for (size_t i = 0; i < ring->count; i++) {
        point a = ring->at[i ? i - 1 : ring->count - 1];
        point b = ring->at[i];
        double a_beyond = beyond(edge, a);
        double b_beyond = beyond(edge, b);
        if ((a_beyond > 0) != (b_beyond > 0)) {
            double part = a_beyond / (a_beyond - b_beyond);
            *arena_push(arena, &clipped) =
                (point){a.x + (b.x - a.x) * part, a.y + (b.y - a.y) * part};
        }
        if (b_beyond <= 0) {
            *arena_push(arena, &clipped) = b;
        }
    }
    return clipped;
}

struct plane_line plane_clip_ring(struct arena *arena, const struct projection *projection,
                                  const struct plane_line *ring)
{
    const struct edge edges[] = {
        {true, 1, projection->right},
        {true, -1, -projection->left},
        {false, 1, projection->bottom},
        {false, -1, -projection->top},
    };
    struct plane_line clipped = *ring;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        clipped = clip_edge(arena, &clipped, &edges[i]);
    }
    return clipped;
}
