/* SPDX-License-Identifier: MIT */
/*
 * Scenes as text for golden tests: absolute coordinates, two decimals,
 * groups and clips indented. Paths that are rectangles, lines and circles are
 * called so.
 */
#include "scene/scene.h"

#include "base/buffer.h"

#include <math.h>

static const char *const role_names[TAG_COUNT] = {
    [TAG_ARTIFACT] = "artifact",     [TAG_DOCUMENT] = "document",
    [TAG_SECTION] = "section",       [TAG_HEADING] = "heading",
    [TAG_PARAGRAPH] = "paragraph",   [TAG_FIGURE] = "figure",
    [TAG_CAPTION] = "caption",       [TAG_TABLE] = "table",
    [TAG_TABLE_ROW] = "table-row",   [TAG_TABLE_HEAD] = "table-head",
    [TAG_TABLE_CELL] = "table-cell", [TAG_LIST] = "list",
    [TAG_LIST_ITEM] = "list-item",   [TAG_NOTE] = "note",
    [TAG_CONTENTS] = "contents",     [TAG_CONTENTS_ITEM] = "contents-item",
};

static const char *const scope_names[] = {
    [SCOPE_NONE] = "",
    [SCOPE_COLUMN] = " scope column",
    [SCOPE_ROW] = " scope row",
};

/* " 12.50"; what rounds to zero has no sign. */
static void print_number(struct buffer *out, double number)
{
    double rounded = round(number * 100) / 100;
    buffer_print(out, " %.2f", rounded == 0 ? 0.0 : rounded);
}

static void print_point(struct buffer *out, point at, point by)
{
    print_number(out, at.x + by.x);
    print_number(out, at.y + by.y);
}

static void print_color(struct buffer *out, color c)
{
    buffer_print(out, " #%02X%02X%02X", c.red, c.green, c.blue);
}

static void print_quoted(struct buffer *out, str text)
{
    buffer_add(out, S(" \""));
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\') {
            buffer_add_byte(out, '\\');
        }
        buffer_add_byte(out, text.at[i]);
    }
    buffer_add_byte(out, '"');
}

/* --- paths ---------------------------------------------------------------------------- */

static bool has_verbs(const struct path *path, const char *verbs)
{
    static const char letters[] = "MLCZ"; /* as enum path_verb */
    for (size_t i = 0; i < path->count; i++) {
        if (verbs[i] != letters[path->at[i].verb]) { /* which is true of its end, too */
            return false;
        }
    }
    return !verbs[path->count];
}

static bool is_rect(const struct path *path)
{
    if (!has_verbs(path, "MLLLZ")) {
        return false;
    }
    point a = path->at[0].at[0];
    point b = path->at[1].at[0];
    point c = path->at[2].at[0];
    point d = path->at[3].at[0];
    return a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
}

/* As path_circle() makes them: four curves from the right end, the left one opposite. */
static bool is_circle(const struct path *path)
{
    return has_verbs(path, "MCCCCZ") && path->at[0].at[0].y == path->at[2].at[2].y &&
           path->at[1].at[2].x == path->at[3].at[2].x;
}

static void print_rect(struct buffer *out, rect r)
{
    print_number(out, r.x);
    print_number(out, r.y);
    print_number(out, r.width);
    print_number(out, r.height);
}

static void print_steps(struct buffer *out, const struct path *path, point by)
{
    buffer_add(out, S("path"));
    for (size_t i = 0; i < path->count; i++) {
        const struct path_step *step = &path->at[i];
        size_t points = step->verb == PATH_CURVE ? 3 : step->verb == PATH_CLOSE ? 0 : 1;
        buffer_print(out, " %c", "MLCZ"[step->verb]);
        for (size_t p = 0; p < points; p++) {
            print_point(out, step->at[p], by);
        }
    }
}

static void print_path(struct buffer *out, const struct path *path, point by)
{
    if (is_rect(path)) {
        point from = path->at[0].at[0];
        point to = path->at[2].at[0];
        buffer_add(out, S("rect"));
        print_rect(out, (rect){from.x + by.x, from.y + by.y, to.x - from.x, to.y - from.y});
    } else if (has_verbs(path, "ML")) {
        buffer_add(out, S("line"));
        print_point(out, path->at[0].at[0], by);
        print_point(out, path->at[1].at[0], by);
    } else if (is_circle(path)) {
        point right = path->at[0].at[0];
        double radius = (right.x - path->at[2].at[2].x) / 2;
        buffer_add(out, S("circle"));
        print_point(out, (point){right.x - radius, right.y}, by);
        print_number(out, radius);
    } else {
        print_steps(out, path, by);
    }
}

