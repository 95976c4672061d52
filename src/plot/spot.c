/* SPDX-License-Identifier: MIT */
#include "spot.h"

#include <math.h>

#include "encode.h"
#include "encode_column.h"

double spot_at(const struct spot *spot, size_t row)
{
    double at = (double)NAN;
    switch (spot->kind) {
    case SPOT_NONE:
        return (double)NAN;
    case SPOT_FIXED:
        at = spot->fixed;
        break;
    case SPOT_VALUE: {
        struct datum datum = spot->start ? spot->start[row] : spot->literal;
        bool is_discrete = spot->scale && scale_is_discrete(spot->scale);
        if (!is_discrete && spot->shows_invalid && !datum_is_valid(datum)) {
            at = spot->fixed;
        } else {
            at = spot->scale ? scale_number(spot->scale, datum) : datum_to_number(datum);
        }
        break;
    }
    case SPOT_BETWEEN: {
        double start = datum_to_number(spot->start[row]);
        double end = datum_to_number(spot->end[row]);
        double value = (1 - spot->part) * start + spot->part * end;
        if (spot->shows_invalid && !datum_is_valid(spot->start[row])) {
            return spot->fixed + spot->shift;
        }
        at = spot->scale ? scale_position(spot->scale, value) : value;
        break;
    }
    }
    return at + spot->shift + (spot->offset ? spot_at(spot->offset, row) : 0);
}

/* --- what stands where nothing is said ------------------------------------------------ */

static double extent_of(const struct unit_view *view, enum channel_name name)
{
    const double circle = 6.28318530717958647692;
    return name == CHANNEL_X       ? view->width
           : name == CHANNEL_Y     ? view->height
           : name == CHANNEL_THETA ? circle
                                   : fmin(view->width, view->height) / 2;
}

double spot_zero(const struct unit_view *view, enum channel_name name, bool is_far)
{
    const struct scale *scale = view->scales[name];
    if (!scale) {
        bool is_at_extent = is_far != (name == CHANNEL_Y);
        return is_at_extent ? extent_of(view, name) : 0;
    }
    if (scale_is_discrete(scale)) {
        size_t last = scale->values.count;
        return last ? scale_number(scale, scale->values.at[is_far ? last - 1 : 0]) : 0;
    }
    double first = scale->domain[0], end = scale->domain[scale->domain_count - 1];
    bool has_zero = scale->type != SCALE_LOG && !scale_is_time(scale) &&
                    fmin(first, end) <= 0 && fmax(first, end) >= 0;
    return scale_position(scale, has_zero ? 0 : is_far ? end : first);
}

/* x, y2, outerRadius ... of the mark's definition. */
static const char *const own_keys[CHANNEL_COUNT] = {
    [CHANNEL_X] = "x",
    [CHANNEL_Y] = "y",
    [CHANNEL_X2] = "x2",
    [CHANNEL_Y2] = "y2",
    [CHANNEL_THETA] = "startAngle",
    [CHANNEL_THETA2] = "endAngle",
    [CHANNEL_RADIUS] = "outerRadius",
    [CHANNEL_RADIUS2] = "innerRadius",
};

static const struct node *own_value(const struct unit_view *view, enum channel_name name)
{
    const struct node *node =
        own_keys[name] ? bag_find(&view->unit->mark, str_from(own_keys[name])) : NULL;
    return node ? node : bag_find(&view->unit->mark, channel_word(name));
}

/* A number of points, or the word width or height. */
static bool points_of(const struct unit_view *view, const struct node *node, double *points)
{
    if (!node || node->kind != NODE_SCALAR) {
        return false;
    }
    if (str_equal(node->text, S("width")) || str_equal(node->text, S("height"))) {
        *points = node->text.at[0] == 'w' ? view->width : view->height;
        return true;
    }
    *points = datum_to_number(datum_from_node(view->maker->arena, node));
    return !str_equal(node->text, S("null")) && !isnan(*points);
}

static enum channel_name main_channel(enum channel_name name)
{
    static const enum channel_name mains[] = {CHANNEL_X, CHANNEL_Y, CHANNEL_THETA,
                                              CHANNEL_RADIUS};
    for (size_t i = 0; i < COUNT_OF(mains); i++) {
        if (channel_second(mains[i]) == name) {
            return mains[i];
        }
    }
    return name;
}

static struct spot spot_default(const struct unit_view *view, enum channel_name name,
                                enum default_spot otherwise)
{
    struct spot spot = {.kind = SPOT_FIXED};
    enum channel_name main = main_channel(name);
    if (points_of(view, own_value(view, name), &spot.fixed)) {
        return spot;
    }
    switch (otherwise) {
    case DEFAULT_NOWHERE:
        spot.kind = SPOT_NONE;
        break;
    case DEFAULT_MIDDLE:
        spot.fixed = extent_of(view, main) / 2;
        break;
    case DEFAULT_ZERO:
    case DEFAULT_FAR:
        spot.fixed = spot_zero(view, main, otherwise == DEFAULT_FAR);
        break;
    }
    return spot;
}

