/* SPDX-License-Identifier: MIT */
/* Shapes to paths: rotated, clipped, projected with resampling, cut to a rectangle. */
#include "projection_internal.h"

#include <math.h>

static struct geo_point rotated(const struct projection *projection, struct position at)
{
    struct geo_point angle = {.lambda = at.longitude * M_PI / 180,
                              .phi = at.latitude * M_PI / 180};
    return geo_rotate(projection->rotation, angle);
}

point projection_plane(const struct projection *projection, struct geo_point at)
{
    const double far = 1e9; /* poles may lie at infinity */
    point raw = projection->kind->project(&projection->terms, at.lambda, at.phi);
    point plane = {
        projection->origin.x + projection->scale * projection->reflect_x * raw.x,
        projection->origin.y - projection->scale * projection->reflect_y * raw.y,
    };
    return (point){fmin(far, fmax(-far, plane.x)), fmin(far, fmax(-far, plane.y))};
}

/* Coordinates of a plane, y downwards as they are. */
static point plain(const struct projection *projection, struct position at)
{
    return (point){
        projection->translate.x + projection->scale * projection->reflect_x * at.longitude,
        projection->translate.y + projection->scale * projection->reflect_y * at.latitude,
    };
}

static bool is_in_extent(const struct projection *projection, point at)
{
    return !projection->has_extent ||
           (at.x >= projection->left && at.x <= projection->right &&
            at.y >= projection->top && at.y <= projection->bottom);
}

static bool own_point(const struct projection *projection, struct position position,
                      point *at)
{
    if (projection->kind->is_plane) {
        *at = plain(projection, position);
    } else {
        struct geo_point angle = rotated(projection, position);
        if (!geo_clip_shows(&projection->clip, angle)) {
            return false;
        }
        *at = projection_plane(projection, angle);
    }
    return is_in_extent(projection, *at) && isfinite(at->x) && isfinite(at->y);
}

bool projection_point(const struct projection *projection, struct position position,
                      point *at)
{
    bool is_found = own_point(projection, position, at);
    for (size_t i = 0; i < projection->inset_count && !is_found; i++) {
        is_found = own_point(&projection->insets[i], position, at);
    }
    return is_found;
}

/* --- paths ---------------------------------------------------------------------------- */

static void add_ring(struct arena *arena, const struct projection *projection,
                     const struct plane_line *ring, struct path *path)
{
    struct plane_line shown =
        projection->has_extent ? plane_clip_ring(arena, projection, ring) : *ring;
    for (size_t i = 0; i < shown.count; i++) {
        if (i) {
            path_line(arena, path, shown.at[i]);
        } else {
            path_move(arena, path, shown.at[i]);
        }
    }
    if (shown.count) {
        path_close(arena, path);
    }
}

static void add_line(struct arena *arena, const struct projection *projection,
                     const struct plane_line *line, struct path *path)
{
    struct plane_lines pieces = {0};
    if (projection->has_extent) {
        plane_clip_line(arena, projection, line, &pieces);
    } else {
        *arena_push(arena, &pieces) = *line;
    }
    for (size_t p = 0; p < pieces.count; p++) {
        for (size_t i = 0; i < pieces.at[p].count; i++) {
            if (i) {
                path_line(arena, path, pieces.at[p].at[i]);
            } else {
                path_move(arena, path, pieces.at[p].at[i]);
            }
        }
    }
}

/* The last position of a ring is its first, which is left out. */
static struct geo_line rotated_line(struct arena *arena,
                                    const struct projection *projection,
                                    const struct ring *ring, bool is_closed)
{
    struct geo_line line = {0};
    for (size_t i = 0; i + is_closed < ring->count; i++) {
        geo_line_add(arena, &line, rotated(projection, ring->at[i]));
    }
    return line;
}

