/* SPDX-License-Identifier: MIT */
#include "encode.h"

#include <math.h>

#include "encode_align.h"
#include "encode_column.h"
#include "encode_stack.h"
#include "grammar/clock.h"
#include "implied_parse.h"
#include "orient.h"

/* A condition with a field stands for its channel, whose own value is for other marks. */
static const struct channel *effective(const struct channel *channel)
{
    if (channel->source == CHANNEL_FIELD || channel->source == CHANNEL_DATUM) {
        return channel;
    }
    for (size_t i = 0; i < channel->rules.count; i++) {
        const struct channel *rule = channel->rules.at[i].channel;
        if (rule && (rule->source == CHANNEL_FIELD || rule->source == CHANNEL_DATUM)) {
            return rule;
        }
    }
    return NULL;
}

/* Channels that show nothing: their columns. */
static bool encode_list(struct maker *maker, struct frame *frame, const struct frame *all,
                        const struct channel_list *channels, struct str_list *columns,
                        struct error *error)
{
    for (size_t i = 0; i < channels->count; i++) {
        struct encoding encoding = {0};
        const struct channel *def = &channels->at[i];
        if (def->source == CHANNEL_FIELD) {
            if (!encode_column(maker, frame, all, def, CHANNEL_DETAIL, &encoding, error)) {
                return false;
            }
            *arena_push(maker->arena, columns) = encoding.field;
        }
    }
    return true;
}

static bool encode_channels(struct maker *maker, struct model *unit, struct frame *frame,
                            struct error *error)
{
    const struct view *view = unit->view;
    bool is_in_layer = unit->parent && unit->parent->view->kind == VIEW_LAYER;
    const struct frame *all = is_in_layer && !view->data ? unit->parent->frame : frame;
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        const struct channel *def = effective(&view->channels[i]);
        enum channel_name name = (enum channel_name)i;
        if (def &&
            !encode_column(maker, frame, all, def, name, &unit->encodings[i], error)) {
            return false;
        }
    }
    if (!encode_list(maker, frame, all, &view->details, &unit->details, error) ||
        !encode_list(maker, frame, all, &view->unseen, &unit->unseen, error)) {
        return false;
    }
    for (size_t i = 0; i < view->orders.count; i++) {
        struct encoding encoding = {0};
        const struct channel *def = &view->orders.at[i];
        if (def->source == CHANNEL_FIELD) {
            if (!encode_column(maker, frame, all, def, CHANNEL_ORDER, &encoding, error)) {
                return false;
            }
            *arena_push(maker->arena, &unit->order) =
                (struct sort_key){encoding.field, def->sort == SORT_DESCENDING};
        }
    }
    return true;
}

/* --- bars that stand beside their time unit, not in its middle ------------------------ */

/* Where the unit before begins; units without a year do not go back beyond theirs, so that
 * they are told by their length. */
static double unit_before(struct time_unit unit, double start, double end)
{
    double before = time_unit_floor(unit, start - 1);
    struct clock clock = clock_at(start);
    bool is_month = unit.parts & (TIME_MONTH | TIME_QUARTER) &&
                    !(unit.parts & (TIME_DATE | TIME_HOURS | TIME_DAY));
    if (is_month) {
        double months =
            (unit.parts & TIME_QUARTER ? 3 : 1) * (unit.step > 1 ? unit.step : 1);
        return clock_of((double)clock.year, clock.month - months, 1, 0, 0, 0, 0);
    }
    return unit.parts & TIME_YEAR && before < start ? before : start - (end - start);
}

