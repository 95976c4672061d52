/* SPDX-License-Identifier: MIT */
#include "visual.h"

#include <math.h>

#include "encode.h"
#include "encode_column.h"
#include "grammar/predicate.h"
#include "scale_make.h"
#include "spot.h"

static void test_rules(struct visual *visual)
{
    const struct unit_view *view = visual->view;
    const struct channel_rules *rules = &visual->channel->rules;
    visual->holds = arena_array(view->maker->arena, const bool *, rules->count);
    for (size_t i = 0; i < rules->count; i++) {
        if (rules->at[i].test) {
            visual->holds[i] =
                predicate_rows(view->maker->arena, rules->at[i].test, view->frame,
                               &view->maker->specification->environment);
        }
    }
}

/* What lies in bins is shown by their middle, where the scale is continuous. */
static const struct datum *middles(const struct unit_view *view, enum channel_name name)
{
    const struct encoding *encoding = &view->unit->encodings[name];
    const struct scale *scale = view->scales[name];
    double part = model_band_position(view->unit, name);
    bool is_span = encoding->has_bin || encoding->def->type == TYPE_TEMPORAL;
    if (!scale || scale_is_discrete(scale) || !encoding->end.length || !(part > 0) ||
        !is_span) {
        return NULL;
    }
    struct arena *arena = view->maker->arena;
    const struct datum *starts = encode_find(arena, view->frame, encoding->field);
    const struct datum *ends = encode_find(arena, view->frame, encoding->end);
    struct datum *column = arena_array(arena, struct datum, view->frame->rows);
    for (size_t row = 0; row < view->frame->rows; row++) {
        if (datum_is_valid(starts[row])) {
            column[row] =
                datum_number((1 - part) * starts[row].number + part * ends[row].number);
        }
    }
    return column;
}

struct visual visual_of(const struct unit_view *view, enum channel_name name)
{
    struct visual visual = {.view = view, .name = name, .scale = view->scales[name]};
    const struct channel *channel = &view->unit->view->channels[name];
    if (channel->source == CHANNEL_ABSENT && !channel->rules.count) {
        return visual;
    }
    visual.channel = channel;
    test_rules(&visual);
    const struct encoding *encoding = &view->unit->encodings[name];
    if (encoding->def && encoding->field.length) {
        bool is_word =
            visual.scale && scale_is_discrete(visual.scale) && encoding->range.length;
        visual.column = middles(view, name);
        if (!visual.column) {
            visual.column = encode_find(view->maker->arena, view->frame,
                                        is_word ? encoding->range : encoding->field);
        }
    }
    return visual;
}

static bool rule_holds(const struct visual *visual, size_t rule, size_t row)
{
    const struct channel_rule *given = &visual->channel->rules.at[rule];
    return visual->holds[rule] ? visual->holds[rule][row] : given->is_always;
}

static bool gives_value(const struct channel *channel)
{
    return channel->source == CHANNEL_FIELD || channel->source == CHANNEL_DATUM ||
           channel->source == CHANNEL_VALUE;
}

static struct datum datum_of(const struct visual *visual, const struct channel *channel,
                             size_t row)
{
    if (channel->source == CHANNEL_FIELD) {
        return visual->column ? visual->column[row] : datum_none();
    }
    return channel->datum;
}

const struct channel *visual_decides(const struct visual *visual, size_t row,
                                     struct datum *datum)
{
    const struct channel *channel = visual->channel;
    for (size_t i = 0; channel && i < channel->rules.count; i++) {
        const struct channel_rule *rule = &channel->rules.at[i];
        if (rule->channel && rule_holds(visual, i, row)) {
            *datum = datum_of(visual, rule->channel, row);
            return rule->channel;
        }
    }
    if (!channel || !gives_value(channel)) {
        return NULL;
    }
    *datum = datum_of(visual, channel, row);
    return channel;
}

/* A missing value is shown as zero or the least that the scale has. */
static bool is_shown_as_zero(const struct visual *visual, struct datum datum)
{
    return visual->scale && !scale_is_discrete(visual->scale) && !datum_is_valid(datum) &&
           encode_invalid_mode(visual->view->unit, visual->name) == INVALID_SHOW;
}

/* What the config has for a missing value, instead of what the scale would give. */
static bool has_stand_in(const struct visual *visual, struct datum datum,
                         struct datum *stand_in)
{
    const struct unit_view *view = visual->view;
    if (!is_shown_as_zero(visual, datum)) {
        return false;
    }
    *stand_in = encode_invalid_value(view->maker->arena, view->unit, visual->name);
    return stand_in->kind != DATUM_NONE;
}

