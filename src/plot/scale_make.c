/* SPDX-License-Identifier: MIT */
#include "scale_make.h"

#include <math.h>

#include "calendar_step.h"
#include "literal.h"
#include "plot/ticks.h"

/* --- what Vega-Lite takes for granted ------------------------------------------------- */

static bool is_plain_continuous(enum scale_type type)
{
    return type <= SCALE_UTC;
}

static bool is_across_measure(const struct model *unit, enum channel_name channel)
{
    return (unit->orient == ORIENT_HORIZONTAL && channel == CHANNEL_Y) ||
           (unit->orient == ORIENT_VERTICAL && channel == CHANNEL_X);
}

/* Whether the first unit wants zero in the domain. */
static bool default_zero(const struct maker *maker, const struct scale_plan *plan)
{
    const struct model *unit = plan->units.at[0];
    const struct encoding *encoding = &unit->encodings[plan->channel];
    enum mark_type mark = unit->view->mark;
    enum channel_name name = plan->channel;
    if (name == CHANNEL_SIZE && encoding->def->type == TYPE_QUANTITATIVE) {
        return is_plain_continuous(plan->type);
    }
    bool is_place =
        channel_is_position(name) || name == CHANNEL_THETA || name == CHANNEL_RADIUS;
    bool has_bin = encoding->has_bin || encoding->def->is_binned;
    if (!is_place || has_bin) {
        return false;
    }
    bool is_long =
        mark == MARK_BAR || mark == MARK_AREA || mark == MARK_LINE || mark == MARK_TRAIL;
    if (is_long && is_across_measure(unit, name)) {
        return false;
    }
    bool has_second = unit->view->channels[channel_second(name)].source != CHANNEL_ABSENT;
    if ((mark == MARK_BAR || mark == MARK_AREA) && !has_second) {
        return true;
    }
    return bag_flag_or(&maker->scale_config, S("zero"), true);
}

static bool can_have_zero(enum scale_type type)
{
    return type == SCALE_LINEAR || type == SCALE_POW || type == SCALE_SQRT ||
           type == SCALE_SYMLOG || type == SCALE_QUANTIZE || type == SCALE_IDENTITY;
}

static bool wants_zero(const struct maker *maker, const struct scale_plan *plan,
                       const struct domain *domain)
{
    bool zero;
    if (!can_have_zero(plan->type)) {
        return false;
    }
    if (plan_flag(plan, S("zero"), &zero)) {
        return zero;
    }
    return domain->is_given ? false : default_zero(maker, plan);
}

/* Room at the ends of a domain, in points. */
static double end_padding(const struct maker *maker, const struct scale_plan *plan)
{
    double padding;
    if (plan_number(plan, S("padding"), &padding)) {
        return padding;
    }
    if (!channel_is_position(plan->channel)) {
        return 0;
    }
    if (bag_number(&maker->scale_config, S("continuousPadding"), &padding)) {
        return padding;
    }
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct model *unit = plan->units.at[i];
        const struct encoding *encoding = &unit->encodings[plan->channel];
        bool is_span =
            encoding->has_bin || encoding->def->is_binned || encoding->def->time_unit.parts;
        if (unit->view->mark == MARK_BAR && !is_span &&
            is_across_measure(unit, plan->channel)) {
            return bag_number_or(&unit->mark, S("continuousBandSize"), 5);
        }
    }
    return 0;
}

/* Between bands, where nothing is given. */
static double usual_inner(const struct maker *maker, const struct scale_plan *plan)
{
    const struct bag *config = &maker->scale_config;
    if (!channel_is_position(plan->channel)) {
        return bag_number_or(config, S("offsetBandPaddingInner"), 0);
    }
    if (plan_has_offset(plan)) {
        return bag_number_or(config, S("bandWithNestedOffsetPaddingInner"), 0.2);
    }
    enum mark_type mark = plan->units.at[0]->view->mark;
    double usual = mark == MARK_BAR ? bag_number_or(config, S("barBandPaddingInner"), 0.1)
                   : mark == MARK_TICK
                       ? bag_number_or(config, S("tickBandPaddingInner"), 0.25)
                       : bag_number_or(config, S("rectBandPaddingInner"), 0);
    return bag_number_or(config, S("bandPaddingInner"), usual);
}

/* At the ends of a row of bands. */
static double usual_outer(const struct maker *maker, const struct scale_plan *plan,
                          double inner)
{
    const struct bag *config = &maker->scale_config;
    if (!channel_is_position(plan->channel)) {
        return bag_number_or(config, S("offsetBandPaddingOuter"), 0);
    }
    return plan_has_offset(plan)
               ? bag_number_or(config, S("bandWithNestedOffsetPaddingOuter"), 0.2)
               : bag_number_or(config, S("bandPaddingOuter"), inner / 2);
}

