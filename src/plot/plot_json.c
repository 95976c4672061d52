/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "base/json.h"
#include "guide.h"
#include "plot/projection.h"

static void add_number(struct json *json, double number)
{
    if (fabs(number) < 1e15) {
        json_decimal(json, (struct decimal){(int128)round(number * 1000), 3});
    } else {
        json_null(json);
    }
}

static void add_member(struct json *json, const char *key, double number)
{
    json_key(json, key);
    add_number(json, number);
}

static void add_color(struct json *json, const char *key, bool has, color paint)
{
    struct arena *arena = json->out->arena;
    if (has) {
        json_member_text(
            json, key,
            str_print(arena, "#%02x%02x%02x", paint.red, paint.green, paint.blue));
    }
}

/* Vega's words for kinds of marks. */
static const char *const kind_words[] = {
    [ITEM_RECT] = "rect", [ITEM_RULE] = "rule",   [ITEM_SYMBOL] = "symbol",
    [ITEM_TEXT] = "text", [ITEM_ARC] = "arc",     [ITEM_LINE] = "line",
    [ITEM_AREA] = "area", [ITEM_TRAIL] = "trail", [ITEM_SHAPE] = "shape",
};

/* Left, top, right and bottom of a shape on its map. */
static void add_bounds(struct json *json, const struct item_group *group,
                       const struct item *item)
{
    struct path path =
        projection_path(json->out->arena, group->projection, item->geometry, 4.5);
    double left = (double)INFINITY, top = left, right = -left, bottom = -left;
    for (size_t i = 0; i < path.count; i++) {
        point at = path.at[i].at[path.at[i].verb == PATH_CURVE ? 2 : 0];
        if (path.at[i].verb != PATH_CLOSE) {
            left = fmin(left, at.x);
            right = fmax(right, at.x);
            top = fmin(top, at.y);
            bottom = fmax(bottom, at.y);
        }
    }
    json_key(json, "bounds");
    json_array(json);
    add_number(json, left);
    add_number(json, top);
    add_number(json, right);
    add_number(json, bottom);
    json_end(json);
}

static void add_place(struct json *json, const struct item_group *group,
                      const struct item *item)
{
    bool is_text = group->kind == ITEM_TEXT;
    add_member(json, "x", item->x + (is_text ? item->dx : 0));
    add_member(json, "y", item->y + (is_text ? item->dy : 0));
}

static void add_detail(struct json *json, const struct item_group *group,
                       const struct item *item)
{
    switch (group->kind) {
    case ITEM_RECT:
        add_member(json, "width", item->x2 - item->x);
        add_member(json, "height", item->y2 - item->y);
        break;
    case ITEM_RULE:
    case ITEM_AREA:
        add_member(json, "x2", item->x2);
        add_member(json, "y2", item->y2);
        break;
    case ITEM_SYMBOL:
        add_member(json, "size", item->size);
        json_member_text(json, "shape", item->shape);
        break;
    case ITEM_TEXT:
        json_member_text(
            json, "text",
            str_join(json->out->arena, item->text.at, item->text.count, S("\n")));
        break;
    case ITEM_ARC:
        add_member(json, "startAngle", item->start_angle);
        add_member(json, "endAngle", item->end_angle);
        add_member(json, "innerRadius", item->inner_radius);
        add_member(json, "outerRadius", item->outer_radius);
        break;
    case ITEM_TRAIL:
        add_member(json, "size", item->size);
        break;
    default:
        break;
    }
}

static void add_item(struct json *json, const struct item_group *group,
                     const struct item *item)
{
    json_object(json);
    if (!item->is_defined) {
        json_member_flag(json, "defined", false);
        json_end(json);
        return;
    }
    if (group->kind == ITEM_SHAPE) {
        add_bounds(json, group, item);
    } else {
        add_place(json, group, item);
        add_detail(json, group, item);
    }
    add_color(json, "fill", item->paint.has_fill, item->paint.fill);
    add_color(json, "stroke", item->paint.has_stroke, item->paint.stroke);
    json_end(json);
}

static void add_marks(struct json *json, const struct item_groups *groups)
{
    json_key(json, "marks");
    json_array(json);
    for (size_t i = 0; i < groups->count; i++) {
        const struct item_group *group = &groups->at[i];
        json_object(json);
        json_member_text(json, "type", str_from(kind_words[group->kind]));
        json_key(json, "items");
        json_array(json);
        for (size_t j = 0; j < group->items.count; j++) {
            add_item(json, group, &group->items.at[j]);
        }
        json_end(json);
        json_end(json);
    }
    json_end(json);
}

static void add_axis(struct json *json, const struct guide *guide)
{
    json_object(json);
    json_member_text(json, "orient", guide_side_word(guide->side));
    json_key(json, "labels");
    json_array(json);
    for (size_t i = 0; i < guide->labels.count; i++) {
        const struct guide_label *label = &guide->labels.at[i];
        if (!label->is_hidden) {
            json_object(json);
            json_member_text(json, "text", label->text);
            add_member(json, "at", label->at);
            json_end(json);
        }
    }
    json_end(json);
    json_member_some_text(json, "title", guide->title);
    json_end(json);
}

static void add_legend(struct json *json, const struct guide *guide)
{
    json_object(json);
    json_key(json, "labels");
    json_array(json);
    for (size_t i = 0; i < guide->labels.count; i++) {
        json_text(json, guide->labels.at[i].text);
    }
    json_end(json);
    json_member_some_text(json, "title", guide->title);
    json_end(json);
}

static void add_guides(struct json *json, const struct plot_view *view,
                       enum guide_kind kind, const char *key,
                       void (*add)(struct json *json, const struct guide *guide))
{
    json_key(json, key);
    json_array(json);
    for (size_t i = 0; i < view->guides.count; i++) {
        const struct guide *guide = view->guides.at[i];
        if (guide->kind == kind && !guide->is_lifted) {
            add(json, guide);
        }
    }
    json_end(json);
}

static bool has_items(const struct plot_view *view)
{
    for (size_t i = 0; i < view->groups.count; i++) {
        if (view->groups.at[i].items.count) {
            return true;
        }
    }
    return false;
}

/* Views with marks, in reading order. */
static void add_views(struct json *json, const struct plot_view *view)
{
    if (has_items(view)) {
        json_object(json);
        add_member(json, "width", view->area.width);
        add_member(json, "height", view->area.height);
        add_marks(json, &view->groups);
        add_guides(json, view, GUIDE_AXIS, "axes", add_axis);
        add_guides(json, view, GUIDE_LEGEND, "legends", add_legend);
        json_end(json);
    }
    for (size_t i = 0; i < view->views.count; i++) {
        add_views(json, view->views.at[i]);
    }
}

str plot_json(struct arena *arena, const struct plot *plot)
{
    struct buffer out = {.arena = arena};
    struct json json = {.out = &out, .flat_depth = 6};
    json_object(&json);
    json_key(&json, "views");
    json_array(&json);
    add_views(&json, plot->view);
    json_end(&json);
    json_end(&json);
    buffer_add_byte(&out, '\n');
    return buffer_text(&out);
}