/* --- a channel's value -----------------------------------------------------------------
 */

static const struct datum *column(const struct unit_view *view, str name)
{
    return encode_find(view->maker->arena, view->frame, name);
}

static struct spot spot_between(const struct unit_view *view, const struct scale *scale,
                                str start, str end, double part)
{
    struct spot spot = {.kind = SPOT_BETWEEN, .scale = scale, .part = part};
    spot.start = column(view, part == 1 ? end : start);
    spot.end = column(view, end);
    if (part == 0 || part == 1) {
        spot.kind = SPOT_VALUE;
    }
    return spot;
}

static struct spot spot_value(const struct unit_view *view, const struct scale *scale,
                              str name, double band)
{
    struct spot spot = {.kind = SPOT_VALUE, .scale = scale};
    spot.start = column(view, name);
    if (scale && scale->type == SCALE_BAND) {
        spot.shift = band * scale->bandwidth;
    }
    return spot;
}

static bool has_field(const struct unit_view *view, enum channel_name name)
{
    return name != CHANNEL_COUNT && model_has_field(view->unit, name);
}

/* A datum that the channel gives itself. */
static struct spot spot_literal(const struct channel *def, const struct scale *scale,
                                double band)
{
    struct spot spot = {.kind = SPOT_VALUE, .scale = scale, .literal = def->datum};
    double part = isnan(band) ? def->band_position : band;
    bool is_band = scale && scale->type == SCALE_BAND;
    spot.shift = is_band ? (isnan(part) ? 0.5 : part) * scale->bandwidth : 0;
    return spot;
}

/* In the middle of what the channel shows, or at `band` of its bin, unit or band (NaN: as
 * the definition has it). The channel may be a second one: its scale is the first's. */
static struct spot spot_middle(const struct unit_view *view, enum channel_name name,
                               double band)
{
    const struct encoding *encoding = &view->unit->encodings[name];
    const struct scale *scale = view->scales[main_channel(name)];
    bool is_discrete = scale && scale_is_discrete(scale);
    if (encoding->def->source == CHANNEL_DATUM) {
        return spot_literal(encoding->def, scale, band);
    }
    double part = isnan(band) ? model_band_position(view->unit, name) : band;
    bool is_time = encoding->def->time_unit.parts && encoding->def->type == TYPE_TEMPORAL;
    if (encoding->has_bin || (part > 0 && is_time)) {
        if (view->unit->stacking.fills_gaps && encoding->middle.length) {
            return spot_value(view, scale, encoding->middle, 0.5);
        }
        if (part > 0 && !is_discrete) {
            return spot_between(view, scale, encoding->field, encoding->end, part);
        }
    } else if (encoding->def->is_binned && has_field(view, channel_second(name))) {
        return spot_between(view, scale, encoding->field,
                            view->unit->encodings[channel_second(name)].field,
                            isnan(part) ? 0.5 : part);
    }
    str field = is_discrete && encoding->range.length ? encoding->range : encoding->field;
    return spot_value(view, scale, field, isnan(part) ? 0.5 : part);
}

static void show_invalid(const struct unit_view *view, enum channel_name name,
                         struct spot *spot)
{
    if (encode_invalid_mode(view->unit, name) == INVALID_SHOW) {
        spot->shows_invalid = true;
        spot->fixed = spot_zero(view, main_channel(name), false);
    }
}

/* --- offsets ---------------------------------------------------------------------------
 */

static double own_offset(const struct unit_view *view, enum channel_name name)
{
    str word = channel_word(name);
    str key = str_print(view->maker->arena, "%.*sOffset", STR_ARG(word));
    return bag_number_or(&view->unit->mark, key, 0);
}

/* By xOffset or yOffset; `band` is the part of nested bands. True if there is one. */
static bool add_offset(const struct unit_view *view, enum channel_name name, double band,
                       struct spot *spot)
{
    enum channel_name offset = channel_offset(name);
    if (offset == CHANNEL_COUNT) {
        spot->shift += own_offset(view, name);
        return false;
    }
    const struct channel *channel = &view->unit->view->channels[offset];
    struct spot *own = arena_new(view->maker->arena, struct spot);
    if (model_has(view->unit, offset)) {
        *own = spot_middle(view, offset, band);
    } else if (channel->source == CHANNEL_VALUE) {
        own->kind = SPOT_FIXED;
        own->fixed = datum_to_number(channel->datum);
    } else {
        spot->shift += own_offset(view, name);
        return false;
    }
    spot->offset = own;
    return true;
}

static bool has_offset_channel(const struct unit_view *view, enum channel_name name)
{
    enum channel_name offset = channel_offset(name);
    return offset != CHANNEL_COUNT &&
           view->unit->view->channels[offset].source != CHANNEL_ABSENT &&
           view->unit->view->channels[offset].source != CHANNEL_NULL;
}

/* --- points ----------------------------------------------------------------------------
 */