/* Points have room at the ends only. */
static double usual_end(const struct maker *maker, const struct scale_plan *plan)
{
    bool is_offset = plan->channel == CHANNEL_X_OFFSET || plan->channel == CHANNEL_Y_OFFSET;
    return channel_is_position(plan->channel)
               ? bag_number_or(&maker->scale_config, S("pointPadding"), 0.5)
           : is_offset ? 0.5
                       : 0;
}

void scale_paddings(const struct maker *maker, const struct scale_plan *plan, double *inner,
                    double *outer)
{
    double padding;
    if (plan_number(plan, S("padding"), &padding)) {
        *inner = *outer = padding;
        plan_number(plan, S("paddingInner"), inner);
    } else if (plan->type == SCALE_POINT) {
        *inner = 1;
        *outer = usual_end(maker, plan);
    } else {
        *inner = usual_inner(maker, plan);
        plan_number(plan, S("paddingInner"), inner);
        *outer = usual_outer(maker, plan, *inner);
    }
    plan_number(plan, S("paddingOuter"), outer);
}

/* --- domains of numbers --------------------------------------------------------------- */

static double bend(const struct scale *scale, double value)
{
    switch (scale->type) {
    case SCALE_LOG:
        return scale->domain[0] < 0 ? -log(-value) : log(value);
    case SCALE_POW:
        return copysign(pow(fabs(value), scale->exponent), value);
    case SCALE_SQRT:
        return copysign(sqrt(fabs(value)), value);
    case SCALE_SYMLOG:
        return copysign(log1p(fabs(value / scale->constant)), value);
    default:
        return value;
    }
}

static double unbend(const struct scale *scale, double value)
{
    switch (scale->type) {
    case SCALE_LOG:
        return scale->domain[0] < 0 ? -exp(-value) : exp(value);
    case SCALE_POW:
        return copysign(pow(fabs(value), 1 / scale->exponent), value);
    case SCALE_SQRT:
        return copysign(value * value, value);
    case SCALE_SYMLOG:
        return copysign(expm1(fabs(value)) * scale->constant, value);
    default:
        return value;
    }
}

/* Widens the domain so that its ends lie `padding` within the range. */
static void pad_domain(struct scale *scale, double span, double padding)
{
    double *first = &scale->domain[0], *last = &scale->domain[scale->domain_count - 1];
    if (padding == 0 || *first == *last || span <= 2 * padding) {
        return;
    }
    double factor = span / (span - 2 * padding);
    double low = bend(scale, *first), high = bend(scale, *last);
    double middle = (low + high) / 2;
    *first = unbend(scale, middle + (low - middle) * factor);
    *last = unbend(scale, middle + (high - middle) * factor);
}

static void set_ends(struct maker *maker, const struct scale_plan *plan,
                     const struct domain *domain, struct scale *scale)
{
    struct arena *arena = maker->arena;
    size_t count = domain->numbers.count;
    scale->domain = arena_array(arena, double, count + 3);
    scale->domain_count = count;
    for (size_t i = 0; i < count; i++) {
        scale->domain[i] = domain->numbers.at[i];
    }
    if (!count) {
        scale->domain[1] = 1;
        scale->domain_count = 2;
    }
    double *first = &scale->domain[0], *last = &scale->domain[scale->domain_count - 1];
    if (wants_zero(maker, plan, domain)) {
        *first = *first > 0 ? 0 : *first;
        *last = *last < 0 ? 0 : *last;
    }
    const struct channel *def = plan_def(plan, 0);
    const struct node *node;
    if ((node = plan_find(plan, S("domainMin")))) {
        *first = datum_to_number(literal_datum(arena, node, def));
    }
    if ((node = plan_find(plan, S("domainMax")))) {
        *last = datum_to_number(literal_datum(arena, node, def));
    }
    double middle;
    if (plan_number(plan, S("domainMid"), &middle) && scale->domain_count == 2) {
        scale->domain[2] = scale->domain[1];
        scale->domain[1] = fmin(fmax(middle, scale->domain[0]), scale->domain[2]);
        scale->domain_count = 3;
    }
}

/* --- nice ----------------------------------------------------------------------------- */

static void extend_times(struct scale *scale, const struct calendar_step *step)
{
    double *first = &scale->domain[0], *last = &scale->domain[scale->domain_count - 1];
    *first = calendar_step_floor(*step, *first);
    double below = calendar_step_floor(*step, *last);
    *last = below < *last ? calendar_step_after(*step, *last) : *last;
}

