/* SPDX-License-Identifier: MIT */
#include "page/mirror.h"

#include <math.h>

/* Steps may belong to another scene, too: the path is made anew. */
static struct path mirrored_path(const struct scene *scene, const struct scene_item *item)
{
    struct path path = {0};
    for (size_t i = 0; i < item->path.count; i++) {
        struct path_step step = item->path.at[i];
        for (size_t p = 0; p < COUNT_OF(step.at); p++) {
            step.at[p].x = scene->width - item->at.x - step.at[p].x;
        }
        *arena_push(scene->arena, &path) = step;
    }
    return path;
}

/* Where the first of its runs begins: behind the indent, or before it with a space. */
static double ink_left(const struct text_line *line)
{
    double left = line->width;
    for (size_t i = 0; i < line->run_count; i++) {
        left = fmin(left, line->runs[i].x);
    }
    return fmax(left, 0);
}

static void mirror_item(const struct scene *scene, struct scene_item *item)
{
    switch (item->kind) {
    case SCENE_PATH:
    case SCENE_CLIP_BEGIN:
        item->path = mirrored_path(scene, item);
        item->at.x = 0;
        break;
    case SCENE_TEXT:
        item->at.x = scene->width - item->at.x - item->line.width - ink_left(&item->line);
        break;
    case SCENE_IMAGE:
        item->frame.x = scene->width - 2 * item->at.x - item->frame.x - item->frame.width;
        break;
    case SCENE_LINK:
        item->area.x = scene->width - 2 * item->at.x - item->area.x - item->area.width;
        break;
    default:
        break;
    }
}

/* --- groups that are kept ------------------------------------------------------------- */

/* The index of the end of the group that begins at `first`. */
static size_t group_end(const struct scene *scene, size_t first)
{
    size_t depth = 0;
    size_t at = first;
    do {
        depth += scene->at[at].kind == SCENE_GROUP_BEGIN;
        depth -= scene->at[at].kind == SCENE_GROUP_END;
        at++;
    } while (depth && at < scene->count);
    return at - 1;
}

/* From the left edge of what the items [first, end) draw to their right one. */
static void find_edges(const struct scene *scene, size_t first, size_t end, double *left,
                       double *right)
{
    *left = INFINITY;
    *right = -INFINITY;
    for (size_t i = first; i < end; i++) {
        rect bounds = scene_item_bounds(&scene->at[i]);
        if (bounds.width > 0 || bounds.height > 0) {
            *left = fmin(*left, bounds.x);
            *right = fmax(*right, bounds.x + bounds.width);
        }
    }
}

static bool begins(const struct scene_item *item, enum scene_role role)
{
    return item->kind == SCENE_GROUP_BEGIN && item->tag.role == role;
}

/* Moves the group as it is, so that its frame, or what it draws, is where it belongs. Its
 * caption is text of the page. */
static void move_group(struct scene *scene, size_t first, size_t end)
{
    rect frame = scene->at[first].tag.frame;
    double left = frame.x;
    double right = frame.x + frame.width;
    if (frame.width <= 0) {
        find_edges(scene, first, end, &left, &right);
    }
    size_t caption_end = first;
    for (size_t i = first + 1; i < end && left <= right; i++) {
        if (begins(&scene->at[i], TAG_CAPTION)) {
            caption_end = group_end(scene, i);
        }
        if (i < caption_end) {
            mirror_item(scene, &scene->at[i]);
        } else {
            scene->at[i].at.x += scene->width - right - left;
        }
    }
}

static bool is_kept(const struct scene_item *item)
{
    return begins(item, TAG_FIGURE) ||
           (item->kind == SCENE_GROUP_BEGIN && item->tag.frame.width > 0);
}

void mirror_scene(struct scene *scene)
{
    for (size_t i = 0; i < scene->count; i++) {
        if (is_kept(&scene->at[i])) {
            size_t end = group_end(scene, i);
            move_group(scene, i, end);
            i = end;
        } else {
            mirror_item(scene, &scene->at[i]);
        }
    }
}
