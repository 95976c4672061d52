/* SPDX-License-Identifier: MIT */
/*
 * Clipping on the sphere (after Bostock's and Davies' method): rings are cut
 * into the pieces that show; the pieces are joined along the edge of what
 * shows, in the order of where they meet it. Whether the edge itself lies
 * inside is known from one point of it.
 */
#include "geo_clip.h"

#include <math.h>

bool geo_clip_shows(const struct geo_clip *clip, struct geo_point at)
{
    return clip->radius <= 0 || cos(at.lambda) * cos(at.phi) > cos(clip->radius);
}

static struct geo_pieces cut(struct arena *arena, const struct geo_clip *clip,
                             const struct geo_line *line)
{
    return clip->radius > 0 ? geo_cut_circle(arena, clip->radius, line)
                            : geo_cut_meridian(arena, line);
}

void geo_follow(struct arena *arena, const struct geo_clip *clip, struct geo_line *line,
                const struct geo_point *from, const struct geo_point *to, int direction)
{
    if (clip->radius > 0) {
        geo_follow_circle(arena, clip->radius, line, from, to, direction);
    } else {
        geo_follow_meridian(arena, line, from, to, direction);
    }
}

/* Where the edge begins, in the order of geo_rejoin(). */
static struct geo_point edge_start(const struct geo_clip *clip)
{
    if (clip->radius <= 0) {
        return (struct geo_point){.lambda = -M_PI, .phi = -M_PI_2};
    }
    bool is_small = cos(clip->radius) > 0;
    return is_small ? (struct geo_point){.lambda = 0, .phi = -clip->radius}
                    : (struct geo_point){.lambda = -M_PI, .phi = clip->radius - M_PI};
}

struct geo_lines geo_clip_line(struct arena *arena, const struct geo_clip *clip,
                               const struct geo_line *line)
{
    return cut(arena, clip, line).lines;
}

struct geo_line geo_clip_outline(struct arena *arena, const struct geo_clip *clip)
{
    struct geo_line outline = {0};
    geo_follow(arena, clip, &outline, NULL, NULL, 1);
    return outline;
}

/* The last piece goes on with the first: they become one, the last. */
static void join_ends(struct arena *arena, struct geo_lines *pieces)
{
    struct geo_line *last = &pieces->at[pieces->count - 1];
    for (size_t i = 0; i < pieces->at[0].count; i++) {
        geo_line_add(arena, last, pieces->at[0].at[i]);
    }
    pieces->at++;
    pieces->count--;
    pieces->capacity--;
}

/* A ring that does not meet the edge shows as a whole, or (no points) not at all. */
static void add_whole(struct arena *arena, struct geo_lines *rings,
                      const struct geo_line *ring)
{
    if (ring->count > 1) {
        struct geo_line copy = *ring;
        copy.count--; /* the first point, once more */
        *arena_push(arena, rings) = copy;
    }
}

static void cut_ring(struct arena *arena, const struct geo_clip *clip,
                     const struct geo_line *ring, struct geo_lines *whole,
                     struct geo_lines *pieces)
{
    struct geo_line closed = {0};
    for (size_t i = 0; i <= ring->count; i++) {
        geo_line_add(arena, &closed, ring->at[i % ring->count]);
    }
    struct geo_pieces cut_pieces = cut(arena, clip, &closed);
    struct geo_lines *lines = &cut_pieces.lines;
    if (!lines->count) {
        return;
    }
    if (cut_pieces.is_whole) {
        add_whole(arena, whole, &lines->at[0]);
        return;
    }
    if (lines->count > 1 && cut_pieces.has_joined_ends) {
        join_ends(arena, lines);
    }
    for (size_t i = 0; i < lines->count; i++) {
        if (lines->at[i].count > 1) {
            *arena_push(arena, pieces) = lines->at[i];
        }
    }
}

struct geo_lines geo_clip_polygons(struct arena *arena, const struct geo_clip *clip,
                                   const struct geo_lines *rings)
{
    struct geo_lines shown = {0};
    struct geo_lines pieces = {0};
    for (size_t i = 0; i < rings->count; i++) {
        if (rings->at[i].count) {
            cut_ring(arena, clip, &rings->at[i], &shown, &pieces);
        }
    }
    bool has_start_inside = geo_contains(rings, edge_start(clip));
    if (pieces.count) {
        geo_rejoin(arena, clip, &pieces, has_start_inside, &shown);
    } else if (has_start_inside) {
        *arena_push(arena, &shown) = geo_clip_outline(arena, clip);
    }
    return shown;
}