static struct datum shown(const struct visual *visual, struct datum datum)
{
    if (!is_shown_as_zero(visual, datum)) {
        return datum;
    }
    const struct scale *scale = visual->scale;
    double first = scale->domain[0], last = scale->domain[scale->domain_count - 1];
    return datum_number(fmin(first, last) <= 0 && fmax(first, last) >= 0 ? 0 : first);
}

double visual_number(const struct visual *visual, size_t row, double otherwise)
{
    struct datum datum;
    const struct channel *decides = visual_decides(visual, row, &datum);
    if (!decides) {
        return otherwise;
    }
    struct datum stand_in;
    if (decides->source != CHANNEL_VALUE && has_stand_in(visual, datum, &stand_in)) {
        return datum_to_number(stand_in);
    }
    if (decides->source != CHANNEL_VALUE && visual->scale) {
        double number = scale_number(visual->scale, shown(visual, datum));
        bool is_band = visual->scale->type == SCALE_BAND;
        return number + (is_band ? visual->scale->bandwidth / 2 : 0);
    }
    double number = datum_to_number(datum);
    return datum.kind == DATUM_NONE || isnan(number) ? otherwise : number;
}

str visual_word(const struct visual *visual, size_t row, str otherwise)
{
    struct datum datum;
    const struct channel *decides = visual_decides(visual, row, &datum);
    if (!decides) {
        return otherwise;
    }
    if (decides->source != CHANNEL_VALUE && visual->scale) {
        return scale_word(visual->scale, datum);
    }
    return datum.kind == DATUM_TEXT ? datum.text : otherwise;
}

static enum visual_paint paint_of_text(const struct maker *maker, str text, color *out)
{
    bool is_none = !text.length || str_equal(text, S("transparent")) ||
                   str_equal(text, S("none")) || str_equal(text, S("null"));
    if (is_none) {
        return PAINT_NONE;
    }
    return plot_color(maker, text, out) ? PAINT_COLOR : PAINT_NONE;
}

enum visual_paint visual_paint_named(const struct maker *maker, const struct node *node,
                                     color *out)
{
    if (!node) {
        return PAINT_DEFAULT;
    }
    return node->kind == NODE_SCALAR ? paint_of_text(maker, node->text, out) : PAINT_NONE;
}

enum visual_paint visual_color(const struct visual *visual, size_t row, color *out)
{
    struct datum datum;
    const struct channel *decides = visual_decides(visual, row, &datum);
    if (!decides) {
        return PAINT_DEFAULT;
    }
    struct datum stand_in;
    if (decides->source != CHANNEL_VALUE && has_stand_in(visual, datum, &stand_in)) {
        return paint_of_text(visual->view->maker,
                             datum_to_text(visual->view->maker->arena, stand_in), out);
    }
    if (decides->source != CHANNEL_VALUE && visual->scale) {
        return scale_color(visual->scale, shown(visual, datum), out) ? PAINT_COLOR
                                                                     : PAINT_NONE;
    }
    if (datum.kind == DATUM_TEXT) {
        return paint_of_text(visual->view->maker, datum.text, out);
    }
    return PAINT_NONE;
}

/* --- properties
 * --------------------------------------------------------------------------- */

struct mark_property mark_property(const struct unit_view *view, str key)
{
    struct mark_property property = {.view = view,
                                     .node = bag_find(&view->unit->mark, key)};
    const struct node *expression = bag_expression(&view->unit->mark, key);
    struct error ignored = {0}; /* it was checked when the view was read */
    if (expression) {
        property.formula = formula_read(view->maker->arena, expression, &ignored);
    }
    return property;
}

static struct datum property_datum(const struct mark_property *property, size_t row)
{
    const struct unit_view *view = property->view;
    if (!property->formula) {
        bool is_scalar = property->node && property->node->kind == NODE_SCALAR;
        return is_scalar ? datum_from_node(view->maker->arena, property->node)
                         : datum_none();
    }
    const struct parameter names[] = {
        {.name = S("width"), .value = datum_number(view->width)},
        {.name = S("height"), .value = datum_number(view->height)},
    };
    struct formula_scope scope = {
        .environment = &view->maker->specification->environment,
        .frame = view->frame,
        .row = row,
        .names = names,
        .name_count = COUNT_OF(names),
    };
    return formula_evaluate(view->maker->arena, property->formula, &scope);
}

double mark_property_number(const struct mark_property *property, size_t row,
                            double otherwise)
{
    struct datum datum = property->node ? property_datum(property, row) : datum_none();
    double number = datum_to_number(datum);
    return datum.kind == DATUM_NONE || isnan(number) ? otherwise : number;
}

str mark_property_text(const struct mark_property *property, size_t row, str otherwise)
{
    struct datum datum = property->node ? property_datum(property, row) : datum_none();
    return datum.kind == DATUM_TEXT ? datum.text : otherwise;
}
