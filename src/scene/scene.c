/* SPDX-License-Identifier: MIT */
#include "scene/scene.h"

#include <math.h>

struct scene *scene_create(struct arena *arena, double width, double height)
{
    struct scene *scene = arena_new(arena, struct scene);
    *scene = (struct scene){.arena = arena, .width = width, .height = height};
    return scene;
}

void scene_reserve(struct scene *scene, size_t count)
{
    if (!scene->capacity && count) {
        scene->at = arena_array(scene->arena, struct scene_item, count);
        scene->capacity = count;
    }
}

static struct scene_item *add(struct scene *scene, enum scene_kind kind)
{
    struct scene_item *item = arena_push(scene->arena, scene);
    item->kind = kind;
    return item;
}

/* Steps are copied: the caller may go on with its path. */
static struct path copy_path(struct arena *arena, const struct path *path)
{
    struct path copy = {0};
    for (size_t i = 0; i < path->count; i++) {
        *arena_push(arena, &copy) = path->at[i];
    }
    return copy;
}

void scene_path(struct scene *scene, const struct path *path, struct paint paint)
{
    struct scene_item *item = add(scene, SCENE_PATH);
    item->path = copy_path(scene->arena, path);
    item->paint = paint;
}

void scene_rect(struct scene *scene, rect rectangle, struct paint paint)
{
    struct scene_item *item = add(scene, SCENE_PATH);
    path_rect(scene->arena, &item->path, rectangle);
    item->paint = paint;
}

void scene_line(struct scene *scene, point from, point to, struct paint paint)
{
    struct scene_item *item = add(scene, SCENE_PATH);
    path_move(scene->arena, &item->path, from);
    path_line(scene->arena, &item->path, to);
    item->paint = paint;
}

void scene_circle(struct scene *scene, point center, double radius, struct paint paint)
{
    struct scene_item *item = add(scene, SCENE_PATH);
    path_circle(scene->arena, &item->path, center, radius);
    item->paint = paint;
}

void scene_text(struct scene *scene, const struct text_line *line, point at,
                enum text_align align)
{
    scene_text_halo(scene, line, at, align, 0);
}

static void add_links(struct scene *scene, const struct text_line *line, point start)
{
    for (size_t i = 0; i < line->run_count; i++) {
        const struct text_run *run = &line->runs[i];
        if (run->link.length) {
            rect area = {start.x + run->x, start.y - line->ascent, run->width,
                         line->ascent + line->descent};
            scene_link(scene, area, run->link);
        }
    }
}

double scene_block(struct scene *scene, const struct text_block *block, point at,
                   enum text_align align)
{
    for (size_t i = 0; i < block->line_count; i++) {
        const struct text_line *line = &block->lines[i];
        double baseline = at.y + block->line_height * ((double)i + SCENE_BASELINE_IN_LINE);
        scene_text(scene, line, (point){at.x, baseline}, align);
        add_links(scene, line, scene->at[scene->count - 1].at);
    }
    return at.y + block->height;
}

void scene_image(struct scene *scene, const struct image *image, rect frame)
{
    struct scene_item *item = add(scene, SCENE_IMAGE);
    item->image = image;
    item->frame = frame;
}

void scene_clip_begin(struct scene *scene, const struct path *path)
{
    add(scene, SCENE_CLIP_BEGIN)->path = copy_path(scene->arena, path);
}

void scene_clip_end(struct scene *scene)
{
    add(scene, SCENE_CLIP_END);
}

void scene_group_begin(struct scene *scene, struct scene_tag tag)
{
    add(scene, SCENE_GROUP_BEGIN)->tag = tag;
}

void scene_group_end(struct scene *scene)
{
    add(scene, SCENE_GROUP_END);
}

void scene_link(struct scene *scene, rect area, str target)
{
    struct scene_item *item = add(scene, SCENE_LINK);
    item->area = area;
    item->target = target;
}

void scene_mark(struct scene *scene, point at, str name)
{
    struct scene_item *item = add(scene, SCENE_MARK);
    item->at = at;
    item->target = name;
}

/*
 * The lines are those of one pattern that hangs on the bottom left corner:
 * columns that stand on one base line are hatched alike. They reach beyond
 * the rectangle, so that the clip cuts their ends along its edges.
 */