/* With a band position of 0, a bar of January reaches from mid December to mid January. */
static void shift_rect(struct maker *maker, struct model *unit, struct frame *frame,
                       enum channel_name name)
{
    struct encoding *encoding = &unit->encodings[name];
    double position = model_band_position(unit, name);
    bool is_shifted = model_is_rect(unit) && encoding->end.length && !encoding->has_bin &&
                      !isnan(position) && position != 0.5;
    if (!is_shifted) {
        return;
    }
    struct arena *arena = maker->arena;
    struct time_unit time_unit = encoding->def->time_unit;
    double part = position + 0.5;
    const struct datum *starts = encode_find(arena, frame, encoding->field);
    const struct datum *ends = encode_find(arena, frame, encoding->end);
    encoding->rect_start =
        str_print(arena, "%.*s_offsetted_rect_start", STR_ARG(encoding->field));
    encoding->rect_end =
        str_print(arena, "%.*s_offsetted_rect_end", STR_ARG(encoding->field));
    struct datum *from = frame_add(arena, frame, encoding->rect_start);
    struct datum *to = frame_add(arena, frame, encoding->rect_end);
    for (size_t row = 0; row < frame->rows; row++) {
        if (datum_is_valid(starts[row])) {
            double start = starts[row].number;
            double before = unit_before(time_unit, start, ends[row].number);
            from[row] = datum_time((1 - part) * before + part * start);
            to[row] = datum_time((1 - part) * start + part * ends[row].number);
        }
    }
}

/* Of times that are units already, ends are there only for what spans them. */
static void drop_needless_ends(struct model *unit)
{
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        struct encoding *encoding = &unit->encodings[i];
        bool is_binned = encoding->def && encoding->def->time_unit.is_binned;
        if (is_binned && !model_is_rect(unit) &&
            !(model_band_position(unit, (enum channel_name)i) > 0)) {
            encoding->end = (str){0};
        }
    }
}

/* --- aggregates ---------------------------------------------------------------------- */

struct measures {
    struct measure_of *at;
    size_t count, capacity;
};

static void add_unique(struct arena *arena, struct str_list *list, str name)
{
    if (!name.length) {
        return;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (str_equal(list->at[i], name)) {
            return;
        }
    }
    *arena_push(arena, list) = name;
}

static void add_measure(struct arena *arena, struct measures *measures,
                        const struct channel *def, str as)
{
    struct measure_of measure = {def->aggregate, def->field, as};
    if (def->aggregate == AGGREGATE_ARGMIN || def->aggregate == AGGREGATE_ARGMAX) {
        measure.field = def->aggregate_by;
        measure.as =
            str_print(arena, "%.*s_%.*s", STR_ARG(aggregate_op_name(def->aggregate)),
                      STR_ARG(def->aggregate_by));
    }
    for (size_t i = 0; i < measures->count; i++) {
        if (str_equal(measures->at[i].as, measure.as)) {
            return;
        }
    }
    *arena_push(arena, measures) = measure;
}

/* What the extra channels, whose columns are known by name, add to the groups. */
static void note_extras(struct arena *arena, const struct channel_list *channels,
                        const struct str_list *columns, struct str_list *groupby,
                        struct measures *measures)
{
    size_t column = 0;
    for (size_t i = 0; i < channels->count; i++) {
        const struct channel *def = &channels->at[i];
        if (def->source != CHANNEL_FIELD) {
            continue;
        }
        if (def->aggregate != AGGREGATE_NONE) {
            add_measure(arena, measures, def, columns->at[column]);
        } else {
            add_unique(arena, groupby, columns->at[column]);
        }
        column++;
    }
}

static void note_channels(struct arena *arena, const struct model *unit,
                          struct str_list *groupby, struct measures *measures)
{
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        const struct encoding *encoding = &unit->encodings[i];
        if (!encoding->def || encoding->def->source != CHANNEL_FIELD) {
            continue;
        }
        if (encoding->def->aggregate != AGGREGATE_NONE) {
            add_measure(arena, measures, encoding->def, encoding->field);
            continue;
        }
        const str columns[] = {encoding->field, encoding->end, encoding->range,
                               encoding->rect_start, encoding->rect_end};
        for (size_t j = 0; j < COUNT_OF(columns); j++) {
            add_unique(arena, groupby, columns[j]);
        }
    }
    struct str_list order = {0};
    for (size_t i = 0; i < unit->order.count; i++) {
        *arena_push(arena, &order) = unit->order.at[i].field;
        if (!unit->view->orders.count) { /* implied by a colour's domain */
            add_unique(arena, groupby, unit->order.at[i].field);
        }
    }
    note_extras(arena, &unit->view->details, &unit->details, groupby, measures);
    note_extras(arena, &unit->view->unseen, &unit->unseen, groupby, measures);
    note_extras(arena, &unit->view->orders, &order, groupby, measures);
}

