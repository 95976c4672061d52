/* SPDX-License-Identifier: MIT */
/* Lines, areas and trails: one path through all items, broken where one is not defined. */
#include "item_draw.h"

#include "arc.h"
#include "curve.h"

#include <math.h>

/* A stretch of items without a gap. */
struct stretch {
    const struct item *at;
    size_t count;
};

/* The next stretch from `from` on; count is 0 after the last. */
static struct stretch next_stretch(const struct items *items, size_t from)
{
    while (from < items->count && !items->at[from].is_defined) {
        from++;
    }
    size_t end = from;
    while (end < items->count && items->at[end].is_defined) {
        end++;
    }
    return (struct stretch){items->at + from, end - from};
}

/* --- lines ---------------------------------------------------------------------------- */

static void add_line(const struct item_brush *brush, struct path *path, struct curve curve,
                     struct stretch stretch)
{
    point *points = arena_array(brush->arena, point, stretch.count);
    for (size_t i = 0; i < stretch.count; i++) {
        points[i] = brush_point(brush, stretch.at[i].x, stretch.at[i].y);
    }
    curve_add(brush->arena, path, curve, points, stretch.count, CURVE_START_MOVE);
}

/* --- areas ---------------------------------------------------------------------------- */

/* There along the first edge, back along the other. */
static void add_area(const struct item_brush *brush, struct path *path, struct curve curve,
                     struct stretch stretch)
{
    bool is_horizontal = brush->group->is_horizontal;
    size_t count = stretch.count;
    point *edge = arena_array(brush->arena, point, stretch.count);
    point *base = arena_array(brush->arena, point, stretch.count);
    for (size_t i = 0; i < count; i++) {
        const struct item *item = &stretch.at[i];
        edge[i] = brush_point(brush, item->x, item->y);
        base[i] = is_horizontal ? brush_point(brush, item->x2, item->y)
                                : brush_point(brush, item->x, item->y2);
    }
    for (size_t i = 0; i < count / 2; i++) {
        point swapped = base[i];
        base[i] = base[count - 1 - i];
        base[count - 1 - i] = swapped;
    }
    curve_add(brush->arena, path, curve, edge, count, CURVE_START_MOVE);
    curve_add(brush->arena, path, curve_reversed(curve), base, count, CURVE_START_LINE);
    path_close(brush->arena, path);
}

/* --- trails --------------------------------------------------------------------------- */

/* Half a circle at each end, and straight sides between them. */
static void add_trail_piece(const struct item_brush *brush, struct path *path,
                            const struct item *from, const struct item *to)
{
    struct path piece = {0};
    double dx = to->x - from->x;
    double dy = to->y - from->y;
    point a = brush_point(brush, from->x, from->y);
    point b = brush_point(brush, to->x, to->y);
    if (dx == 0 && dy == 0) {
        path_circle(brush->arena, &piece, b, to->size / 2);
    } else {
        double across = atan2(dx, -dy); /* a quarter turn on from where it goes */
        arc_add(brush->arena, &piece, b, to->size / 2, across - M_PI, across);
        arc_add(brush->arena, &piece, a, from->size / 2, across, across + M_PI);
        path_close(brush->arena, &piece);
    }
    path_append(brush->arena, path, &piece, (point){0});
}

static void add_trail(const struct item_brush *brush, struct path *path,
                      struct stretch stretch)
{
    for (size_t i = 1; i < stretch.count; i++) {
        add_trail_piece(brush, path, &stretch.at[i - 1], &stretch.at[i]);
    }
}

/* --- all ------------------------------------------------------------------------------ */

void item_draw_paths(const struct item_brush *brush)
{
    const struct item_group *group = brush->group;
    const struct items *items = &group->items;
    struct path path = {0};
    struct curve curve = {0};
    if (!curve_named(group->interpolate, group->tension, group->is_horizontal, &curve)) {
        curve = (struct curve){0}; /* words were checked when the view was read */
    }
    struct stretch stretch = next_stretch(items, 0);
    while (stretch.count) {
        if (group->kind == ITEM_LINE) {
            add_line(brush, &path, curve, stretch);
        } else if (group->kind == ITEM_AREA) {
            add_area(brush, &path, curve, stretch);
        } else {
            add_trail(brush, &path, stretch);
        }
        stretch = next_stretch(items, (size_t)(stretch.at - items->at) + stretch.count);
    }
    brush_path(brush, &path, &items->at[0].paint);
}
