/* SPDX-License-Identifier: MIT */
/* Spans of bars, rectangles, ticks and arcs along one channel. */
#include <math.h>

#include "encode_column.h"
#include "spot.h"

/* How much of its band, bin or unit a mark takes; or how many points. */
struct band_size {
    bool is_relative;
    double value; /* NaN: not known */
};

static bool is_discrete(const struct unit_view *view, enum channel_name name)
{
    return view->scales[name] && scale_is_discrete(view->scales[name]);
}

static bool read_size(const struct node *node, struct band_size *size)
{
    struct bag bag = {0};
    if (node && node->kind == NODE_MAP) {
        bag_add(&bag, node);
        size->is_relative = true;
        return bag_number(&bag, S("band"), &size->value);
    }
    return false;
}

static bool own_band_size(const struct unit_view *view, str key, struct band_size *size)
{
    if (read_size(bag_find(&view->unit->mark, key), size)) {
        return true;
    }
    size->is_relative = false;
    return bag_number(&view->unit->mark, key, &size->value);
}

/* Whether `size` is meant along this channel: across a bar. */
static bool takes_size(const struct unit_view *view, enum channel_name name)
{
    return view->unit->view->mark == MARK_TICK ||
           (view->unit->orient == ORIENT_HORIZONTAL && name == CHANNEL_Y) ||
           (view->unit->orient == ORIENT_VERTICAL && name == CHANNEL_X);
}

static struct band_size band_size(const struct unit_view *view, enum channel_name name,
                                  bool has_scale, bool is_band)
{
    struct band_size size = {false, (double)NAN};
    const struct encoding *encoding = &view->unit->encodings[name];
    str key = name == CHANNEL_X ? S("width") : S("height");
    if (channel_is_position(name) && own_band_size(view, key, &size)) {
        return size;
    }
    if (takes_size(view, name) && own_band_size(view, S("size"), &size)) {
        return size;
    }
    enum channel_name second = channel_second(name);
    bool has_second = view->unit->view->channels[second].source != CHANNEL_ABSENT;
    if (encoding->def && encoding->def->time_unit.parts && !has_second) {
        double part = bag_number_or(&view->unit->mark, S("timeUnitBandSize"), 1);
        return (struct band_size){true, part};
    }
    if (encoding->has_bin && !is_band) {
        return (struct band_size){true, 1};
    }
    if (has_scale && !is_band) {
        own_band_size(view, S("continuousBandSize"), &size);
    } else if (!own_band_size(view, S("discreteBandSize"), &size) && has_scale) {
        return (struct band_size){true, 1};
    }
    return size;
}

/* --- across a bin or a time unit ---------------------------------------------------------
 */

static struct spot bin_end(const struct unit_view *view, enum channel_name name,
                           double part)
{
    const struct encoding *encoding = &view->unit->encodings[name];
    struct spot spot = {.kind = SPOT_BETWEEN, .scale = view->scales[name], .part = part};
    str start = encoding->rect_start.length ? encoding->rect_start : encoding->field;
    str end = encoding->rect_end.length ? encoding->rect_end : encoding->end;
    spot.start = encode_find(view->maker->arena, view->frame, start);
    spot.end = encode_find(view->maker->arena, view->frame, end);
    return spot;
}

