/* SPDX-License-Identifier: MIT */
#include "axis.h"

#include <math.h>

#include "font_choice.h"
#include "guides.h"

static str default_side(const struct axis_request *request)
{
    return request->plan->channel == CHANNEL_X ? S("bottom") : S("left");
}

/* What the units say, then the config for that side. */
static struct bag axis_bag(struct maker *maker, const struct axis_request *request,
                           str orient)
{
    struct bag bag = guides_bag(request->plan, request->units);
    bool is_band = request->scale->type == SCALE_BAND;
    struct bag config = view_axis_bag(maker->specification, plan_def(request->plan, 0),
                                      request->plan->channel, orient, is_band);
    for (size_t i = 0; i < config.count && bag.count < BAG_NODES_MAX; i++) {
        bag_add(&bag, config.at[i]);
    }
    return bag;
}

static enum guide_side opposite(enum guide_side side)
{
    switch (side) {
    case SIDE_LEFT:
        return SIDE_RIGHT;
    case SIDE_RIGHT:
        return SIDE_LEFT;
    case SIDE_TOP:
        return SIDE_BOTTOM;
    default:
        return SIDE_TOP;
    }
}

enum guide_side axis_side(struct maker *maker, const struct axis_request *request,
                          enum guide_side otherwise)
{
    struct bag bag = axis_bag(maker, request, default_side(request));
    enum guide_side side =
        guide_side_named(bag_text_or(&bag, S("orient"), guide_side_word(otherwise)));
    bool is_x = request->plan->channel == CHANNEL_X;
    bool suits = is_x ? side == SIDE_TOP || side == SIDE_BOTTOM
                      : side == SIDE_LEFT || side == SIDE_RIGHT;
    return suits ? side : otherwise;
}

static bool is_orient_given(const struct axis_request *request)
{
    struct bag own = guides_bag(request->plan, request->units);
    return bag_find(&own, S("orient")) != NULL;
}

point axis_point(const struct axis *axis, double along, double across)
{
    const struct axis_request *request = axis->request;
    double at = along + axis->shift;
    switch (axis->side) {
    case SIDE_LEFT:
        return (point){axis->shift - across, at};
    case SIDE_RIGHT:
        return (point){request->width + axis->shift + across, at};
    case SIDE_TOP:
        return (point){at, axis->shift - across};
    default:
        return (point){at, request->height + axis->shift + across};
    }
}

/* --- lines
 * -------------------------------------------------------------------------------- */

static struct item_paint line_paint(const struct axis *axis, const char *part,
                                    color otherwise)
{
    struct arena *arena = axis->maker->arena;
    str width = str_print(arena, "%sWidth", part),
        opacity = str_print(arena, "%sOpacity", part);
    color paint =
        guide_color(axis->maker, &axis->bag, str_print(arena, "%sColor", part), otherwise);
    struct item_paint stroke = guide_stroke(paint, bag_number_or(&axis->bag, width, 1),
                                            bag_number_or(&axis->bag, opacity, 1));
    const struct node *dash = bag_find(&axis->bag, str_print(arena, "%sDash", part));
    if (dash && dash->kind == NODE_LIST && dash->count) {
        double *lengths = arena_array(arena, double, dash->count);
        for (size_t i = 0; i < dash->count; i++) {
            lengths[i] = datum_to_number(datum_from_node(arena, dash->at[i]));
        }
        stroke.dash = lengths;
        stroke.dash_count = dash->count;
    }
    return stroke;
}

static bool wants_grid(const struct axis *axis)
{
    const struct encoding *encoding =
        &axis->request->units->at[0]->encodings[axis->request->plan->channel];
    bool is_binned = encoding->has_bin || axis->def->is_binned;
    bool usual = !scale_is_discrete(axis->request->scale) &&
                 axis->def->source == CHANNEL_FIELD && !is_binned;
    struct bag own = guides_bag(axis->request->plan, axis->request->units);
    if (axis->request->is_second && !bag_find(&own, S("grid"))) {
        return false;
    }
    return bag_flag_or(&axis->bag, S("grid"), usual);
}

/* From one side of the view to the other. */
static void add_grid(struct axis *axis, struct guide *guide)
{
    struct arena *arena = axis->maker->arena;
    const struct axis_request *request = axis->request;
    struct item_group *group = guide_group(arena, &guide->grid, ITEM_RULE, S("axis-grid"));
    struct item_paint paint = line_paint(axis, "grid", (color){221, 221, 221});
    for (size_t i = 0; i < axis->ticks.count; i++) {
        double at = axis->ticks.at[i].at + axis->shift;
        point from = axis->is_x ? (point){at, 0} : (point){0, at};
        point to = axis->is_x ? (point){at, request->height} : (point){request->width, at};
        guide_rule(arena, group, from, to, paint);
    }
}