static void print_paint(struct buffer *out, const struct paint *paint)
{
    if (paint->has_fill) {
        buffer_add(out, S(" fill"));
        print_color(out, paint->fill);
    }
    if (paint->stroke_width > 0) {
        buffer_add(out, S(" stroke"));
        print_number(out, paint->stroke_width);
        print_color(out, paint->stroke);
    }
    if (paint->dash[0] > 0) {
        buffer_add(out, S(" dash"));
        print_number(out, paint->dash[0]);
        print_number(out, paint->dash[1]);
    }
    if (paint->has_round_ends) {
        buffer_add(out, S(" round"));
    }
    if (paint->transparency > 0) {
        buffer_add(out, S(" transparency"));
        print_number(out, paint->transparency);
    }
}

/* --- items ---------------------------------------------------------------------------- */

static void print_text(struct buffer *out, const struct scene_item *item)
{
    buffer_add(out, S("text"));
    print_point(out, item->at, (point){0});
    for (size_t i = 0; i < item->line.run_count; i++) {
        const struct text_run *run = &item->line.runs[i];
        print_quoted(out, run->text);
        print_number(out, run->size);
        print_color(out, run->color);
        buffer_print(out, " face %zu", run->face);
    }
    if (item->halo > 0) {
        buffer_add(out, S(" halo"));
        print_number(out, item->halo);
    }
    if (item->angle != 0) {
        buffer_add(out, S(" turned"));
        print_number(out, item->angle);
    }
}

static void print_group(struct buffer *out, const struct scene_tag *tag)
{
    buffer_print(out, "begin %s", role_names[tag->role]);
    if (tag->role == TAG_HEADING) {
        buffer_print(out, " %d", tag->level);
    }
    buffer_add(out, str_from(scope_names[tag->scope]));
    if (tag->columns) {
        buffer_print(out, " columns %d", tag->columns);
    }
    if (tag->alt.length) {
        buffer_add(out, S(" alt"));
        print_quoted(out, tag->alt);
    }
}

static void print_link(struct buffer *out, const struct scene_item *item)
{
    rect area = item->area;
    area.x += item->at.x;
    area.y += item->at.y;
    buffer_add(out, S("link"));
    print_rect(out, area);
    print_quoted(out, item->target);
}

static void print_item(struct buffer *out, const struct scene_item *item)
{
    switch (item->kind) {
    case SCENE_PATH:
        print_path(out, &item->path, item->at);
        print_paint(out, &item->paint);
        break;
    case SCENE_TEXT:
        print_text(out, item);
        break;
    case SCENE_CLIP_BEGIN:
        buffer_add(out, S("clip "));
        print_path(out, &item->path, item->at);
        break;
    case SCENE_GROUP_BEGIN:
        print_group(out, &item->tag);
        break;
    case SCENE_IMAGE:
        buffer_add(out, S("image"));
        print_point(out, item->at, (point){item->frame.x, item->frame.y});
        print_number(out, item->frame.width);
        print_number(out, item->frame.height);
        buffer_print(out, " %zux%zu %s", item->image->width, item->image->height,
                     item->image->type);
        break;
    case SCENE_LINK:
        print_link(out, item);
        break;
    case SCENE_MARK:
        buffer_add(out, S("mark"));
        print_point(out, item->at, (point){0});
        print_quoted(out, item->target);
        break;
    case SCENE_CLIP_END:
    case SCENE_GROUP_END:
        buffer_add(out, S("end"));
        break;
    }
    buffer_add_byte(out, '\n');
}

str scene_print(struct arena *arena, const struct scene *scene)
{
    struct buffer out = {.arena = arena};
    buffer_add(&out, S("scene"));
    print_number(&out, scene->width);
    print_number(&out, scene->height);
    buffer_add_byte(&out, '\n');
    size_t depth = 1;
    for (size_t i = 0; i < scene->count; i++) {
        enum scene_kind kind = scene->at[i].kind;
        if (depth > 1 && (kind == SCENE_GROUP_END || kind == SCENE_CLIP_END)) {
            depth--;
        }
        for (size_t level = 0; level < depth; level++) {
            buffer_add(&out, S("  "));
        }
        print_item(&out, &scene->at[i]);
        depth += kind == SCENE_GROUP_BEGIN || kind == SCENE_CLIP_BEGIN;
    }
    return buffer_text(&out);
}