static bool is_stacked(const struct unit_view *view, enum channel_name name)
{
    return view->unit->stacking.is_stacked && view->unit->stacking.channel == name;
}

static struct spot spot_in_stack(const struct unit_view *view, enum channel_name name)
{
    const struct encoding *encoding = &view->unit->encodings[name];
    double part = encoding->def->band_position;
    bool is_polar = name == CHANNEL_THETA || name == CHANNEL_RADIUS;
    if (isnan(part) && view->unit->view->mark == MARK_TEXT && is_polar) {
        part = 0.5;
    }
    return spot_between(view, view->scales[name], encoding->stack_start,
                        encoding->stack_end, isnan(part) ? 1 : part);
}

struct spot spot_point(const struct unit_view *view, enum channel_name name,
                       enum default_spot otherwise)
{
    const struct channel *channel = &view->unit->view->channels[name];
    struct spot spot = {0};
    bool has_offset = has_offset_channel(view, name);
    if (is_stacked(view, name)) {
        spot = spot_in_stack(view, name);
    } else if (model_has(view->unit, name)) {
        spot = spot_middle(view, name, has_offset ? 0 : (double)NAN);
        show_invalid(view, name, &spot);
    } else if (channel->source == CHANNEL_VALUE) {
        spot.kind = SPOT_FIXED;
        points_of(view, channel->value, &spot.fixed);
    } else {
        spot = spot_default(view, name, otherwise);
    }
    if (spot.kind != SPOT_NONE) {
        add_offset(view, name, 0.5, &spot);
    }
    return spot;
}

/* --- spans ------------------------------------------------------------------------------
 */

/* `width` of a mark in points, where it is no {band: ...}. */
static bool own_size(const struct unit_view *view, enum channel_name name, double *points)
{
    str key = name == CHANNEL_X ? S("width") : S("height");
    const struct node *node =
        channel_is_position(name) ? bag_find(&view->unit->mark, key) : NULL;
    return node && node->kind == NODE_SCALAR && points_of(view, node, points);
}

void span_set_anchor(const struct unit_view *view, enum channel_name name, bool is_centered,
                     struct span *span)
{
    str key = name == CHANNEL_X ? S("align") : S("baseline");
    str word = bag_text_or(&view->unit->mark, key, S(""));
    span->anchor = is_centered ? SPAN_CENTER : SPAN_START;
    if (str_equal(word, S("left")) || str_equal(word, S("top"))) {
        span->anchor = SPAN_START;
    } else if (str_equal(word, S("right")) || str_equal(word, S("bottom"))) {
        span->anchor = SPAN_END;
    } else if (str_equal(word, S("center")) || str_equal(word, S("middle"))) {
        span->anchor = SPAN_CENTER;
    }
}

struct span span_range(const struct unit_view *view, enum channel_name name,
                       enum default_spot otherwise, enum default_spot second_otherwise)
{
    struct span span = {.from = spot_point(view, name, otherwise)};
    enum channel_name second = channel_second(name);
    const struct channel *channel = &view->unit->view->channels[second];
    double points;
    if (is_stacked(view, name)) {
        const struct encoding *encoding = &view->unit->encodings[name];
        span.to = spot_value(view, view->scales[name], encoding->stack_start, 0);
    } else if (model_has(view->unit, second)) {
        span.to = spot_middle(view, second, (double)NAN);
        show_invalid(view, second, &span.to);
    } else if (channel->source == CHANNEL_VALUE) {
        span.to.kind = SPOT_FIXED;
        points_of(view, channel->value, &span.to.fixed);
    } else if (!own_value(view, second) && own_size(view, name, &points)) {
        span.has_size = true;
        span.size_fixed = points;
        span_set_anchor(view, name, true, &span);
        return span;
    } else {
        span.to = spot_default(view, second, second_otherwise);
    }
    bool has_own_offset =
        channel->source != CHANNEL_ABSENT || own_offset(view, second) != 0;
    if (has_own_offset) {
        span.to.shift += own_offset(view, second);
    } else {
        add_offset(view, name, 0.5, &span.to);
    }
    return span;
}

static void order_by_anchor(const struct span *span, double at, double size, double *from,
                            double *to)
{
    double start = span->anchor == SPAN_START    ? at
                   : span->anchor == SPAN_CENTER ? at - size / 2
                                                 : at - size;
    *from = start;
    *to = start + size;
}

void span_at(const struct span *span, size_t row, double *from, double *to)
{
    double at = spot_at(&span->from, row);
    if (span->has_size) {
        double size = visual_number(&span->size, row, span->size_fixed);
        order_by_anchor(span, at, fmax(size, span->size_least), from, to);
        return;
    }
    *from = at;
    *to = spot_at(&span->to, row);
    if (span->least == 0 && span->gap == 0) {
        return;
    }
    double size = fabs(*to - *from);
    double inset = size < span->least ? -(span->least - size) / 2 : span->gap / 2;
    double sign = *to >= *from ? 1 : -1;
    *from += sign * inset;
    *to -= sign * inset;
}