/* Ends that the data have themselves: `bin: binned` with x2, or with a step. */
static void binned_ends(const struct unit_view *view, enum channel_name name,
                        struct span *span)
{
    const struct encoding *encoding = &view->unit->encodings[name];
    enum channel_name second = channel_second(name);
    struct arena *arena = view->maker->arena;
    const struct datum *starts = encode_find(arena, view->frame, encoding->field);
    struct datum *ends;
    if (model_has_field(view->unit, second)) {
        str field = view->unit->encodings[second].field;
        span->to = (struct spot){.kind = SPOT_VALUE, .scale = view->scales[name]};
        span->to.start = encode_find(arena, view->frame, field);
    } else {
        struct bag bag = {0};
        const struct node *bin = encoding->def->bin;
        bag_add(&bag, bin && bin->kind == NODE_MAP ? bin : NULL);
        double step = bag_number_or(&bag, S("step"), 0);
        ends = arena_array(arena, struct datum, view->frame->rows);
        for (size_t row = 0; row < view->frame->rows; row++) {
            ends[row] = datum_number(datum_to_number(starts[row]) + step);
        }
        span->to = (struct spot){.kind = SPOT_VALUE, .scale = view->scales[name]};
        span->to.start = ends;
    }
    span->from = (struct spot){.kind = SPOT_VALUE, .scale = view->scales[name]};
    span->from.start = starts;
}

static struct span span_bin(const struct unit_view *view, enum channel_name name)
{
    struct span span = {0};
    const struct encoding *encoding = &view->unit->encodings[name];
    struct band_size size = band_size(view, name, true, false);
    double part = size.is_relative ? (1 - size.value) / 2 : 0.5;
    if (encoding->has_bin || encoding->def->time_unit.parts) {
        span.from =
            bin_end(view, name, 1 - part); /* as Vega has it: arcs end where they start */
        span.to = bin_end(view, name, part);
    } else {
        binned_ends(view, name, &span);
    }
    if (channel_is_position(name)) {
        /* Vega's axes stand half a point further than their scale: so do bins. */
        const double axis_shift = 0.5;
        str word = channel_word(name);
        str key = str_print(view->maker->arena, "%.*sOffset", STR_ARG(word));
        str second_key = str_print(view->maker->arena, "%.*s2Offset", STR_ARG(word));
        double shift = bag_number_or(&view->unit->mark, key, 0);
        span.from.shift += shift + axis_shift;
        span.to.shift += bag_number_or(&view->unit->mark, second_key, shift) + axis_shift;
        span.gap = bag_number_or(&view->unit->mark, S("binSpacing"), 0);
        span.least = bag_number_or(&view->unit->mark, S("minBandSize"), 0);
    }
    return span;
}

/* --- about a position, or in a band
 * ------------------------------------------------------- */

/* In points, where the mark has no relative size in a band. */
static double points_of_band(const struct unit_view *view, enum channel_name name,
                             const struct scale *scale, struct band_size size)
{
    bool has_def = model_has(view->unit, name);
    if (size.is_relative && !scale) {
        return size.value * (name == CHANNEL_X ? view->width : view->height);
    }
    if (!size.is_relative && !isnan(size.value)) {
        return size.value;
    }
    const struct bag *config = &view->maker->scale_config;
    enum mark_type mark = view->unit->view->mark;
    if (scale && scale->type == SCALE_POINT && scale->step > 0) {
        return scale->step - 2;
    }
    if (!has_def) {
        str key = mark == MARK_TICK  ? S("tickBandPaddingInner")
                  : mark == MARK_BAR ? S("barBandPaddingInner")
                                     : S("rectBandPaddingInner");
        double padding =
            bag_number_or(config, S("bandPaddingInner"), bag_number_or(config, key, 0));
        return (1 - padding) * (name == CHANNEL_X ? view->width : view->height);
    }
    return bag_number_or(&view->maker->view_config, S("step"), 20) - 2;
}

static struct spot middle_of_band(const struct unit_view *view, enum channel_name name,
                                  double band)
{
    /* A point in its band, then moved to the wanted part of it. */
    struct spot spot = spot_point(view, name, DEFAULT_MIDDLE);
    const struct scale *scale = view->scales[name];
    enum channel_name offset = channel_offset(name);
    const struct scale *nested = offset == CHANNEL_COUNT ? NULL : view->scales[offset];
    if (nested && spot.offset && nested->type == SCALE_BAND) {
        struct spot *own = arena_new(view->maker->arena, struct spot);
        *own = *spot.offset;
        own->shift += (band - 0.5) * nested->bandwidth;
        spot.offset = own;
    } else if (scale && scale->type == SCALE_BAND && !spot.offset) {
        double usual = model_has(view->unit, name) ? model_band_position(view->unit, name)
                                                   : (double)NAN;
        usual = isnan(usual) ? 0.5 : usual;
        spot.shift += (band - usual) * scale->bandwidth;
    }
    return spot;
}

