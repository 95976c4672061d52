/* SPDX-License-Identifier: MIT */
#include "symbol.h"

#include "svg_path.h"

#include <math.h>

/* A polygon of points in eighty-thirds, say, would not read: half sides are 1. */
struct polygon {
    const char *name;
    bool is_open;
    size_t count;
    point at[12];
};

#define HALF_SQRT_3 0.8660254037844386
#define TAN_30 0.5773502691896257
#define SINK (HALF_SQRT_3 - TAN_30) /* the middle of a triangle is that of its circle */

static const struct polygon polygons[] = {
    {"square", false, 4, {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}}},
    {"cross",
     false,
     12,
     {{-1, -0.4},
      {-1, 0.4},
      {-0.4, 0.4},
      {-0.4, 1},
      {0.4, 1},
      {0.4, 0.4},
      {1, 0.4},
      {1, -0.4},
      {0.4, -0.4},
      {0.4, -1},
      {-0.4, -1},
      {-0.4, -0.4}}},
    {"diamond", false, 4, {{-1, 0}, {0, -1}, {1, 0}, {0, 1}}},
    {"triangle",
     false,
     3,
     {{0, -HALF_SQRT_3 - SINK}, {-1, HALF_SQRT_3 - SINK}, {1, HALF_SQRT_3 - SINK}}},
    {"triangle-up", false, 3, {{0, -HALF_SQRT_3}, {-1, HALF_SQRT_3}, {1, HALF_SQRT_3}}},
    {"triangle-down", false, 3, {{0, HALF_SQRT_3}, {-1, -HALF_SQRT_3}, {1, -HALF_SQRT_3}}},
    {"triangle-right", false, 3, {{HALF_SQRT_3, 0}, {-HALF_SQRT_3, -1}, {-HALF_SQRT_3, 1}}},
    {"triangle-left", false, 3, {{-HALF_SQRT_3, 0}, {HALF_SQRT_3, -1}, {HALF_SQRT_3, 1}}},
    {"wedge",
     false,
     3,
     {{0, -HALF_SQRT_3 - SINK}, {-0.25, HALF_SQRT_3 - SINK}, {0.25, HALF_SQRT_3 - SINK}}},
    {"arrow",
     false,
     7,
     {{-1.0 / 7, 1},
      {1.0 / 7, 1},
      {1.0 / 7, -0.125},
      {0.4, -0.125},
      {0, -1},
      {-0.4, -0.125},
      {-1.0 / 7, -0.125}}},
    {"stroke", true, 2, {{-1, 0}, {1, 0}}},
};

static struct path polygon_path(struct arena *arena, const struct polygon *polygon)
{
    struct path path = {0};
    path_move(arena, &path, polygon->at[0]);
    for (size_t i = 1; i < polygon->count; i++) {
        path_line(arena, &path, polygon->at[i]);
    }
    if (!polygon->is_open) {
        path_close(arena, &path);
    }
    return path;
}

struct path symbol_path(struct arena *arena, str shape)
{
    struct path path = {0};
    if (!shape.length || str_equal(shape, S("circle"))) {
        path_circle(arena, &path, (point){0}, 1);
        return path;
    }
    for (size_t i = 0; i < sizeof polygons / sizeof *polygons; i++) {
        if (str_equal(shape, str_from(polygons[i].name))) {
            return polygon_path(arena, &polygons[i]);
        }
    }
    return svg_path_read(arena, shape, &path) ? path : (struct path){0};
}

struct path symbol_place(struct arena *arena, const struct path *symbol, point at,
                         double size, double angle)
{
    struct path path = {
        .at = arena_array(arena, struct path_step, symbol->count),
        .count = symbol->count,
        .capacity = symbol->count,
    };
    double scale = sqrt(fmax(0, size)) / 2;
    double right = angle != 0 ? scale * cos(angle * M_PI / 180) : scale;
    double down = angle != 0 ? scale * sin(angle * M_PI / 180) : 0;
    for (size_t i = 0; i < path.count; i++) {
        const struct path_step *from = &symbol->at[i];
        path.at[i].verb = from->verb;
        for (size_t p = 0; p < 3; p++) {
            path.at[i].at[p] = (point){
                at.x + from->at[p].x * right - from->at[p].y * down,
                at.y + from->at[p].x * down + from->at[p].y * right,
            };
        }
    }
    return path;
}