/* argmax_price["title"] of the row that argmax_price has. */
static void add_members(struct arena *arena, const struct model *unit, struct frame *frame)
{
    for (size_t i = 0; i < CHANNEL_COUNT; i++) {
        const struct encoding *encoding = &unit->encodings[i];
        const struct channel *def = encoding->def;
        bool is_member =
            def && def->source == CHANNEL_FIELD &&
            (def->aggregate == AGGREGATE_ARGMIN || def->aggregate == AGGREGATE_ARGMAX);
        if (is_member) {
            str of =
                str_print(arena, "%.*s_%.*s", STR_ARG(aggregate_op_name(def->aggregate)),
                          STR_ARG(def->aggregate_by));
            const struct datum *rows = encode_find(arena, frame, of);
            struct datum *column = frame_add(arena, frame, encoding->field);
            for (size_t row = 0; row < frame->rows; row++) {
                column[row] = datum_member(rows[row], def->field);
            }
        }
    }
}

static const struct frame *aggregate(struct maker *maker, struct model *unit,
                                     const struct frame *frame)
{
    if (!unit_is_aggregate(unit)) {
        return frame;
    }
    struct arena *arena = maker->arena;
    struct str_list groupby = {0};
    struct measures measures = {0};
    note_channels(arena, unit, &groupby, &measures);
    for (size_t i = 0; i < unit->facet_fields.count; i++) {
        add_unique(arena, &groupby, unit->facet_fields.at[i]);
    }
    struct frame *result = arena_new(arena, struct frame);
    *result = *frame_aggregate(arena, frame, measures.at, measures.count, groupby.at,
                               groupby.count);
    add_members(arena, unit, result);
    return result;
}

/* --- units and facets ---------------------------------------------------------------- */

bool encode_unit(struct maker *maker, struct model *unit, struct error *error)
{
    struct arena *arena = maker->arena;
    struct frame *frame = arena_new(arena, struct frame);
    *frame = frame_copy(arena, implied_parse(arena, unit->frame, unit->view));
    unit->mark = view_mark_bag(maker->specification, unit->view);
    const struct node *invalid = bag_find(&maker->scale_config, S("invalid"));
    unit->invalid = invalid && invalid->kind == NODE_MAP ? invalid : NULL;
    if (!encode_channels(maker, unit, frame, error)) {
        return false;
    }
    drop_needless_ends(unit);
    shift_rect(maker, unit, frame, CHANNEL_X);
    shift_rect(maker, unit, frame, CHANNEL_Y);
    unit->orient = orient_of(unit);
    stacking_decide(unit, &unit->stacking);
    encode_align(maker, unit, frame);
    unit->raw = frame;
    unit->frame = aggregate(maker, unit, frame);
    if (!encode_impute(maker, unit, error)) {
        return false;
    }
    return encode_stack(maker, unit, error);
}

bool encode_facet(struct maker *maker, struct model *facet, struct error *error)
{
    struct frame *frame = arena_new(maker->arena, struct frame);
    *frame =
        frame_copy(maker->arena, implied_parse(maker->arena, facet->frame, facet->view));
    struct encoding *encodings[] = {&facet->row, &facet->column, &facet->facet};
    const struct channel *channels[] = {&facet->view->row, &facet->view->column,
                                        &facet->view->facet};
    for (size_t i = 0; i < COUNT_OF(channels); i++) {
        if (channels[i]->source != CHANNEL_FIELD) {
            continue;
        }
        if (!encode_column(maker, frame, frame, channels[i], CHANNEL_COUNT, encodings[i],
                           error)) {
            return false;
        }
        add_unique(maker->arena, &facet->facet_fields, encodings[i]->field);
    }
    facet->frame = frame;
    return true;
}