static bool has_size_channel(const struct unit_view *view)
{
    enum channel_source source = view->unit->view->channels[CHANNEL_SIZE].source;
    return source != CHANNEL_ABSENT && source != CHANNEL_NULL;
}

static struct span span_in_band(const struct unit_view *view, enum channel_name name)
{
    struct span span = {.has_size = true};
    enum channel_name offset = channel_offset(name);
    const struct scale *nested = offset == CHANNEL_COUNT ? NULL : view->scales[offset];
    const struct scale *scale = nested ? nested : view->scales[name];
    const struct scale *outer = view->scales[name] ? view->scales[name] : scale;
    bool is_band = outer && scale_is_discrete(outer);
    struct band_size size = band_size(view, name, scale != NULL, is_band);
    bool has_own = takes_size(view, name) &&
                   (has_size_channel(view) || bag_find(&view->unit->mark, S("size")));
    bool is_in_band = outer && outer->type == SCALE_BAND && size.is_relative && !has_own;
    bool fills_band = scale && scale->type == SCALE_BAND && size.is_relative && !has_own;
    if (has_own && has_size_channel(view)) {
        span.size = visual_of(view, CHANNEL_SIZE);
    }
    if (fills_band) {
        span.size_fixed = size.value * scale->bandwidth;
        span.size_least = bag_number_or(&view->unit->mark, S("minBandSize"), 0);
    } else {
        span.size_fixed = points_of_band(view, name, scale, size);
    }
    span_set_anchor(view, name, !is_in_band, &span);
    double start = is_in_band ? (1 - size.value) / 2 : 0;
    span.from = middle_of_band(view, name, span.anchor == SPAN_CENTER ? 0.5 : start);
    return span;
}

struct span span_rect(const struct unit_view *view, enum channel_name name)
{
    const struct encoding *encoding = &view->unit->encodings[name];
    const struct channel *channel = &view->unit->view->channels[name];
    enum mark_type mark = view->unit->view->mark;
    enum orient orient = view->unit->orient;
    enum channel_name second = channel_second(name);
    bool has_second = view->unit->view->channels[second].source != CHANNEL_ABSENT;
    bool is_field = channel->source == CHANNEL_FIELD;
    bool is_bin = is_field && (encoding->has_bin || channel->is_binned ||
                               (channel->time_unit.parts && !has_second));
    str key = name == CHANNEL_X ? S("width") : S("height");
    const struct node *own =
        channel_is_position(name) ? bag_find(&view->unit->mark, key) : NULL;
    own = own ? own : bag_find(&view->unit->mark, S("size"));
    bool has_points = has_size_channel(view) || (own && own->kind == NODE_SCALAR);
    enum channel_name offset = channel_offset(name);
    bool has_offset = offset != CHANNEL_COUNT && model_has(view->unit, offset);
    bool is_in_band = is_discrete(view, name);
    if (is_bin && !has_points && !has_offset && !is_in_band) {
        return span_bin(view, name);
    }
    enum orient across = name == CHANNEL_X ? ORIENT_VERTICAL : ORIENT_HORIZONTAL;
    enum orient along = name == CHANNEL_X ? ORIENT_HORIZONTAL : ORIENT_VERTICAL;
    bool is_across = channel_is_position(name) && ((mark == MARK_BAR && orient == across) ||
                                                   (mark == MARK_TICK && orient == along));
    bool is_place = encoding->def && is_in_band;
    if ((is_place || is_across) && !has_second) {
        return span_in_band(view, name);
    }
    return span_range(view, name, DEFAULT_FAR, DEFAULT_ZERO);
}