static void extend(struct scale *scale, double count)
{
    double *first = &scale->domain[0], *last = &scale->domain[scale->domain_count - 1];
    if (scale_is_time(scale)) {
        struct calendar_step step = calendar_step_for(*first, *last, count);
        extend_times(scale, &step);
    } else if (scale->type == SCALE_LOG) {
        steps_extend_log(first, last, scale->base);
    } else {
        steps_extend(first, last, count);
    }
}

/* "month", or {interval: month, step: 3} */
static bool nice_by_calendar(const struct node *nice, struct calendar_step *step)
{
    const struct node *word =
        nice->kind == NODE_MAP ? node_find(nice, S("interval")) : nice;
    if (!word || word->kind != NODE_SCALAR || !calendar_step_named(word->text, step)) {
        return false;
    }
    struct bag bag = {0};
    bag_add(&bag, nice->kind == NODE_MAP ? nice : NULL);
    step->every *= bag_number_or(&bag, S("step"), 1);
    return true;
}

static bool default_nice(const struct scale_plan *plan, const struct domain *domain)
{
    bool has_limits = plan_find(plan, S("domainMin")) || plan_find(plan, S("domainMax"));
    bool is_free = false; /* a unit without bins wants it */
    for (size_t i = 0; i < plan->units.count; i++) {
        const struct encoding *encoding = &plan->units.at[i]->encodings[plan->channel];
        is_free = is_free || (!encoding->has_bin && !encoding->def->is_binned);
    }
    return is_free && channel_is_position(plan->channel) && !domain->is_given &&
           !has_limits && plan->type != SCALE_TIME && plan->type != SCALE_UTC;
}

/* The house's rule: the last tick may lie below the greatest value, which then has a little
 * air above it; below the first of an axis that is broken there is room to show that. */
static void extend_by_house(struct scale *scale, double length, bool is_upright)
{
    double low = scale->low, high = scale->high;
    if (low >= high) {
        return;
    }
    struct ticks ticks = ticks_for_range(low, high, length);
    double first = ticks_at(&ticks, 0), last = ticks_at(&ticks, ticks.count - 1);
    double air = 0.04 * (high - low);
    scale->domain[0] = low < first && low < 0 ? low - air : fmin(first, low);
    scale->domain[1] = high > last ? high + air : last;
    if (is_upright && scale->domain[0] > 0) {
        scale->domain[0] = fmax(0, scale->domain[0] - 0.5 * ticks.step);
    }
}

static bool is_house(const struct maker *maker, const struct scale_plan *plan)
{
    str orient = plan->channel == CHANNEL_X ? S("bottom") : S("left");
    struct bag bag = view_axis_bag(maker->specification, plan_def(plan, 0), plan->channel,
                                   orient, false);
    return plan->type == SCALE_LINEAR && channel_is_position(plan->channel) &&
           str_equal(bag_text_or(&bag, S("tickRule"), S("")), S("wilkinson"));
}

static void make_nice(const struct maker *maker, const struct scale_plan *plan,
                      const struct domain *domain, const struct scale_room *room,
                      struct scale *scale)
{
    const struct node *nice = plan_find(plan, S("nice"));
    struct calendar_step step;
    double count;
    bool is_nice = default_nice(plan, domain);
    if (nice && scale_is_time(scale) && nice_by_calendar(nice, &step)) {
        extend_times(scale, &step);
        return;
    }
    if (nice && !plan_flag(plan, S("nice"), &is_nice) &&
        plan_number(plan, S("nice"), &count)) {
        extend(scale, count);
        return;
    }
    if (is_nice && scale->domain_count == 2 && is_house(maker, plan)) {
        bool is_upright = plan->channel != CHANNEL_X;
        extend_by_house(scale, is_upright ? room->height : room->width / 2, is_upright);
    } else if (is_nice) {
        extend(scale, 10);
    }
}

/* --- checks --------------------------------------------------------------------------- */

static bool check_log(const struct scale_plan *plan, const struct scale *scale,
                      struct error *error)
{
    double first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    if (scale->type != SCALE_LOG || first * last > 0) {
        return true;
    }
    const struct node *type = plan_find(plan, S("type"));
    struct place place = type ? node_place(type) : (struct place){0};
    error_at(error, ERROR_CONFIG, place,
             "a log scale cannot show values from %g to %g: zero has no logarithm", first,
             last);
    return error_hint(error, "filter what is not above zero, or take `type: symlog`");
}

/* --- all together --------------------------------------------------------------------- */

