/* SPDX-License-Identifier: MIT */
#include <math.h>
#include <stdlib.h>

#include "grammar/clock.h"
#include "literal.h"
#include "scale_make.h"

/* --- classes -------------------------------------------------------------------------- */

static size_t given_range_count(const struct scale_plan *plan)
{
    const struct node *range = plan_find(plan, S("range"));
    return range && range->kind == NODE_LIST ? range->count : 0;
}

size_t scale_class_count(const struct maker *maker, const struct scale_plan *plan,
                         const struct scale *scale)
{
    size_t given = given_range_count(plan);
    if (plan->type == SCALE_THRESHOLD) {
        return scale->domain_count + 1;
    }
    if (given) {
        return given;
    }
    const struct node *scheme = plan_find(plan, S("scheme"));
    struct bag bag = {0};
    bag_add(&bag, scheme && scheme->kind == NODE_MAP ? scheme : NULL);
    double count = bag_number_or(
        &maker->scale_config,
        plan->type == SCALE_QUANTILE ? S("quantileCount") : S("quantizeCount"), 4);
    return (size_t)fmax(1, bag_number_or(&bag, S("count"), count));
}

static int compare_doubles(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return left < right ? -1 : left > right;
}

/* Between neighbours in rank, as most statistical programs have it. */
static double quantile_of(const double *sorted, size_t count, double part)
{
    double at = part * (double)(count - 1);
    size_t below = (size_t)floor(at);
    double rest = at - (double)below;
    return below + 1 < count ? sorted[below] + (sorted[below + 1] - sorted[below]) * rest
                             : sorted[count - 1];
}

void scale_set_classes(struct arena *arena, struct scale *scale, size_t count)
{
    if (scale->type == SCALE_THRESHOLD || !count) {
        return;
    }
    double *breaks = arena_array(arena, double, count);
    double low = scale->domain[0], high = scale->domain[scale->domain_count - 1];
    if (scale->type == SCALE_QUANTILE) {
        qsort(scale->domain, scale->domain_count, sizeof *scale->domain, compare_doubles);
    }
    for (size_t i = 1; i < count; i++) {
        double part = (double)i / (double)count;
        breaks[i - 1] = scale->type == SCALE_QUANTILE
                            ? quantile_of(scale->domain, scale->domain_count, part)
                            : low + (high - low) * part;
    }
    scale->low = low;
    scale->high = high;
    scale->domain = breaks;
    scale->domain_count = count - 1;
}

/* --- positions ------------------------------------------------------------------------ */

static double range_number(const struct node *node, const struct scale_room *room)
{
    if (node->kind == NODE_SCALAR && str_equal(node->text, S("width"))) {
        return room->width;
    }
    if (node->kind == NODE_SCALAR && str_equal(node->text, S("height"))) {
        return room->height;
    }
    struct arena none = {0};
    double number = node->kind == NODE_SCALAR
                        ? datum_to_number(datum_from_node(&none, node))
                        : (double)NAN;
    arena_finish(&none);
    return number;
}

static void set_ends(struct maker *maker, struct scale *scale, double first, double last)
{
    scale->range = arena_array(maker->arena, double, 2);
    scale->range[0] = first;
    scale->range[1] = last;
    scale->range_count = 2;
}

static bool take_given(struct maker *maker, const struct scale_plan *plan,
                       const struct scale_room *room, struct scale *scale)
{
    const struct node *range = plan_find(plan, S("range"));
    if (!range || range->kind != NODE_LIST || !range->count) {
        return false;
    }
    scale->range = arena_array(maker->arena, double, range->count);
    scale->range_count = range->count;
    for (size_t i = 0; i < range->count; i++) {
        scale->range[i] = range_number(range->at[i], room);
    }
    return true;
}

static bool is_x(enum channel_name name)
{
    return name == CHANNEL_X || name == CHANNEL_X_OFFSET;
}

/* Part of a time unit's span in points that nested bands take. */
static void set_offset_in_unit(struct maker *maker, const struct scale_plan *plan,
                               const struct scale *base, struct scale *scale)
{
    enum channel_name name = is_x(plan->channel) ? CHANNEL_X : CHANNEL_Y;
    const struct model *unit = plan->units.at[0];
    struct time_unit time_unit = unit->encodings[name].def->time_unit;
    double start = time_unit_floor(time_unit, clock_of(2001, 0, 1, 0, 0, 0, 0));
    double next = time_unit_next(time_unit, start);
    double span = scale_position(base, next) - scale_position(base, start);
    double padding =
        bag_number_or(&maker->scale_config, S("bandWithNestedOffsetPaddingInner"), 0.2);
    double position = model_band_position(unit, name);
    double shift = isnan(position) ? 0 : position - 0.5;
    set_ends(maker, scale, span * (padding / 2 + shift), span * (1 - padding / 2 + shift));
}

