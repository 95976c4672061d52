/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "color_space.h"
#include "legend.h"

static double clamp(double value, double low, double high)
{
    return fmin(fmax(value, low), high);
}

static double gradient_length(const struct legend *legend)
{
    double length;
    struct bag own = {0};
    bag_add(&own, legend->def->guide);
    if (bag_number(&own, S("gradientLength"), &length)) {
        return length;
    }
    const struct bag *bag = &legend->bag;
    if (legend->is_horizontal) {
        double least = bag_number_or(bag, S("gradientHorizontalMinLength"), 100);
        bool is_level =
            str_equal(legend->orient, S("top")) || str_equal(legend->orient, S("bottom"));
        return is_level ? clamp(legend->view->area.width, least,
                                bag_number_or(bag, S("gradientHorizontalMaxLength"), 200))
                        : least;
    }
    return clamp(legend->view->area.height,
                 bag_number_or(bag, S("gradientVerticalMinLength"), 64),
                 bag_number_or(bag, S("gradientVerticalMaxLength"), 200));
}

/* Part of the bar at which a value stands; colours run evenly along the scale. */
static double part_of(const struct scale *scale, double value)
{
    double first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    if (first == last) {
        return 0.5;
    }
    double ends[2] = {first, last}, range[2] = {0, 1};
    struct scale plain = *scale;
    plain.domain = ends;
    plain.domain_count = 2;
    plain.range = range;
    plain.range_count = 2;
    plain.color_count = 0;
    plain.is_clamped = plain.is_rounded = false;
    return scale_position(&plain, value);
}

/* The value that stands at a part of the bar. */
static double value_at(const struct scale *scale, double part)
{
    double low = scale->domain[0], high = scale->domain[scale->domain_count - 1];
    double from = 0, to = 1;
    for (int i = 0; i < 40; i++) { /* halving: scales bend in many ways */
        double middle = (from + to) / 2;
        double value = low + (high - low) * middle;
        if (part_of(scale, value) < part) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return low + (high - low) * (from + to) / 2;
}

/* Each step reaches to the end, under those after it: so there are no seams. */
static void add_bar(const struct legend *legend, struct guide *guide, rect bar)
{
    struct arena *arena = legend->maker->arena;
    struct item_group *group =
        guide_group(arena, &guide->parts, ITEM_RECT, S("legend-gradient"));
    double length = legend->is_horizontal ? bar.width : bar.height;
    size_t steps = (size_t)fmax(2, ceil(length / 2));
    double opacity = bag_number_or(&legend->unit->mark, S("opacity"), 1);
    for (size_t i = 0; i < steps; i++) {
        double start = (double)i / (double)steps;
        double part = ((double)i + 0.5) / (double)steps;
        color paint;
        struct datum value = datum_number(value_at(legend->scale, part));
        if (!scale_color(legend->scale, value, &paint)) {
            continue;
        }
        struct item *item = guide_item(arena, group);
        item->paint = guide_fill(color_mix((color){255, 255, 255}, paint, opacity), 1);
        item->x = legend->is_horizontal ? bar.x + bar.width * start : bar.x;
        item->x2 = bar.x + bar.width;
        item->y = bar.y;
        item->y2 =
            legend->is_horizontal ? bar.y + bar.height : bar.y + bar.height * (1 - start);
    }
}

static struct item *add_label(const struct legend *legend, struct item_group *group,
                              rect bar, double part, str text)
{
    const struct text_style *font = legend_font(legend);
    double gap = bag_number_or(&legend->bag, S("gradientLabelOffset"), 2);
    struct item *item = guide_item(legend->maker->arena, group);
    *arena_push(legend->maker->arena, &item->text) = text;
    item->font = font;
    item->paint = guide_fill(font->color, 1);
    item->line_height = font->size + 2;
    item->limit = bag_number_or(&legend->bag, S("labelLimit"), 160);
    if (legend->is_horizontal) {
        item->x = bar.x + bar.width * part;
        item->y = bar.y + bar.height + gap;
        item->align = part < 0.01 ? ALIGN_LEFT : part > 0.99 ? ALIGN_RIGHT : ALIGN_CENTER;
        item->baseline = BASELINE_TOP;
    } else {
        item->x = bar.x + bar.width + gap;
        item->y = bar.y + bar.height * (1 - part);
        item->align = ALIGN_LEFT;
        item->baseline = BASELINE_MIDDLE;
    }
    return item;
}

/* Those that would overlap the one before are hidden. */
static void add_labels(const struct legend *legend, struct guide *guide, rect bar,
                       struct error *error)
{
    struct arena *arena = legend->maker->arena;
    struct legend_entries entries = legend_entries_find(legend);
    struct item_group *group =
        guide_group(arena, &guide->parts, ITEM_TEXT, S("legend-label"));
    rect last = {0, 0, 0, 0};
    for (size_t i = 0; i < entries.count; i++) {
        double part = part_of(legend->scale, datum_to_number(entries.at[i].value));
        if (!(part >= -1e-9 && part <= 1 + 1e-9)) {
            continue;
        }
        struct item *item = add_label(legend, group, bar, part, entries.at[i].text);
        rect box = guide_item_bounds(legend->maker, group, item, error);
        item->is_defined = !rect_overlaps(box, last);
        last = item->is_defined ? box : last;
        *arena_push(arena, &guide->labels) = (struct guide_label){
            entries.at[i].text, legend->is_horizontal ? item->x : item->y,
            !item->is_defined};
    }
}

bool legend_add_gradient(const struct legend *legend, struct guide *guide, double left,
                         double top, struct error *error)
{
    if (!legend->scale->domain_count) {
        return true;
    }
    double length = gradient_length(legend);
    double thickness = bag_number_or(&legend->bag, S("gradientThickness"), 16);
    rect bar = legend->is_horizontal ? (rect){left, top, length, thickness}
                                     : (rect){left, top, thickness, length};
    add_bar(legend, guide, bar);
    add_labels(legend, guide, bar, error);
    return !error->kind;
}
