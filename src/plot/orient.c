/* SPDX-License-Identifier: MIT */
#include "orient.h"

/* What decides about a position channel. */
struct place_of {
    const struct channel *def; /* NULL: there is none */
    bool is_field, is_binned, is_bin, is_aggregate;
    bool is_measure; /* quantitative and not in bins */
    bool has_second;
};

static struct place_of position_of(const struct model *unit, enum channel_name name)
{
    const struct channel *def = unit->encodings[name].def;
    struct place_of position = {
        .def = def,
        .has_second = unit->view->channels[channel_second(name)].source != CHANNEL_ABSENT,
    };
    if (def) {
        position.is_field = def->source == CHANNEL_FIELD;
        position.is_binned = position.is_field && def->is_binned;
        position.is_bin = position.is_field && def->bin && !def->is_binned;
        position.is_aggregate = position.is_field && def->aggregate != AGGREGATE_NONE;
        position.is_measure = def->type == TYPE_QUANTITATIVE && !position.is_bin;
    }
    return position;
}

static enum orient orient_given(const struct model *unit)
{
    str word = bag_text_or(&unit->mark, S("orient"), S(""));
    return str_equal(word, S("vertical"))     ? ORIENT_VERTICAL
           : str_equal(word, S("horizontal")) ? ORIENT_HORIZONTAL
                                              : ORIENT_NONE;
}

/* Of what stretches along the axis of its measure; ticks stand across it. */
static enum orient orient_by_measure(const struct model *unit, const struct place_of *x,
                                     const struct place_of *y)
{
    enum orient given = orient_given(unit);
    bool is_tick = unit->view->mark == MARK_TICK;
    if (given != ORIENT_NONE) {
        return given;
    }
    if (x->is_measure != y->is_measure) {
        return x->is_measure == is_tick ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
    }
    if (x->is_measure) {
        return ORIENT_VERTICAL;
    }
    bool is_x_time = x->def && x->def->type == TYPE_TEMPORAL;
    bool is_y_time = y->def && y->def->type == TYPE_TEMPORAL;
    return is_x_time == is_y_time ? ORIENT_NONE
           : is_x_time            ? ORIENT_VERTICAL
                                  : ORIENT_HORIZONTAL;
}

/* Of rules, areas, and of bars that the rules for bars left open. */
static enum orient orient_by_range(const struct model *unit, const struct place_of *x,
                                   const struct place_of *y)
{
    enum mark_type mark = unit->view->mark;
    bool is_span = mark == MARK_RULE || mark == MARK_BAR || mark == MARK_TEXT;
    if (is_span && x->has_second && !x->is_binned && y->has_second && !y->is_binned) {
        return ORIENT_NONE;
    }
    if (y->has_second) {
        return y->is_binned ? ORIENT_HORIZONTAL : ORIENT_VERTICAL;
    }
    if (x->has_second) {
        return x->is_binned ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
    }
    bool has_x = unit->view->channels[CHANNEL_X].source != CHANNEL_ABSENT;
    bool has_y = unit->view->channels[CHANNEL_Y].source != CHANNEL_ABSENT;
    if (mark == MARK_RULE && has_x != has_y) {
        return has_x ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
    }
    return orient_by_measure(unit, x, y);
}

static bool is_plain_measure(const struct place_of *position)
{
    return position->def && position->def->type == TYPE_QUANTITATIVE && !position->is_bin;
}

static enum orient orient_of_bar(const struct model *unit, const struct place_of *x,
                                 const struct place_of *y)
{
    if (x->is_field && (x->is_binned || (y->is_aggregate && !x->is_aggregate))) {
        return ORIENT_VERTICAL;
    }
    if (y->is_field && (y->is_binned || (x->is_aggregate && !y->is_aggregate))) {
        return ORIENT_HORIZONTAL;
    }
    if (x->has_second || y->has_second) {
        enum orient given = orient_given(unit);
        if (given != ORIENT_NONE) {
            return given;
        }
        if (!x->has_second) {
            return is_plain_measure(x) && y->is_binned ? ORIENT_HORIZONTAL
                                                       : ORIENT_VERTICAL;
        }
        if (!y->has_second) {
            return is_plain_measure(y) && x->is_binned ? ORIENT_VERTICAL
                                                       : ORIENT_HORIZONTAL;
        }
    }
    return orient_by_range(unit, x, y);
}

enum orient orient_of(const struct model *unit)
{
    struct place_of x = position_of(unit, CHANNEL_X), y = position_of(unit, CHANNEL_Y);
    switch (unit->view->mark) {
    case MARK_POINT:
    case MARK_CIRCLE:
    case MARK_SQUARE:
    case MARK_RECT:
    case MARK_IMAGE:
        return ORIENT_NONE;
    case MARK_BAR:
    case MARK_TEXT:
        return orient_of_bar(unit, &x, &y);
    case MARK_RULE:
    case MARK_AREA:
        return orient_by_range(unit, &x, &y);
    case MARK_LINE:
    case MARK_TICK:
        return orient_by_measure(unit, &x, &y);
    default:
        return ORIENT_VERTICAL;
    }
}