void scene_hatch(struct scene *scene, rect r, double pitch, struct paint stroke)
{
    struct path frame = {0};
    struct path lines = {0};
    double step = pitch * sqrt(2); /* along an edge */
    double bottom = r.y + r.height;
    int before = (int)ceil(r.width / step); /* lines that rise from the bottom edge */
    int after = (int)ceil(r.height / step); /* and from the left one */
    for (int i = -before; i < after; i++) {
        double rise = (i + 0.5) * step; /* of the line at the left edge */
        double left = fmax(0, -rise) - stroke.stroke_width;
        double right = fmin(r.width, r.height - rise) + stroke.stroke_width;
        path_move(scene->arena, &lines, (point){r.x + left, bottom - rise - left});
        path_line(scene->arena, &lines, (point){r.x + right, bottom - rise - right});
    }
    path_rect(scene->arena, &frame, r);
    scene_clip_begin(scene, &frame);
    scene_path(scene, &lines, stroke);
    scene_clip_end(scene);
}

void scene_append(struct scene *scene, const struct scene *other, point by)
{
    size_t count = other->count; /* it may be the same scene */
    for (size_t i = 0; i < count; i++) {
        struct scene_item *item = arena_push(scene->arena, scene);
        *item = other->at[i];
        item->at.x += by.x;
        item->at.y += by.y;
    }
}

/* --- bounds --------------------------------------------------------------------------- */

static rect path_bounds(const struct path *path, double outside)
{
    double left = INFINITY;
    double top = INFINITY;
    double right = -INFINITY;
    double bottom = -INFINITY;
    for (size_t i = 0; i < path->count; i++) {
        static const size_t point_counts[] = {
            [PATH_MOVE] = 1, [PATH_LINE] = 1, [PATH_CURVE] = 3, [PATH_CLOSE] = 0};
        const struct path_step *step = &path->at[i];
        for (size_t p = 0; p < point_counts[step->verb]; p++) {
            left = fmin(left, step->at[p].x);
            top = fmin(top, step->at[p].y);
            right = fmax(right, step->at[p].x);
            bottom = fmax(bottom, step->at[p].y);
        }
    }
    if (left > right) {
        return (rect){0};
    }
    return (rect){left - outside, top - outside, right - left + 2 * outside,
                  bottom - top + 2 * outside};
}

static rect item_bounds(const struct scene_item *item)
{
    switch (item->kind) {
    case SCENE_PATH:
        return path_bounds(&item->path, item->paint.stroke_width / 2);
    case SCENE_TEXT:
        return (rect){0, -item->line.ascent, item->line.width,
                      item->line.ascent + item->line.descent};
    case SCENE_IMAGE:
        return item->frame;
    case SCENE_LINK:
        return item->area;
    default:
        return (rect){0};
    }
}

/* The upright rectangle around one that is turned about the origin. */
static rect turned_bounds(rect r, double degrees)
{
    double along = cos(degrees * M_PI / 180);
    double across = sin(degrees * M_PI / 180);
    point middle = {r.x + r.width / 2, r.y + r.height / 2};
    double width = fabs(r.width * along) + fabs(r.height * across);
    double height = fabs(r.width * across) + fabs(r.height * along);
    return (rect){middle.x * along - middle.y * across - width / 2,
                  middle.x * across + middle.y * along - height / 2, width, height};
}

rect scene_item_bounds(const struct scene_item *item)
{
    rect bounds = item_bounds(item);
    if (item->angle != 0) {
        bounds = turned_bounds(bounds, item->angle);
    }
    if (bounds.width > 0 || bounds.height > 0) {
        bounds.x += item->at.x;
        bounds.y += item->at.y;
    }
    return bounds;
}

/* Whether something is drawn within the margin of the last item, a text. */
static bool is_over_something(const struct scene *scene, double margin)
{
    rect text = scene_item_bounds(&scene->at[scene->count - 1]);
    rect area = {text.x - margin, text.y - margin, text.width + 2 * margin,
                 text.height + 2 * margin};
    for (size_t i = 0; i + 1 < scene->count; i++) {
        rect below = scene_item_bounds(&scene->at[i]);
        bool is_empty = below.width <= 0 && below.height <= 0;
        if (!is_empty && rect_overlaps(area, below)) {
            return true;
        }
    }
    return false;
}

static const double parts_left[] = {
    [ALIGN_LEFT] = 0, [ALIGN_CENTER] = 0.5, [ALIGN_RIGHT] = 1};

void scene_text_turned(struct scene *scene, const struct text_line *line, point at,
                       enum text_align align, double angle)
{
    struct scene_item *item = add(scene, SCENE_TEXT);
    double left = line->width * parts_left[align];
    item->at = (point){at.x - left * cos(angle * M_PI / 180),
                       at.y - left * sin(angle * M_PI / 180)};
    item->line = *line;
    item->angle = angle;
}

void scene_text_halo(struct scene *scene, const struct text_line *line, point at,
                     enum text_align align, double halo)
{
    struct scene_item *item = add(scene, SCENE_TEXT);
    item->at = (point){at.x - line->width * parts_left[align], at.y};
    item->line = *line;
    item->halo = halo > 0 && is_over_something(scene, halo) ? halo : 0;
}