static struct plane_line plain_line(struct arena *arena,
                                    const struct projection *projection,
                                    const struct ring *ring, bool is_closed)
{
    struct plane_line line = {0};
    for (size_t i = 0; i + is_closed < ring->count; i++) {
        *arena_push(arena, &line) = plain(projection, ring->at[i]);
    }
    return line;
}

static void add_polygons(struct arena *arena, const struct projection *projection,
                         const struct shape *shape, struct path *path)
{
    struct geo_lines rings = {0};
    for (size_t i = 0; i < shape->ring_count; i++) {
        *arena_push(arena, &rings) =
            rotated_line(arena, projection, &shape->rings[i], true);
    }
    struct geo_lines shown = geo_clip_polygons(arena, &projection->clip, &rings);
    for (size_t i = 0; i < shown.count; i++) {
        struct plane_line ring = projection_resample(arena, projection, &shown.at[i], true);
        add_ring(arena, projection, &ring, path);
    }
}

static void add_lines(struct arena *arena, const struct projection *projection,
                      const struct shape *shape, struct path *path)
{
    for (size_t i = 0; i < shape->ring_count; i++) {
        struct geo_line line = rotated_line(arena, projection, &shape->rings[i], false);
        struct geo_lines shown = geo_clip_line(arena, &projection->clip, &line);
        for (size_t p = 0; p < shown.count; p++) {
            struct plane_line piece =
                projection_resample(arena, projection, &shown.at[p], false);
            add_line(arena, projection, &piece, path);
        }
    }
}

static void add_points(struct arena *arena, const struct projection *projection,
                       const struct shape *shape, double radius, struct path *path)
{
    for (size_t i = 0; i < shape->ring_count; i++) {
        for (size_t p = 0; p < shape->rings[i].count; p++) {
            point at;
            if (own_point(projection, shape->rings[i].at[p], &at)) {
                path_circle(arena, path, at, radius);
            }
        }
    }
}

static void add_sphere(struct arena *arena, const struct projection *projection,
                       struct path *path)
{
    struct geo_line outline = geo_clip_outline(arena, &projection->clip);
    struct plane_line ring = projection_resample(arena, projection, &outline, true);
    add_ring(arena, projection, &ring, path);
}

/* Without a sphere: no great circles, nothing to clip but the extent. */
static void add_plain(struct arena *arena, const struct projection *projection,
                      const struct shape *shape, struct path *path)
{
    bool is_closed = shape->kind == SHAPE_POLYGONS;
    for (size_t i = 0; i < shape->ring_count; i++) {
        struct plane_line line = plain_line(arena, projection, &shape->rings[i], is_closed);
        if (is_closed) {
            add_ring(arena, projection, &line, path);
        } else {
            add_line(arena, projection, &line, path);
        }
    }
}

static void add_shape(struct arena *arena, const struct projection *projection,
                      const struct shape *shape, double radius, struct path *path)
{
    bool is_plane = projection->kind->is_plane;
    switch (shape->kind) {
    case SHAPE_POINTS:
        add_points(arena, projection, shape, radius, path);
        break;
    case SHAPE_LINES:
        (is_plane ? add_plain : add_lines)(arena, projection, shape, path);
        break;
    case SHAPE_POLYGONS:
        (is_plane ? add_plain : add_polygons)(arena, projection, shape, path);
        break;
    case SHAPE_SPHERE:
        if (!is_plane) {
            add_sphere(arena, projection, path);
        }
        break;
    case SHAPE_COLLECTION:
        for (size_t i = 0; i < shape->part_count; i++) {
            add_shape(arena, projection, shape->parts[i], radius, path);
        }
        break;
    }
}

struct path projection_path(struct arena *arena, const struct projection *projection,
                            const struct shape *shape, double point_radius)
{
    struct path path = {0};
    add_shape(arena, projection, shape, point_radius, &path);
    for (size_t i = 0; i < projection->inset_count; i++) {
        add_shape(arena, &projection->insets[i], shape, point_radius, &path);
    }
    return path;
}