static void set_offset(struct maker *maker, const struct scale_plan *plan,
                       const struct scale_room *room, struct scale *scale)
{
    const struct scale *base = room->base;
    enum channel_name name = is_x(plan->channel) ? CHANNEL_X : CHANNEL_Y;
    const struct encoding *encoding = &plan->units.at[0]->encodings[name];
    if (base && base->type == SCALE_BAND) {
        set_ends(maker, scale, 0, base->bandwidth);
    } else if (base && encoding->def && encoding->def->time_unit.parts) {
        set_offset_in_unit(maker, plan, base, scale);
    } else {
        double half = (is_x(plan->channel) ? room->width : room->height) / 2;
        bool is_upwards = !is_x(plan->channel) && !scale_is_discrete(scale);
        set_ends(maker, scale, is_upwards ? half : -half, is_upwards ? -half : half);
    }
}

/* --- sizes ---------------------------------------------------------------------------- */

static double step_of_view(const struct maker *maker, const struct model *unit, bool is_x)
{
    const struct extent *extent = is_x ? &unit->view->width : &unit->view->height;
    double step = bag_number_or(&maker->view_config, S("step"), 20);
    const struct node *discrete =
        bag_find(&maker->view_config, is_x ? S("discreteWidth") : S("discreteHeight"));
    struct bag bag = {0};
    bag_add(&bag, discrete && discrete->kind == NODE_MAP ? discrete : NULL);
    step = bag_number_or(&bag, S("step"), step);
    return extent->kind == EXTENT_STEP ? extent->points : step;
}

/* The width of a bin, where x or y is in bins; else the steps of bands. */
static double least_step(const struct maker *maker, const struct model *unit,
                         const struct scale_room *room)
{
    const struct encoding *x = &unit->encodings[CHANNEL_X];
    const struct encoding *y = &unit->encodings[CHANNEL_Y];
    double across = step_of_view(maker, unit, true);
    double along = step_of_view(maker, unit, false);
    if (x->has_bin) {
        across = room->width * x->bin.step / (x->bin.stop - x->bin.start);
    }
    if (y->has_bin) {
        along = room->height * y->bin.step / (y->bin.stop - y->bin.start);
    }
    return fmin(across, along);
}

static void set_sizes(struct maker *maker, const struct scale_plan *plan,
                      const struct scale_room *room, struct scale *scale)
{
    const struct bag *config = &maker->scale_config;
    const struct model *unit = plan->units.at[0];
    double low, high;
    switch (unit->view->mark) {
    case MARK_BAR:
    case MARK_TICK:
        low = bag_number_or(config, S("minBandSize"), 2);
        high = bag_number_or(config, S("maxBandSize"), least_step(maker, unit, room) - 1);
        break;
    case MARK_LINE:
    case MARK_TRAIL:
    case MARK_RULE:
        low = bag_number_or(config, S("minStrokeWidth"), 1);
        high = bag_number_or(config, S("maxStrokeWidth"), 4);
        break;
    case MARK_TEXT:
        low = bag_number_or(config, S("minFontSize"), 8);
        high = bag_number_or(config, S("maxFontSize"), 40);
        break;
    default:
        low = bag_number_or(config, S("minSize"), 4);
        high = 0.95 * least_step(maker, unit, room);
        high = bag_number_or(config, S("maxSize"), high * high);
        break;
    }
    set_ends(maker, scale, low, high);
}

/* As many numbers as classes, at equal distances. */
static void spread(struct maker *maker, struct scale *scale, size_t count)
{
    double low = scale->range[0], high = scale->range[scale->range_count - 1];
    double *range = arena_array(maker->arena, double, count);
    for (size_t i = 0; i < count; i++) {
        double part = count > 1 ? (double)i / (double)(count - 1) : 0;
        range[i] = low + (high - low) * part;
    }
    scale->range = range;
    scale->range_count = count;
}

/* --- words and patterns --------------------------------------------------------------- */

static void set_shapes(struct maker *maker, const struct scale_plan *plan,
                       struct scale *scale)
{
    static const str usual[] = {
        S("circle"),      S("square"),        S("cross"),          S("diamond"),
        S("triangle-up"), S("triangle-down"), S("triangle-right"), S("triangle-left"),
    };
    struct bag ranges = view_config_bag(maker->specification, S("range"));
    const struct node *range = plan_find(plan, S("range"));
    if (!range || range->kind != NODE_LIST) {
        range = bag_find(&ranges, S("symbol"));
    }
    for (size_t i = 0; range && range->kind == NODE_LIST && i < range->count; i++) {
        *arena_push(maker->arena, &scale->words) = range->at[i]->text;
    }
    for (size_t i = 0; !scale->words.count && i < COUNT_OF(usual); i++) {
        *arena_push(maker->arena, &scale->words) = usual[i];
    }
}

