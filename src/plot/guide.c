/* SPDX-License-Identifier: MIT */
#include "guide.h"

#include <math.h>

#include "scale_make.h"
#include "visual.h"

static const str side_words[] = {
    [SIDE_LEFT] = S("left"),
    [SIDE_RIGHT] = S("right"),
    [SIDE_TOP] = S("top"),
    [SIDE_BOTTOM] = S("bottom"),
};

enum guide_side guide_side_named(str word)
{
    for (size_t i = 0; i < COUNT_OF(side_words); i++) {
        if (str_equal(side_words[i], word)) {
            return (enum guide_side)i;
        }
    }
    return SIDE_INSIDE;
}

str guide_side_word(enum guide_side side)
{
    return side == SIDE_INSIDE ? S("none") : side_words[side];
}

struct item_group *guide_group(struct arena *arena, struct item_groups *groups,
                               enum item_kind kind, str description)
{
    struct item_group *group = arena_push(arena, groups);
    group->kind = kind;
    group->tension = (double)NAN;
    group->description = description;
    return group;
}

struct item *guide_item(struct arena *arena, struct item_group *group)
{
    struct item *item = arena_push(arena, &group->items);
    item->is_defined = true;
    item->paint.opacity = item->paint.fill_opacity = item->paint.stroke_opacity = 1;
    return item;
}

struct item_paint guide_fill(color ink, double opacity)
{
    return (struct item_paint){.has_fill = true,
                               .fill = ink,
                               .opacity = opacity,
                               .fill_opacity = 1,
                               .stroke_opacity = 1};
}

struct item_paint guide_stroke(color ink, double width, double opacity)
{
    return (struct item_paint){.has_stroke = true,
                               .stroke = ink,
                               .stroke_width = width,
                               .opacity = opacity,
                               .fill_opacity = 1,
                               .stroke_opacity = 1};
}

struct item *guide_rule(struct arena *arena, struct item_group *group, point from, point to,
                        struct item_paint paint)
{
    struct item *item = guide_item(arena, group);
    item->x = from.x;
    item->y = from.y;
    item->x2 = to.x;
    item->y2 = to.y;
    item->paint = paint;
    return item;
}

bool guide_paint(const struct maker *maker, const struct bag *bag, str key, color *out)
{
    return visual_paint_named(maker, bag_find(bag, key), out) == PAINT_COLOR;
}

color guide_color(const struct maker *maker, const struct bag *bag, str key,
                  color otherwise)
{
    color given;
    return guide_paint(maker, bag, key, &given) ? given : otherwise;
}

/* --- bounds
 * --------------------------------------------------------------------------------- */

rect rect_union(rect a, rect b)
{
    bool is_a_empty = a.width <= 0 && a.height <= 0;
    bool is_b_empty = b.width <= 0 && b.height <= 0;
    if (is_a_empty || is_b_empty) {
        return is_a_empty ? b : a;
    }
    double left = fmin(a.x, b.x), top = fmin(a.y, b.y);
    return (rect){left, top, fmax(a.x + a.width, b.x + b.width) - left,
                  fmax(a.y + a.height, b.y + b.height) - top};
}

rect rect_moved(rect rectangle, point by)
{
    return (rect){rectangle.x + by.x, rectangle.y + by.y, rectangle.width,
                  rectangle.height};
}

double guide_text_width(struct maker *maker, const struct text_style *style, str text,
                        struct error *error)
{
    return font_line(maker->arena, maker->fonts, text, style, error).width;
}

/* Round the item's point, before it is turned. */
static rect text_box(struct maker *maker, const struct item *item, struct error *error)
{
    double size = item->font->size, width = 0;
    for (size_t i = 0; i < item->text.count; i++) {
        width = fmax(width, guide_text_width(maker, item->font, item->text.at[i], error));
    }
    if (item->limit > 0) {
        width = fmin(width, item->limit);
    }
    double height = size + item->line_height * (double)(item->text.count - 1);
    double left = item->align == ALIGN_LEFT     ? 0
                  : item->align == ALIGN_CENTER ? -width / 2
                                                : -width;
    double above = 0.79 * size; /* of the baseline, as drawn (item_draw_text.c) */
    switch (item->baseline) {
    case BASELINE_TOP:
    case BASELINE_LINE_TOP:
        above = 0;
        break;
    case BASELINE_MIDDLE:
        above = height / 2;
        break;
    case BASELINE_BOTTOM:
    case BASELINE_LINE_BOTTOM:
        above = height;
        break;
    default:
        break;
    }
    return (rect){left + item->dx, item->dy - above, width, height};
}

/* The upright box around a turned one. */
static rect turned(rect box, double degrees)
{
    double angle = degrees * 3.14159265358979323846 / 180;
    double c = cos(angle), s = sin(angle);
    const double x[] = {box.x, box.x + box.width}, y[] = {box.y, box.y + box.height};
    double left = (double)INFINITY, top = left, right = -left, bottom = -left;
    for (size_t i = 0; i < 4; i++) {
        double at_x = x[i % 2] * c - y[i / 2] * s, at_y = x[i % 2] * s + y[i / 2] * c;
        left = fmin(left, at_x);
        right = fmax(right, at_x);
        top = fmin(top, at_y);
        bottom = fmax(bottom, at_y);
    }
    return (rect){left, top, right - left, bottom - top};
}

rect guide_item_bounds(struct maker *maker, const struct item_group *group,
                       const struct item *item, struct error *error)
{
    if (group->kind == ITEM_TEXT) {
        if (!item->text.count) {
            return (rect){item->x, item->y, 0, 0};
        }
        rect box = turned(text_box(maker, item, error), item->angle);
        return rect_moved(box, (point){item->x, item->y});
    }
    if (group->kind == ITEM_SYMBOL) {
        double radius = sqrt(fmax(item->size, 0)) / 2;
        return (rect){item->x - radius, item->y - radius, 2 * radius, 2 * radius};
    }
    double left = fmin(item->x, item->x2), top = fmin(item->y, item->y2);
    return (rect){left, top, fabs(item->x2 - item->x), fabs(item->y2 - item->y)};
}

rect guide_bounds(struct maker *maker, const struct item_groups *groups,
                  struct error *error)
{
    rect bounds = {0, 0, 0, 0};
    for (size_t i = 0; i < groups->count; i++) {
        const struct item_group *group = &groups->at[i];
        for (size_t j = 0; j < group->items.count; j++) {
            const struct item *item = &group->items.at[j];
            if (item->is_defined) {
                bounds = rect_union(bounds, guide_item_bounds(maker, group, item, error));
            }
        }
    }
    return bounds;
}