/* --- stacks -------------------------------------------------------------------------- */

static bool is_stackable(enum mark_type mark)
{
    return mark == MARK_ARC || mark == MARK_BAR || mark == MARK_AREA || mark == MARK_RULE ||
           mark == MARK_POINT || mark == MARK_CIRCLE || mark == MARK_SQUARE ||
           mark == MARK_LINE || mark == MARK_TEXT || mark == MARK_TICK;
}

static const struct channel *measure_of(const struct model *unit, enum channel_name name)
{
    const struct channel *channel = &unit->view->channels[name];
    bool is_measure = channel->source == CHANNEL_FIELD &&
                      channel->type == TYPE_QUANTITATIVE && !channel->bin &&
                      !channel->is_binned;
    return is_measure ? channel : NULL;
}

static bool asks_for_stack(const struct channel *channel)
{
    return channel->has_stack && channel->stack != STACK_NONE;
}

/* Which of two measures is stacked; CHANNEL_COUNT if neither. */
static enum channel_name channel_of_two(const struct model *unit, enum channel_name first,
                                        enum channel_name second)
{
    const struct channel *a = measure_of(unit, first), *b = measure_of(unit, second);
    if (asks_for_stack(a) || asks_for_stack(b)) {
        return asks_for_stack(a) ? first : second;
    }
    bool is_a_aggregate = a->aggregate != AGGREGATE_NONE;
    if (is_a_aggregate != (b->aggregate != AGGREGATE_NONE)) {
        return is_a_aggregate ? first : second;
    }
    enum mark_type mark = unit->view->mark;
    if (first == CHANNEL_X && (mark == MARK_BAR || mark == MARK_AREA)) {
        return unit->orient == ORIENT_VERTICAL     ? second
               : unit->orient == ORIENT_HORIZONTAL ? first
                                                   : CHANNEL_COUNT;
    }
    return CHANNEL_COUNT;
}

static enum channel_name stacked_channel(const struct model *unit, enum channel_name first,
                                         enum channel_name second)
{
    bool has_first = measure_of(unit, first), has_second = measure_of(unit, second);
    bool is_field_first = unit->view->channels[first].source == CHANNEL_FIELD;
    bool is_field_second = unit->view->channels[second].source == CHANNEL_FIELD;
    enum mark_type mark = unit->view->mark;
    bool is_bar = first == CHANNEL_X && (mark == MARK_BAR || mark == MARK_AREA);
    if (has_first && has_second) {
        return channel_of_two(unit, first, second);
    }
    if (has_first) {
        bool is_across = is_bar && !is_field_second && unit->orient == ORIENT_VERTICAL;
        return is_across ? CHANNEL_COUNT : first;
    }
    if (has_second) {
        bool is_across = is_bar && !is_field_first && unit->orient == ORIENT_HORIZONTAL;
        return is_across ? CHANNEL_COUNT : second;
    }
    return CHANNEL_COUNT;
}

static bool shows_range(const struct model *unit, enum channel_name name)
{
    enum channel_source source = unit->view->channels[channel_second(name)].source;
    return source == CHANNEL_FIELD || source == CHANNEL_DATUM;
}

void stacking_decide(const struct model *unit, struct stacking *stacking)
{
    enum mark_type mark = unit->view->mark;
    if (!is_stackable(mark)) {
        return;
    }
    enum channel_name name = stacked_channel(unit, CHANNEL_X, CHANNEL_Y);
    if (name == CHANNEL_COUNT) {
        name = stacked_channel(unit, CHANNEL_THETA, CHANNEL_RADIUS);
    }
    if (name == CHANNEL_COUNT || shows_range(unit, name)) {
        return;
    }
    const struct channel *channel = &unit->view->channels[name];
    bool is_usual = mark == MARK_BAR || mark == MARK_AREA || mark == MARK_ARC;
    enum stack_offset offset = channel->has_stack ? channel->stack
                               : is_usual         ? STACK_ZERO
                                                  : STACK_NONE;
    if (offset != STACK_NONE) {
        stacking->is_stacked = true;
        stacking->channel = name;
        stacking->offset = offset;
        stacking->fills_gaps = mark == MARK_AREA || mark == MARK_LINE || mark == MARK_TRAIL;
    }
}

static bool has_aggregate(const struct channel_list *channels)
{
    for (size_t i = 0; i < channels->count; i++) {
        if (channels->at[i].aggregate != AGGREGATE_NONE) {
            return true;
        }
    }
    return false;
}

bool unit_is_aggregate(const struct model *unit)
{
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        const struct channel *def = unit->encodings[i].def;
        if (def && def->source == CHANNEL_FIELD && def->aggregate != AGGREGATE_NONE) {
            return true;
        }
    }
    return has_aggregate(&unit->view->details) || has_aggregate(&unit->view->unseen) ||
           has_aggregate(&unit->view->orders);
}
