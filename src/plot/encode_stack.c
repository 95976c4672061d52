/* SPDX-License-Identifier: MIT */
#include "encode_stack.h"

#include <math.h>

#include "encode_column.h"
#include "grammar/impute.h"
#include "orient.h"

static bool list_has(const struct str_list *list, str name)
{
    for (size_t i = 0; i < list->count; i++) {
        if (str_equal(list->at[i], name)) {
            return true;
        }
    }
    return false;
}

static bool is_plain_field(const struct encoding *encoding)
{
    return encoding->def && encoding->field.length &&
           encoding->def->aggregate == AGGREGATE_NONE;
}

/* Lines that lie within bands begin anew in each. */
static void add_offset_base(struct arena *arena, const struct model *unit,
                            enum channel_name name, struct str_list *fields)
{
    const struct encoding *base = &unit->encodings[name];
    const struct encoding *offset = &unit->encodings[channel_offset(name)];
    if (is_plain_field(base) && is_plain_field(offset) &&
        !str_equal(base->field, offset->field)) {
        *arena_push(arena, fields) = base->field;
    }
}

struct str_list encode_path_fields(struct arena *arena, const struct model *unit)
{
    static const enum channel_name names[] = {
        CHANNEL_COLOR,        CHANNEL_FILL,         CHANNEL_STROKE,
        CHANNEL_OPACITY,      CHANNEL_FILL_OPACITY, CHANNEL_STROKE_OPACITY,
        CHANNEL_STROKE_WIDTH, CHANNEL_STROKE_DASH,  CHANNEL_SIZE,
    };
    struct str_list fields = {0};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const struct encoding *encoding = &unit->encodings[names[i]];
        bool is_trail_size = names[i] == CHANNEL_SIZE && unit->view->mark == MARK_TRAIL;
        if (is_plain_field(encoding) && !is_trail_size &&
            !list_has(&fields, encoding->field)) {
            *arena_push(arena, &fields) = encoding->field;
        }
    }
    for (size_t i = 0; i < unit->details.count; i++) {
        if (unit->view->details.at[i].aggregate == AGGREGATE_NONE) {
            *arena_push(arena, &fields) = unit->details.at[i];
        }
    }
    for (size_t i = 0; unit->view->mark == MARK_AREA && i < unit->order.count; i++) {
        *arena_push(arena, &fields) = unit->order.at[i].field;
    }
    add_offset_base(arena, unit, CHANNEL_X, &fields);
    add_offset_base(arena, unit, CHANNEL_Y, &fields);
    return fields;
}

/* --- stacks -------------------------------------------------------------------------- */

static enum channel_name dimension_of(enum channel_name name)
{
    return name == CHANNEL_X       ? CHANNEL_Y
           : name == CHANNEL_Y     ? CHANNEL_X
           : name == CHANNEL_THETA ? CHANNEL_RADIUS
                                   : CHANNEL_THETA;
}

static void add_middle(struct arena *arena, struct frame *frame, struct encoding *encoding)
{
    double part = isnan(encoding->def->band_position) ? 0.5 : encoding->def->band_position;
    const struct datum *starts = encode_find(arena, frame, encoding->field);
    const struct datum *ends = encode_find(arena, frame, encoding->end);
    encoding->middle = str_print(arena, "%.*s_mid", STR_ARG(encoding->field));
    struct datum *middles = frame_add(arena, frame, encoding->middle);
    for (size_t row = 0; row < frame->rows; row++) {
        if (datum_is_valid(starts[row])) {
            middles[row] =
                datum_number(part * starts[row].number + (1 - part) * ends[row].number);
        }
    }
}

static void note_groupby(struct maker *maker, struct model *unit, struct frame *frame)
{
    struct stacking *stacking = &unit->stacking;
    struct arena *arena = maker->arena;
    str stacked = unit->encodings[stacking->channel].field;
    enum channel_name dimension = dimension_of(stacking->channel);
    enum channel_name offset = dimension == CHANNEL_X ? CHANNEL_X_OFFSET : CHANNEL_Y_OFFSET;
    const enum channel_name names[] = {dimension, offset};
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        struct encoding *encoding = &unit->encodings[names[i]];
        if (!encoding->def || !encoding->field.length ||
            str_equal(encoding->field, stacked)) {
            continue;
        }
        if (encoding->has_bin && stacking->fills_gaps) {
            add_middle(arena, frame, encoding);
            *arena_push(arena, &stacking->groupby) = encoding->middle;
            continue;
        }
        *arena_push(arena, &stacking->groupby) = encoding->field;
        if (encoding->has_bin) {
            *arena_push(arena, &stacking->groupby) = encoding->end;
        }
    }
}

static void note_by(struct arena *arena, struct stacking *stacking, str field)
{
    if (field.length && !list_has(&stacking->groupby, field)) {
        *arena_push(arena, &stacking->by) = field;
    }
}