static struct dash_pattern pattern_of(struct arena *arena, const struct node *list)
{
    double *lengths = arena_array(arena, double, list->count);
    for (size_t i = 0; i < list->count; i++) {
        lengths[i] = datum_to_number(datum_from_node(arena, list->at[i]));
    }
    return (struct dash_pattern){lengths, list->count};
}

static void set_dashes(struct maker *maker, const struct scale_plan *plan,
                       struct scale *scale)
{
    static const double solid[] = {1, 0}, dashed[] = {4, 2}, short_dashed[] = {2, 1},
                        dotted[] = {1, 1}, mixed[] = {1, 2, 4, 2};
    static const struct dash_pattern usual[] = {
        {solid, 2}, {dashed, 2}, {short_dashed, 2}, {dotted, 2}, {mixed, 4}};
    const struct node *range = plan_find(plan, S("range"));
    scale->dashes = usual;
    scale->dash_count = COUNT_OF(usual);
    if (range && range->kind == NODE_LIST && range->count) {
        struct dash_pattern *given =
            arena_array(maker->arena, struct dash_pattern, range->count);
        for (size_t i = 0; i < range->count; i++) {
            given[i] = pattern_of(maker->arena, range->at[i]);
        }
        scale->dashes = given;
        scale->dash_count = range->count;
    }
}

/* --- all together --------------------------------------------------------------------- */

static void set_default(struct maker *maker, const struct scale_plan *plan,
                        const struct scale_room *room, struct scale *scale)
{
    const double circle = 6.28318530717958647692;
    const struct bag *config = &maker->scale_config;
    switch (plan->channel) {
    case CHANNEL_X:
        set_ends(maker, scale, 0, room->width);
        break;
    case CHANNEL_Y:
        if (scale_is_discrete(scale)) {
            set_ends(maker, scale, 0, room->height);
        } else {
            set_ends(maker, scale, room->height, 0);
        }
        break;
    case CHANNEL_X_OFFSET:
    case CHANNEL_Y_OFFSET:
        set_offset(maker, plan, room, scale);
        break;
    case CHANNEL_THETA:
        set_ends(maker, scale, 0, circle);
        break;
    case CHANNEL_RADIUS:
        set_ends(maker, scale, 0, fmin(room->width, room->height) / 2);
        break;
    case CHANNEL_ANGLE:
        set_ends(maker, scale, 0, 360);
        break;
    case CHANNEL_STROKE_WIDTH:
        set_ends(maker, scale, bag_number_or(config, S("minStrokeWidth"), 1),
                 bag_number_or(config, S("maxStrokeWidth"), 4));
        break;
    case CHANNEL_SIZE:
        set_sizes(maker, plan, room, scale);
        break;
    default:
        set_ends(maker, scale, bag_number_or(config, S("minOpacity"), 0.3),
                 bag_number_or(config, S("maxOpacity"), 0.8));
        break;
    }
    plan_number(plan, S("rangeMin"), &scale->range[0]);
    plan_number(plan, S("rangeMax"), &scale->range[1]);
}

/* Values of a continuous scale that are sorted downwards run the other way. */
static bool is_reversed(const struct maker *maker, const struct scale_plan *plan)
{
    bool is_turned =
        plan_def(plan, 0)->sort == SORT_DESCENDING && scale_type_is_continuous(plan->type);
    if (plan->channel == CHANNEL_X &&
        bag_flag_or(&maker->scale_config, S("xReverse"), false)) {
        is_turned = !is_turned;
    }
    plan_flag(plan, S("reverse"), &is_turned);
    return is_turned;
}

static void reverse_range(struct scale *scale)
{
    for (size_t i = 0; i < scale->range_count / 2; i++) {
        double *a = &scale->range[i], *b = &scale->range[scale->range_count - 1 - i];
        double swap = *a;
        *a = *b;
        *b = swap;
    }
}

void scale_set_range(struct maker *maker, const struct scale_plan *plan,
                     const struct scale_room *room, struct scale *scale)
{
    if (plan->channel == CHANNEL_SHAPE || plan->channel == CHANNEL_STROKE_DASH) {
        if (plan->channel == CHANNEL_SHAPE) {
            set_shapes(maker, plan, scale);
        } else {
            set_dashes(maker, plan, scale);
        }
        if (scale_is_discretizing(scale)) {
            scale_set_classes(maker->arena, scale, scale_class_count(maker, plan, scale));
        }
        return;
    }
    if (!take_given(maker, plan, room, scale)) {
        set_default(maker, plan, room, scale);
    }
    if (is_reversed(maker, plan)) {
        reverse_range(scale);
    }
    if (scale_is_discretizing(scale)) {
        size_t count = scale_class_count(maker, plan, scale);
        if (scale->range_count != count) {
            spread(maker, scale, count);
        }
        scale_set_classes(maker->arena, scale, count);
    }
    if (scale->type == SCALE_BAND || scale->type == SCALE_POINT) {
        scale_place_bands(scale);
    }
}