static void add_ticks(struct axis *axis, struct guide *guide)
{
    double size = bag_number_or(&axis->bag, S("tickSize"), 5);
    bool has_ticks = bag_flag_or(&axis->bag, S("ticks"), true);
    if (!has_ticks || size == 0) {
        return;
    }
    struct arena *arena = axis->maker->arena;
    struct item_group *group = guide_group(arena, &guide->parts, ITEM_RULE, S("axis-tick"));
    struct item_paint paint = line_paint(axis, "tick", (color){136, 136, 136});
    double offset = bag_number_or(&axis->bag, S("tickOffset"), 0);
    for (size_t i = 0; i < axis->ticks.count; i++) {
        const struct axis_tick *tick = &axis->ticks.at[i];
        double length = tick->is_major || !axis->ticks.are_months ? size : 0.6 * size;
        guide_rule(arena, group, axis_point(axis, tick->at + offset, 0),
                   axis_point(axis, tick->at + offset, length), paint);
    }
}

/* By the house's rules the line of a time axis lies at zero, wherever that is. */
static double base_of(const struct axis *axis)
{
    const struct scale *cross = axis->request->cross;
    bool is_house =
        str_equal(bag_text_or(&axis->bag, S("tickRule"), S("")), S("wilkinson"));
    if (!is_house || axis->side != SIDE_BOTTOM || !cross || cross->type != SCALE_LINEAR) {
        return 0;
    }
    double zero = scale_position(cross, 0);
    bool is_inside = zero >= 0 && zero <= axis->request->height;
    return is_inside ? zero - axis->request->height : 0;
}

static void add_domain(struct axis *axis, struct guide *guide)
{
    if (!bag_flag_or(&axis->bag, S("domain"), true)) {
        return;
    }
    struct arena *arena = axis->maker->arena;
    struct item_group *group =
        guide_group(arena, &guide->parts, ITEM_RULE, S("axis-domain"));
    double base = base_of(axis);
    guide_rule(arena, group, axis_point(axis, 0, base),
               axis_point(axis, axis->length, base),
               line_paint(axis, "domain", (color){136, 136, 136}));
}

/* --- all together
 * --------------------------------------------------------------------------- */

static struct axis axis_of(struct maker *maker, const struct axis_request *request)
{
    bool is_x = request->plan->channel == CHANNEL_X;
    struct axis axis = {.maker = maker, .request = request, .is_x = is_x};
    axis.def = plan_def(request->plan, 0);
    for (size_t i = 0; i < request->units->count; i++) {
        const struct encoding *encoding =
            &request->units->at[i]->encodings[request->plan->channel];
        if (encoding->plan == request->plan) {
            axis.def = encoding->def;
            break;
        }
    }
    axis.side = axis_side(maker, request, is_x ? SIDE_BOTTOM : SIDE_LEFT);
    if (request->is_opposite && !is_orient_given(request)) {
        axis.side = opposite(axis.side);
    }
    axis.bag = axis_bag(maker, request, guide_side_word(axis.side));
    axis.length = is_x ? request->width : request->height;
    axis.is_band = request->scale->type == SCALE_BAND;
    axis.shift = bag_number_or(&axis.bag, S("translate"), 0.5);
    return axis;
}

static bool add_parts(struct axis *axis, struct guide *guide, struct error *error)
{
    if (axis_is_above_grid(axis)) {
        add_domain(axis, guide);
        return axis_add_above_grid(axis, guide, error);
    }
    if (wants_grid(axis)) {
        add_grid(axis, guide);
    }
    add_ticks(axis, guide);
    add_domain(axis, guide);
    return axis_add_labels(axis, guide, error) && axis_add_title(axis, guide, error);
}

/* An axis may stand away from its side: `offset`, or `position` within the view. */
static void move_away(const struct axis *axis, struct guide *guide)
{
    double offset = bag_number_or(&axis->bag, S("offset"), 0);
    double position = bag_number_or(&axis->bag, S("position"), 0);
    double sign = axis->side == SIDE_LEFT || axis->side == SIDE_TOP ? -1 : 1;
    double away = sign * offset + position;
    guide->at = axis->is_x ? (point){0, away} : (point){away, 0};
}

struct guide *axis_make(struct maker *maker, const struct axis_request *request,
                        struct error *error)
{
    struct axis axis = axis_of(maker, request);
    if (guides_are_disabled(request->plan, request->units, &axis.bag)) {
        return NULL;
    }
    struct guide *guide = arena_new(maker->arena, struct guide);
    guide->kind = GUIDE_AXIS;
    guide->side = axis.side;
    guide->channel = request->plan->channel;
    bool is_rect =
        request->units->at[0]->view->mark == MARK_RECT &&
        (axis.def->type == TYPE_NOMINAL || axis.def->type == TYPE_ORDINAL || axis.def->bin);
    guide->is_above = bag_number_or(&axis.bag, S("zindex"), is_rect ? 1 : 0) > 0;
    if (!axis_find_ticks(&axis, error) || !add_parts(&axis, guide, error)) {
        return NULL;
    }
    move_away(&axis, guide);
    guide->bounds = rect_moved(guide_bounds(maker, &guide->parts, error), guide->at);
    return error->kind ? NULL : guide;
}