static void note_stacked_by(struct arena *arena, struct model *unit)
{
    static const enum channel_name names[] = {
        CHANNEL_COLOR,        CHANNEL_FILL,         CHANNEL_STROKE,
        CHANNEL_OPACITY,      CHANNEL_FILL_OPACITY, CHANNEL_STROKE_OPACITY,
        CHANNEL_STROKE_WIDTH, CHANNEL_STROKE_DASH,  CHANNEL_SIZE,
        CHANNEL_ANGLE,        CHANNEL_SHAPE,        CHANNEL_TEXT,
    };
    for (size_t i = 0; i < COUNT_OF(names); i++) {
        const struct encoding *encoding = &unit->encodings[names[i]];
        if (is_plain_field(encoding)) {
            note_by(arena, &unit->stacking, encoding->field);
        }
    }
    for (size_t i = 0; i < unit->view->orders.count && i < unit->order.count; i++) {
        if (unit->view->orders.at[i].aggregate == AGGREGATE_NONE) {
            note_by(arena, &unit->stacking, unit->order.at[i].field);
        }
    }
    for (size_t i = 0; i < unit->details.count; i++) {
        if (unit->view->details.at[i].aggregate == AGGREGATE_NONE) {
            note_by(arena, &unit->stacking, unit->details.at[i]);
        }
    }
}

/* As `order` says, else by what is stacked: from above in y, from the left in x. */
static struct sort_keys stack_order(struct arena *arena, const struct model *unit)
{
    if (unit->order.count) {
        return unit->order;
    }
    struct sort_keys keys = {0};
    bool is_descending = unit->stacking.channel == CHANNEL_Y;
    if (unit->view->orders.count) { /* `order` with nothing but a sort */
        is_descending = unit->view->orders.at[0].sort == SORT_DESCENDING;
    }
    for (size_t i = 0; i < unit->stacking.by.count; i++) {
        *arena_push(arena, &keys) =
            (struct sort_key){unit->stacking.by.at[i], is_descending};
    }
    return keys;
}

/* {value: 0} */
static const struct node *zero_parameters(struct arena *arena)
{
    static const struct source nowhere = {0};
    struct node *map = arena_new(arena, struct node);
    struct node *value = arena_new(arena, struct node);
    *value = (struct node){
        .kind = NODE_SCALAR, .source = &nowhere, .key = S("value"), .text = S("0")};
    *map = (struct node){.kind = NODE_MAP, .source = &nowhere};
    *arena_push(arena, map) = value;
    return map;
}

static bool fill_gaps(struct maker *maker, struct model *unit, struct frame *frame,
                      struct error *error)
{
    struct stacking *stacking = &unit->stacking;
    struct str_list groupby = {0};
    for (size_t i = 0; i < stacking->by.count; i++) {
        *arena_push(maker->arena, &groupby) = stacking->by.at[i];
    }
    for (size_t i = 0; i < unit->facet_fields.count; i++) {
        *arena_push(maker->arena, &groupby) = unit->facet_fields.at[i];
    }
    const struct node *zero = zero_parameters(maker->arena);
    str field = unit->encodings[stacking->channel].field;
    for (size_t i = 0; i < stacking->groupby.count; i++) {
        const struct frame *filled =
            frame_impute(maker->arena, frame, field, stacking->groupby.at[i], zero,
                         groupby.at, groupby.count, error);
        if (!filled) {
            return false;
        }
        *frame = *filled;
    }
    return true;
}

bool encode_impute(struct maker *maker, struct model *unit, struct error *error)
{
    const struct encoding *x = &unit->encodings[CHANNEL_X];
    const struct encoding *y = &unit->encodings[CHANNEL_Y];
    bool is_x = x->def && x->def->impute;
    const struct encoding *filled = is_x ? x : y;
    const struct encoding *key = is_x ? y : x;
    if (!filled->def || !filled->def->impute || !key->def || !key->field.length) {
        return true;
    }
    struct str_list groupby = encode_path_fields(maker->arena, unit);
    for (size_t i = 0; i < unit->facet_fields.count; i++) {
        *arena_push(maker->arena, &groupby) = unit->facet_fields.at[i];
    }
    unit->frame = frame_impute(maker->arena, unit->frame, filled->field, key->field,
                               filled->def->impute, groupby.at, groupby.count, error);
    return unit->frame != NULL;
}

bool encode_stack(struct maker *maker, struct model *unit, struct error *error)
{
    struct stacking *stacking = &unit->stacking;
    if (!stacking->is_stacked) {
        return true;
    }
    struct arena *arena = maker->arena;
    struct frame *frame = arena_new(arena, struct frame);
    *frame = frame_copy(arena, unit->frame);
    note_groupby(maker, unit, frame);
    note_stacked_by(arena, unit);
    if (unit_is_aggregate(unit) && !stacking->by.count) {
        *stacking = (struct stacking){0};
        return true;
    }
    if (stacking->fills_gaps && !fill_gaps(maker, unit, frame, error)) {
        return false;
    }
    struct str_list groupby = {0};
    for (size_t i = 0; i < stacking->groupby.count; i++) {
        *arena_push(arena, &groupby) = stacking->groupby.at[i];
    }
    for (size_t i = 0; i < unit->facet_fields.count; i++) {
        *arena_push(arena, &groupby) = unit->facet_fields.at[i];
    }
    struct encoding *encoding = &unit->encodings[stacking->channel];
    struct sort_keys order = stack_order(arena, unit);
    encoding->stack_start = str_print(arena, "%.*s_start", STR_ARG(encoding->field));
    encoding->stack_end = str_print(arena, "%.*s_end", STR_ARG(encoding->field));
    unit->frame = frame_stack(arena, frame, encoding->field, stacking->offset, groupby.at,
                              groupby.count, order.at, order.count, encoding->stack_start,
                              encoding->stack_end);
    return true;
}