static void read_shape(const struct maker *maker, const struct scale_plan *plan,
                       struct scale *scale)
{
    scale->constant = 1;
    scale->align = 0.5;
    scale->exponent = 1;
    scale->base = 10;
    scale->gamma = 1;
    plan_number(plan, S("exponent"), &scale->exponent);
    plan_number(plan, S("base"), &scale->base);
    plan_number(plan, S("constant"), &scale->constant);
    plan_number(plan, S("align"), &scale->align);
    scale->is_clamped = bag_flag_or(&maker->scale_config, S("clamp"), false);
    plan_flag(plan, S("clamp"), &scale->is_clamped);
    scale->is_rounded = bag_flag_or(&maker->scale_config, S("round"), false);
    plan_flag(plan, S("round"), &scale->is_rounded);
    scale_paddings(maker, plan, &scale->padding_inner, &scale->padding_outer);
}

/* In the first unit's way; colours of names have no order. */
static void read_interpolation(const struct scale_plan *plan, struct scale *scale)
{
    bool is_named = plan_def(plan, 0)->type == TYPE_NOMINAL;
    scale->interpolate = channel_is_color(plan->channel) && !is_named ? S("hcl") : S("rgb");
    const struct node *given = plan_find(plan, S("interpolate"));
    struct bag bag = {0};
    bag_add(&bag, given && given->kind == NODE_MAP ? given : NULL);
    scale->interpolate = bag_text_or(&bag, S("type"), scale->interpolate);
    scale->gamma = bag_number_or(&bag, S("gamma"), 1);
    plan_text(plan, S("interpolate"), &scale->interpolate);
}

static void set_bins(struct maker *maker, const struct scale_plan *plan,
                     struct scale *scale)
{
    for (size_t i = 0; i < plan->units.count && !scale->bins; i++) {
        const struct encoding *encoding = &plan->units.at[i]->encodings[plan->channel];
        double step = encoding->has_bin ? encoding->bin.step : 0;
        struct bag bag = {0};
        const struct node *bin = encoding->def->bin;
        bag_add(&bag,
                bin && bin->kind == NODE_MAP && encoding->def->is_binned ? bin : NULL);
        step = bag_number_or(&bag, S("step"), step);
        if (step > 0 && scale->domain_count >= 2) {
            double first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
            double start = encoding->has_bin ? encoding->bin.start : first;
            double stop = encoding->has_bin ? encoding->bin.stop : last;
            start = start < first ? step * ceil(first / step) : start;
            stop = stop > last ? step * floor(last / step) : stop;
            struct doubles bins =
                steps_sequence(maker->arena, start, stop + step / 2, step);
            scale->bins = bins.at;
            scale->bin_count = bins.count;
        }
    }
}

static double span_of(const struct scale_plan *plan, const struct scale_room *room)
{
    return plan->channel == CHANNEL_X ? room->width : room->height;
}

static void set_discrete_domain(const struct domain *domain, struct scale *scale)
{
    scale->values = domain->values->values;
    scale->index = domain->values;
}

static void set_numeric_domain(struct maker *maker, const struct scale_plan *plan,
                               const struct domain *domain, const struct scale_room *room,
                               struct scale *scale)
{
    set_ends(maker, plan, domain, scale);
    scale->low = scale->domain[0];
    scale->high = scale->domain[scale->domain_count - 1];
    if (is_plain_continuous(plan->type) && channel_is_position(plan->channel)) {
        pad_domain(scale, span_of(plan, room), end_padding(maker, plan));
    }
}

struct scale *scale_make(struct maker *maker, const struct scale_plan *plan,
                         const struct domain *domain, const struct scale_room *room,
                         struct error *error)
{
    struct scale *scale = arena_new(maker->arena, struct scale);
    scale->type = plan->type;
    read_shape(maker, plan, scale);
    read_interpolation(plan, scale);
    if (plan->type == SCALE_BIN_ORDINAL) {
        scale->domain = domain->numbers.at;
        scale->domain_count = domain->numbers.count;
        scale->bins = scale->domain;
        scale->bin_count = scale->domain_count;
    } else if (scale_type_is_discrete(plan->type)) {
        set_discrete_domain(domain, scale);
    } else {
        set_numeric_domain(maker, plan, domain, room, scale);
        if (!check_log(plan, scale, error)) {
            return NULL;
        }
        if (is_plain_continuous(plan->type) || plan->type == SCALE_QUANTIZE) {
            make_nice(maker, plan, domain, room, scale);
        }
        set_bins(maker, plan, scale);
    }
    if (channel_is_color(plan->channel)) {
        return scale_set_colors(maker, plan, scale, error) ? scale : NULL;
    }
    scale_set_range(maker, plan, room, scale);
    return scale;
}
