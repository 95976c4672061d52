/* SPDX-License-Identifier: MIT */
#include "grammar/aggregate.h"
#include "grammar/group.h"
#include "transform_internal.h"

struct measures {
    struct measure_of *at;
    size_t count, capacity;
};

static bool read_op(const struct node *node, enum aggregate_op *op, struct error *error)
{
    str names[AGGREGATE_OP_COUNT];
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    if (aggregate_op_named(node->text, op)) {
        return true;
    }
    for (size_t i = 0; i < AGGREGATE_OP_COUNT; i++) {
        names[i] = aggregate_op_name((enum aggregate_op)i);
    }
    node_error(node, error, "\"%.*s\" is not an aggregate", STR_ARG(node->text));
    return error_suggest(error, node->text, names, AGGREGATE_OP_COUNT);
}

/* A result without a name has that of Vega-Lite: "mean_price", "__count". */
static str usual_name(struct arena *arena, const struct measure_of *measure)
{
    if (measure->op == AGGREGATE_COUNT) {
        return S("__count");
    }
    return str_print(arena, "%.*s_%.*s", STR_ARG(aggregate_op_name(measure->op)),
                     STR_ARG(measure->field));
}

static bool read_measure(const struct transform *transform, const struct node *node,
                         struct measures *measures)
{
    struct measure_of measure = {.field = S(""), .as = S("")};
    struct error *error = transform->error;
    if (!node_expect(node, NODE_MAP, error)) {
        return false;
    }
    const struct node *op = argument_find(node, S("op"));
    if (!op) {
        return node_error(node, error, "\"op\" is missing here");
    }
    if (!read_op(op, &measure.op, error) ||
        !argument_text(node, S("field"), &measure.field, error) ||
        !argument_text(node, S("as"), &measure.as, error)) {
        return false;
    }
    if (!measure.field.length && measure.op != AGGREGATE_COUNT &&
        measure.op != AGGREGATE_VALUES) {
        return node_error(node, error, "\"field\" is missing here");
    }
    measure.as = measure.as.length ? measure.as : usual_name(transform->arena, &measure);
    *arena_push(transform->arena, measures) = measure;
    return true;
}

static bool read_measures(const struct transform *transform, struct measures *measures)
{
    if (!node_expect(transform->key, NODE_LIST, transform->error)) {
        return false;
    }
    for (size_t i = 0; i < transform->key->count; i++) {
        if (!read_measure(transform, transform->key->at[i], measures)) {
            return false;
        }
    }
    return true;
}

const struct frame *transform_aggregate(const struct transform *transform)
{
    struct measures measures = {NULL, 0, 0};
    struct str_list groupby = {NULL, 0, 0};
    if (!read_measures(transform, &measures) || !transform_groupby(transform, &groupby)) {
        return NULL;
    }
    return frame_aggregate(transform->arena, transform->frame, measures.at, measures.count,
                           groupby.at, groupby.count);
}

const struct frame *transform_join_aggregate(const struct transform *transform)
{
    struct measures measures = {NULL, 0, 0};
    struct str_list groupby = {NULL, 0, 0};
    if (!read_measures(transform, &measures) || !transform_groupby(transform, &groupby)) {
        return NULL;
    }
    return frame_join_aggregate(transform->arena, transform->frame, measures.at,
                                measures.count, groupby.at, groupby.count);
}

/* --- pivot
 * -------------------------------------------------------------------------------- */

struct pivot {
    str field, value;
    enum aggregate_op op;
    double limit;
    struct str_list groupby;
};

static bool read_pivot(const struct transform *transform, struct pivot *pivot)
{
    const struct node *op = argument_find(transform->node, S("op"));
    pivot->op = AGGREGATE_SUM;
    return transform_field(transform, &pivot->field) &&
           argument_required(transform->node, S("value"), &pivot->value,
                             transform->error) &&
           transform_groupby(transform, &pivot->groupby) &&
           argument_number(transform->node, S("limit"), &pivot->limit, transform->error) &&
           (!op || read_op(op, &pivot->op, transform->error));
}

/* The values of the field, each once, in ascending order: the names of the columns. */
static const struct frame *pivot_names(const struct transform *transform,
                                       const struct pivot *pivot)
{
    struct groups groups = group_rows(transform->arena, transform->frame, &pivot->field, 1);
    struct frame *names = frame_new(transform->arena, groups.count);
    group_keys(transform->arena, &groups, transform->frame, &pivot->field, 1, names);
    names->at[0].name = S("name");
    const struct sort_key key = {.field = S("name")};
    return frame_sort(transform->arena, names, &key, 1);
}

/* The rows of a group with that value of the field. */
static size_t matching_rows(const struct groups *groups, size_t group,
                            const struct datum *column, struct datum name, size_t *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < group_size(groups, group); i++) {
        size_t row = group_row(groups, group, i);
        rows[count] = row;
        count += datum_is_same(column[row], name);
    }
    return count;
}

const struct frame *transform_pivot(const struct transform *transform)
{
    struct arena *arena = transform->arena;
    struct pivot pivot = {.limit = 0.0};
    if (!read_pivot(transform, &pivot)) {
        return NULL;
    }
    struct groups groups =
        group_rows(arena, transform->frame, pivot.groupby.at, pivot.groupby.count);
    const struct frame *names = pivot_names(transform, &pivot);
    const struct datum *column = frame_column(arena, transform->frame, pivot.field);
    const struct datum *values = frame_column(arena, transform->frame, pivot.value);
    struct frame *out = frame_new(arena, groups.count);
    size_t *rows = arena_array(arena, size_t, transform->frame->rows);
    out->exacts = transform->frame->exacts;
    group_keys(arena, &groups, transform->frame, pivot.groupby.at, pivot.groupby.count,
               out);
    size_t most = pivot.limit > 0.0 ? (size_t)pivot.limit : names->rows;
    for (size_t name = 0; name < names->rows && name < most; name++) {
        struct datum of = names->at[0].at[name];
        struct datum *cells = frame_add(arena, out, datum_to_text(arena, of));
        for (size_t group = 0; group < groups.count; group++) {
            size_t count = matching_rows(&groups, group, column, of, rows);
            cells[group] =
                aggregate_rows(arena, transform->frame, pivot.op, values, rows, count);
        }
    }
    return out;
}
