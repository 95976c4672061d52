/* SPDX-License-Identifier: MIT */
#include <math.h>

#include "items.h"
#include "orient.h"
#include "scale_make.h"

static bool is_filled(const struct unit_view *view)
{
    enum mark_type mark = view->unit->view->mark;
    bool usual = mark != MARK_POINT && mark != MARK_LINE && mark != MARK_RULE;
    return bag_flag_or(&view->unit->mark, S("filled"), usual);
}

/* `fill`, or `color` of what is filled. */
static bool usual_color(const struct unit_view *view, str key, bool takes_color, color *out)
{
    const struct bag *mark = &view->unit->mark;
    enum visual_paint paint = visual_paint_named(view->maker, bag_find(mark, key), out);
    if (paint == PAINT_DEFAULT && takes_color) {
        paint = visual_paint_named(view->maker, bag_find(mark, S("color")), out);
    }
    return paint == PAINT_COLOR;
}

/* Marks that overlap are seen through, unless they are sums of others. */
static double usual_opacity(const struct unit_view *view)
{
    const struct bag *mark = &view->unit->mark;
    enum mark_type type = view->unit->view->mark;
    bool is_given = bag_find(mark, S("opacity")) || bag_find(mark, S("fillOpacity"));
    bool is_symbol = type == MARK_POINT || type == MARK_TICK || type == MARK_CIRCLE ||
                     type == MARK_SQUARE;
    double usual = !is_given && is_symbol && !unit_is_aggregate(view->unit) ? 0.7 : 1;
    return bag_number_or(mark, S("opacity"), usual);
}

static double usual_width(const struct unit_view *view)
{
    switch (view->unit->view->mark) {
    case MARK_LINE:
    case MARK_POINT:
    case MARK_CIRCLE:
    case MARK_SQUARE:
        return 2;
    default:
        return 1;
    }
}

static void set_dash(const struct unit_view *view, struct item_paint *paint)
{
    const struct node *dash = bag_find(&view->unit->mark, S("strokeDash"));
    if (!dash || dash->kind != NODE_LIST) {
        return;
    }
    double *lengths = arena_array(view->maker->arena, double, dash->count);
    for (size_t i = 0; i < dash->count; i++) {
        lengths[i] = datum_to_number(datum_from_node(view->maker->arena, dash->at[i]));
    }
    paint->dash = lengths;
    paint->dash_count = dash->count;
    paint->dash_offset = bag_number_or(&view->unit->mark, S("strokeDashOffset"), 0);
}

static struct item_paint usual_paint(const struct unit_view *view, bool filled)
{
    const struct bag *mark = &view->unit->mark;
    struct item_paint paint = {.opacity = usual_opacity(view)};
    paint.has_fill = usual_color(view, S("fill"), filled, &paint.fill);
    paint.has_stroke = usual_color(view, S("stroke"), !filled, &paint.stroke);
    paint.fill_opacity = bag_number_or(mark, S("fillOpacity"), 1);
    paint.stroke_opacity = bag_number_or(mark, S("strokeOpacity"), 1);
    paint.stroke_width = bag_number_or(mark, S("strokeWidth"), usual_width(view));
    set_dash(view, &paint);
    str cap = bag_text_or(mark, S("strokeCap"), S(""));
    paint.has_round_cap = str_equal(cap, S("round"));
    paint.has_square_cap = str_equal(cap, S("square"));
    paint.has_round_join = str_equal(bag_text_or(mark, S("strokeJoin"), S("")), S("round"));
    return paint;
}

struct painter painter_make(const struct unit_view *view)
{
    struct painter painter = {.view = view, .is_filled = is_filled(view)};
    painter.usual = usual_paint(view, painter.is_filled);
    painter.color = visual_of(view, CHANNEL_COLOR);
    painter.fill = visual_of(view, CHANNEL_FILL);
    painter.stroke = visual_of(view, CHANNEL_STROKE);
    painter.opacity = visual_of(view, CHANNEL_OPACITY);
    painter.fill_opacity = visual_of(view, CHANNEL_FILL_OPACITY);
    painter.stroke_opacity = visual_of(view, CHANNEL_STROKE_OPACITY);
    painter.stroke_width = visual_of(view, CHANNEL_STROKE_WIDTH);
    painter.stroke_dash = visual_of(view, CHANNEL_STROKE_DASH);
    painter.size = visual_of(view, CHANNEL_SIZE);
    return painter;
}

static void apply_color(const struct visual *visual, size_t row, bool *has, color *out)
{
    enum visual_paint paint = visual_color(visual, row, out);
    if (paint != PAINT_DEFAULT) {
        *has = paint == PAINT_COLOR;
    }
}

static void apply_dash(const struct painter *painter, size_t row, struct item_paint *paint)
{
    struct datum datum;
    const struct channel *decides = visual_decides(&painter->stroke_dash, row, &datum);
    if (!decides) {
        return;
    }
    if (decides->source != CHANNEL_VALUE && painter->stroke_dash.scale) {
        struct dash_pattern pattern = scale_dash(painter->stroke_dash.scale, datum);
        paint->dash = pattern.at;
        paint->dash_count = pattern.count;
        return;
    }
    const struct datum_list *list = datum.kind == DATUM_LIST ? datum.list : NULL;
    double *lengths =
        arena_array(painter->view->maker->arena, double, list ? list->count : 0);
    for (size_t i = 0; list && i < list->count; i++) {
        lengths[i] = datum_to_number(list->at[i]);
    }
    paint->dash = lengths;
    paint->dash_count = list ? list->count : 0;
}

struct item_paint painter_paint(const struct painter *painter, size_t row)
{
    struct item_paint paint = painter->usual;
    if (painter->is_filled) {
        apply_color(&painter->color, row, &paint.has_fill, &paint.fill);
    } else {
        apply_color(&painter->color, row, &paint.has_stroke, &paint.stroke);
    }
    apply_color(&painter->fill, row, &paint.has_fill, &paint.fill);
    apply_color(&painter->stroke, row, &paint.has_stroke, &paint.stroke);
    paint.opacity = visual_number(&painter->opacity, row, paint.opacity);
    paint.fill_opacity = visual_number(&painter->fill_opacity, row, paint.fill_opacity);
    paint.stroke_opacity =
        visual_number(&painter->stroke_opacity, row, paint.stroke_opacity);
    paint.stroke_width = visual_number(&painter->stroke_width, row, paint.stroke_width);
    enum mark_type mark = painter->view->unit->view->mark;
    if (mark == MARK_LINE || mark == MARK_RULE) { /* their size is their width */
        double own =
            bag_number_or(&painter->view->unit->mark, S("size"), paint.stroke_width);
        paint.stroke_width = visual_number(&painter->size, row, own);
    }
    apply_dash(painter, row, &paint);
    return paint;
}
