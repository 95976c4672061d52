/* SPDX-License-Identifier: MIT */
#include "item_draw.h"

#include "dash.h"

#include <math.h>

static const color white = {255, 255, 255};

point brush_point(const struct item_brush *brush, double x, double y)
{
    return (point){brush->at.x + x, brush->at.y + y};
}

/* --- strokes -------------------------------------------------------------------------- */

static bool is_dashed(const struct item_paint *paint)
{
    double sum = 0;
    for (size_t i = 0; i < paint->dash_count; i++) {
        sum += paint->dash[i];
    }
    return sum > 0;
}

/* A straight line whose square caps reach beyond its ends by half its width. */
static struct path with_square_caps(struct arena *arena, const struct path *path, double by)
{
    struct path longer = {0};
    point from = path->at[0].at[0];
    point to = path->at[path->count - 1].at[0];
    double length = hypot(to.x - from.x, to.y - from.y);
    double part = length > 0 ? by / length : 0;
    point reach = {(to.x - from.x) * part, (to.y - from.y) * part};
    path_move(arena, &longer, (point){from.x - reach.x, from.y - reach.y});
    path_line(arena, &longer, (point){to.x + reach.x, to.y + reach.y});
    return longer;
}

static void stroke(const struct item_brush *brush, const struct path *path,
                   const struct item_paint *from, struct paint paint)
{
    bool is_line = path->count == 2 && path->at[1].verb == PATH_LINE;
    if (!is_dashed(from)) {
        struct path capped =
            from->has_square_cap && is_line
                ? with_square_caps(brush->arena, path, paint.stroke_width / 2)
                : *path;
        scene_path(brush->scene, &capped, paint);
        return;
    }
    if (from->dash_count <= 2 && from->dash_offset == 0) {
        paint.dash[0] = from->dash[0];
        paint.dash[1] = from->dash[from->dash_count - 1];
        scene_path(brush->scene, path, paint);
        return;
    }
    struct path dashes =
        dash_path(brush->arena, path, from->dash, from->dash_count, from->dash_offset);
    scene_path(brush->scene, &dashes, paint);
}

/* --- both ----------------------------------------------------------------------------- */

static struct paint fill_of(const struct item_paint *paint)
{
    double opacity = paint->opacity * paint->fill_opacity;
    return (struct paint){.has_fill = paint->has_fill && opacity > 0,
                          .fill = paint->fill,
                          .transparency = fmax(0, 1 - opacity)};
}

static struct paint stroke_of(const struct item_paint *paint)
{
    double opacity = paint->opacity * paint->stroke_opacity;
    return (struct paint){
        .stroke = paint->stroke,
        .stroke_width = paint->has_stroke && opacity > 0 ? paint->stroke_width : 0,
        .has_round_ends = paint->has_round_cap || paint->has_round_join,
        .transparency = fmax(0, 1 - opacity),
    };
}

static void plain_path(const struct item_brush *brush, const struct path *path,
                       const struct item_paint *from)
{
    struct paint fill = fill_of(from);
    struct paint line = stroke_of(from);
    bool has_line = line.stroke_width > 0;
    bool is_one = fill.has_fill && has_line && fill.transparency == line.transparency &&
                  !is_dashed(from);
    if (is_one) {
        line.has_fill = true;
        line.fill = fill.fill;
    } else if (fill.has_fill) {
        scene_path(brush->scene, path, fill);
    }
    if (has_line) {
        stroke(brush, path, from, line);
    }
}

static rect bounds_of(const struct path *path)
{
    struct scene_item item = {.kind = SCENE_PATH, .path = *path};
    return scene_item_bounds(&item);
}

/* Within any outline: the clip is the path. */
static void hatched_path(const struct item_brush *brush, const struct path *path, color hue)
{
    const double line_width = 0.7;
    const double pitch = 3;
    struct paint tint = {.has_fill = true, .fill = color_mix(white, hue, 0.2)};
    struct paint line = {.stroke = hue, .stroke_width = line_width};
    rect bounds = bounds_of(path);
    scene_path(brush->scene, path, tint);
    scene_clip_begin(brush->scene, path);
    scene_hatch(brush->scene, bounds, pitch, line);
    if (bounds.height > line_width && bounds.width > line_width) {
        line.stroke_width *= 2; /* its outer half is clipped */
        scene_path(brush->scene, path, line);
    }
    scene_clip_end(brush->scene);
}

void brush_path(const struct item_brush *brush, const struct path *path,
                const struct item_paint *paint)
{
    if (!path->count) {
        return;
    }
    if (paint->is_hatched && paint->has_fill) {
        hatched_path(brush, path, paint->fill);
    } else {
        plain_path(brush, path, paint);
    }
}
