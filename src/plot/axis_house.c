/* SPDX-License-Identifier: MIT */
/*
 * The house's value axis: no line, no ticks; each number stands above its grid line in a
 * gutter beside the plot, through which the line runs.
 */
#include <math.h>

#include "axis.h"
#include "font_choice.h"
#include "guides.h"
#include "text_lines.h"

static const double above_line = 1.5;

bool axis_is_above_grid(const struct axis *axis)
{
    return !axis->is_x && !scale_is_discrete(axis->request->scale) &&
           str_equal(bag_text_or(&axis->bag, S("labelPlacement"), S("")), S("above-grid"));
}

static double gutter_of(struct axis *axis, const struct text_style *font,
                        struct error *error)
{
    double widest = 0;
    for (size_t i = 0; i < axis->ticks.count; i++) {
        widest = fmax(widest,
                      guide_text_width(axis->maker, font, axis->ticks.at[i].text, error));
    }
    return widest + bag_number_or(&axis->bag, S("labelPadding"), 4);
}

static void add_lines(struct axis *axis, struct guide *guide, double left, double right)
{
    struct item_group *group =
        guide_group(axis->maker->arena, &guide->grid, ITEM_RULE, S("axis-grid"));
    color ink =
        guide_color(axis->maker, &axis->bag, S("gridColor"), (color){201, 208, 214});
    double width = bag_number_or(&axis->bag, S("gridWidth"), 0.4);
    for (size_t i = 0; i < axis->ticks.count; i++) {
        double at = axis->ticks.at[i].at;
        guide_rule(axis->maker->arena, group, (point){left, at}, (point){right, at},
                   guide_stroke(ink, width, 1));
    }
}

static void add_numbers(struct axis *axis, struct guide *guide,
                        const struct text_style *font, double right)
{
    struct arena *arena = axis->maker->arena;
    struct item_group *group =
        guide_group(arena, &guide->parts, ITEM_TEXT, S("axis-label"));
    for (size_t i = 0; i < axis->ticks.count; i++) {
        struct item *item = guide_item(arena, group);
        item->x = right;
        item->y = axis->ticks.at[i].at - above_line;
        item->text = text_lines(arena, axis->ticks.at[i].text);
        item->font = font;
        item->paint = guide_fill(font->color, 1);
        item->line_height = font->size + 2;
        item->align = axis->side == SIDE_RIGHT ? ALIGN_RIGHT : ALIGN_LEFT;
        item->baseline = BASELINE_ALPHABETIC;
        *arena_push(arena, &guide->labels) =
            (struct guide_label){axis->ticks.at[i].text, axis->ticks.at[i].at, false};
    }
}

/* Above the plot at the side of the numbers, level. */
static void add_name(struct axis *axis, struct guide *guide, double at)
{
    bool is_given;
    struct str_list lines =
        guides_title(axis->maker, axis->request->plan, axis->request->units, &is_given);
    if (!lines.count || (!is_given && bag_is_null(&axis->bag, S("title")))) {
        return;
    }
    struct arena *arena = axis->maker->arena;
    struct bag style = view_style_bag(axis->maker->specification, S("guide-title"));
    color ink = guide_color(axis->maker, &style, S("fill"), (color){0, 0, 0});
    const struct text_style *usual =
        font_of_bag(axis->maker, &style, "", bag_number_or(&style, S("fontSize"), 7), ink);
    struct item_group *group =
        guide_group(arena, &guide->parts, ITEM_TEXT, S("axis-title"));
    struct item *item = guide_item(arena, group);
    double top = axis->ticks.count ? axis->ticks.at[0].at : 0;
    for (size_t i = 0; i < axis->ticks.count; i++) {
        top = fmin(top, axis->ticks.at[i].at);
    }
    item->font = font_override(axis->maker, usual, &axis->bag, "title");
    item->paint = guide_fill(item->font->color, 1);
    item->x = at;
    item->y = fmin(top - above_line - item->font->size, 0) - 2;
    item->text = lines;
    item->line_height = item->font->size + 2;
    item->align = axis->side == SIDE_RIGHT ? ALIGN_RIGHT : ALIGN_LEFT;
    item->baseline = BASELINE_BOTTOM;
    guide->title = str_join(arena, lines.at, lines.count, S("\n"));
}

static const struct text_style *number_font(const struct axis *axis)
{
    struct bag style = view_style_bag(axis->maker->specification, S("guide-label"));
    color ink = guide_color(axis->maker, &style, S("fill"), (color){0, 0, 0});
    const struct text_style *usual =
        font_of_bag(axis->maker, &style, "", bag_number_or(&style, S("fontSize"), 7), ink);
    return font_override(axis->maker, usual, &axis->bag, "label");
}

bool axis_add_above_grid(struct axis *axis, struct guide *guide, struct error *error)
{
    const struct text_style *font = number_font(axis);
    bool has_labels = bag_flag_or(&axis->bag, S("labels"), true);
    double gutter = has_labels ? gutter_of(axis, font, error) : 0;
    double width = axis->request->width;
    double beyond = gutter + bag_number_or(&axis->bag, S("offset"), 0); /* grids stay */
    double left = axis->side == SIDE_LEFT ? -beyond : 0;
    double right = axis->side == SIDE_LEFT ? width : width + beyond;
    if (bag_flag_or(&axis->bag, S("grid"), true)) {
        add_lines(axis, guide, left, right);
    }
    double outer = axis->side == SIDE_LEFT ? -gutter : width + gutter; /* moved later */
    if (has_labels) {
        add_numbers(axis, guide, font, outer);
    }
    add_name(axis, guide, outer);
    return !error->kind;
}
