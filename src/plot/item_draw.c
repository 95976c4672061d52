/* SPDX-License-Identifier: MIT */
#include "item_draw.h"

#include "arc.h"

#include "plot/projection.h"

#include <math.h>

/* --- bars ----------------------------------------------------------------------------- */

static bool has_corners(const double *radius)
{
    return radius[0] > 0 || radius[1] > 0 || radius[2] > 0 || radius[3] > 0;
}

/* Clockwise from the top left corner. */
static void add_rounded(struct arena *arena, struct path *path, rect r,
                        const double *corner_radius)
{
    double most = fmin(r.width, r.height) / 2;
    double right = r.x + r.width;
    double bottom = r.y + r.height;
    double radius[4];
    for (size_t i = 0; i < 4; i++) {
        radius[i] = fmin(fmax(corner_radius[i], 0), most);
    }
    arc_add(arena, path, (point){r.x + radius[0], r.y + radius[0]}, radius[0], M_PI,
            M_PI * 1.5);
    arc_add(arena, path, (point){right - radius[1], r.y + radius[1]}, radius[1], M_PI * 1.5,
            M_PI * 2);
    arc_add(arena, path, (point){right - radius[2], bottom - radius[2]}, radius[2], 0,
            M_PI_2);
    arc_add(arena, path, (point){r.x + radius[3], bottom - radius[3]}, radius[3], M_PI_2,
            M_PI);
    path_close(arena, path);
}

static void draw_rect(const struct item_brush *brush, const struct item *item)
{
    struct path path = {0};
    point at = brush_point(brush, item->x, item->y);
    rect area = {at.x, at.y, item->x2 - item->x, item->y2 - item->y};
    if (has_corners(item->corner_radius)) {
        add_rounded(brush->arena, &path, area, item->corner_radius);
    } else {
        path_rect(brush->arena, &path, area);
    }
    brush_path(brush, &path, &item->paint);
}

/* --- others --------------------------------------------------------------------------- */

static void draw_rule(const struct item_brush *brush, const struct item *item)
{
    struct path path = {0};
    path_move(brush->arena, &path, brush_point(brush, item->x, item->y));
    path_line(brush->arena, &path, brush_point(brush, item->x2, item->y2));
    brush_path(brush, &path, &item->paint);
}

static void draw_arc(const struct item_brush *brush, const struct item *item)
{
    struct slice slice = {
        .inner_radius = item->inner_radius,
        .outer_radius = item->outer_radius,
        .start_angle = item->start_angle,
        .end_angle = item->end_angle,
        .pad_angle = item->pad_angle,
        .corner_radius = item->corner_radius[0],
    };
    struct path path =
        slice_path(brush->arena, brush_point(brush, item->x, item->y), slice);
    brush_path(brush, &path, &item->paint);
}

static void draw_shape(const struct item_brush *brush, const struct item *item)
{
    if (!item->geometry || !brush->group->projection) {
        return;
    }
    double radius = item->size > 0 ? sqrt(item->size / M_PI) : 4.5;
    struct path outline =
        projection_path(brush->arena, brush->group->projection, item->geometry, radius);
    struct path path = {0};
    path_append(brush->arena, &path, &outline, brush->at);
    brush_path(brush, &path, &item->paint);
}

/* --- all ------------------------------------------------------------------------------ */

typedef void draw_item(const struct item_brush *brush, const struct item *item);

static void draw_each(const struct item_brush *brush, draw_item *draw)
{
    for (size_t i = 0; i < brush->group->items.count; i++) {
        draw(brush, &brush->group->items.at[i]);
    }
}

static void draw_kind(const struct item_brush *brush)
{
    switch (brush->group->kind) {
    case ITEM_RECT:
        draw_each(brush, draw_rect);
        break;
    case ITEM_RULE:
        draw_each(brush, draw_rule);
        break;
    case ITEM_ARC:
        draw_each(brush, draw_arc);
        break;
    case ITEM_SHAPE:
        draw_each(brush, draw_shape);
        break;
    case ITEM_SYMBOL:
        item_draw_symbols(brush);
        break;
    case ITEM_TEXT:
        item_draw_texts(brush);
        break;
    case ITEM_LINE:
    case ITEM_AREA:
    case ITEM_TRAIL:
        item_draw_paths(brush);
        break;
    }
}

static bool is_placed(const struct item *item)
{
    const double lengths[] = {
        item->x,           item->y,           item->x2,        item->y2,
        item->size,        item->start_angle, item->end_angle, item->inner_radius,
        item->outer_radius};
    bool is_finite = item->is_defined; /* hidden labels are not */
    for (size_t i = 0; i < COUNT_OF(lengths); i++) {
        is_finite = is_finite && isfinite(lengths[i]);
    }
    return is_finite;
}

/* What has no place on its scale is not drawn; paths have gaps there of their own. */
static struct item_group placed(struct arena *arena, const struct item_group *group)
{
    struct item_group copy = *group;
    size_t first = 0;
    while (first < group->items.count && is_placed(&group->items.at[first])) {
        first++;
    }
    if (first == group->items.count || group->kind == ITEM_LINE ||
        group->kind == ITEM_AREA || group->kind == ITEM_TRAIL) {
        return copy;
    }
    copy.items = (struct items){0};
    for (size_t i = 0; i < group->items.count; i++) {
        if (is_placed(&group->items.at[i])) {
            *arena_push(arena, &copy.items) = group->items.at[i];
        }
    }
    return copy;
}

void item_draw(struct scene *scene, struct fonts *fonts, const struct item_group *group,
               point at, rect view, struct error *error)
{
    const struct item_group drawn = placed(scene->arena, group);
    struct item_brush brush = {
        .arena = scene->arena,
        .scene = scene,
        .fonts = fonts,
        .group = &drawn,
        .at = at,
        .view = view,
        .error = error,
    };
    if (!drawn.items.count) {
        return;
    }
    if (group->is_clipped) {
        struct path frame = {0};
        path_rect(scene->arena, &frame,
                  (rect){at.x + view.x, at.y + view.y, view.width, view.height});
        scene_clip_begin(scene, &frame);
    }
    draw_kind(&brush);
    if (group->is_clipped) {
        scene_clip_end(scene);
    }
}
