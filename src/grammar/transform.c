/* SPDX-License-Identifier: MIT */
#include "grammar/transform.h"

#include "base/compiler.h"
#include "grammar/bin.h"
#include "grammar/formula.h"
#include "grammar/group.h"
#include "grammar/predicate.h"
#include "grammar/stack.h"
#include "grammar/time_unit.h"
#include "transform_internal.h"

#include <math.h>

bool transform_field(const struct transform *transform, str *field)
{
    return node_text(transform->key, field, transform->error);
}

bool transform_groupby(const struct transform *transform, struct str_list *groupby)
{
    return argument_texts(transform->arena, transform->node, S("groupby"), groupby,
                          transform->error);
}

static bool read_sort_key(const struct transform *transform, const struct node *node,
                          struct sort_keys *sort)
{
    static const str orders[] = {{"ascending", 9}, {"descending", 10}};
    size_t order = 0;
    struct sort_key key;
    const struct node *order_node = argument_find(node, S("order"));
    if (!node_expect(node, NODE_MAP, transform->error) ||
        !argument_required(node, S("field"), &key.field, transform->error) ||
        (order_node &&
         !node_choice(order_node, orders, COUNT_OF(orders), &order, transform->error))) {
        return false;
    }
    key.is_descending = order == 1;
    *arena_push(transform->arena, sort) = key;
    return true;
}

bool transform_sort(const struct transform *transform, struct sort_keys *sort)
{
    const struct node *list = argument_find(transform->node, S("sort"));
    if (list && list->kind == NODE_MAP) {
        return read_sort_key(transform, list, sort);
    }
    if (list && !node_expect(list, NODE_LIST, transform->error)) {
        return false;
    }
    for (size_t i = 0; list && i < list->count; i++) {
        if (!read_sort_key(transform, list->at[i], sort)) {
            return false;
        }
    }
    return true;
}

bool transform_as(const struct transform *transform, str *first, str *second)
{
    struct str_list names = {NULL, 0, 0};
    if (!argument_texts(transform->arena, transform->node, S("as"), &names,
                        transform->error)) {
        return false;
    }
    *first = names.count > 0 ? names.at[0] : *first;
    *second = names.count > 1 ? names.at[1] : *second;
    return names.count <= 2 ||
           node_error(argument_find(transform->node, S("as")), transform->error,
                      "\"as\" has %zu names, expected two", names.count);
}

const struct frame *transform_made_frame(const struct transform *transform,
                                         const struct groups *groups,
                                         const struct str_list *groupby,
                                         const struct made_rows *rows, str first,
                                         str second)
{
    struct arena *arena = transform->arena;
    struct frame *frame = frame_new(arena, rows->count);
    for (size_t i = 0; i < groupby->count; i++) {
        const struct datum *column = frame_column(arena, transform->frame, groupby->at[i]);
        struct datum *keys = frame_add(arena, frame, groupby->at[i]);
        for (size_t row = 0; row < rows->count; row++) {
            keys[row] = column[group_row(groups, rows->at[row].group, 0)];
        }
    }
    struct datum *firsts = frame_add(arena, frame, first);
    struct datum *seconds = frame_add(arena, frame, second);
    for (size_t row = 0; row < rows->count; row++) {
        firsts[row] = datum_number(rows->at[row].first);
        seconds[row] = datum_number(rows->at[row].second);
    }
    return frame;
}

struct points transform_points(struct arena *arena, const struct datum *x,
                               const struct datum *y, const size_t *rows, size_t count)
{
    struct points points = {arena_array(arena, double, count),
                            arena_array(arena, double, count), 0};
    for (size_t i = 0; i < count; i++) {
        struct datum of_x = x[rows[i]];
        struct datum of_y = y[rows[i]];
        double number_x = datum_to_number(of_x);
        double number_y = datum_to_number(of_y);
        if (of_x.kind != DATUM_NONE && of_y.kind != DATUM_NONE && !isnan(number_x) &&
            !isnan(number_y)) {
            points.x[points.count] = number_x;
            points.y[points.count++] = number_y;
        }
    }
    return points;
}

/* --- one column, or fewer rows
 * ------------------------------------------------------------ */

const struct frame *transform_calculate(const struct transform *transform)
{
    str as;
    const struct formula *formula =
        formula_read(transform->arena, transform->key, transform->error);
    if (!formula || !argument_required(transform->node, S("as"), &as, transform->error)) {
        return NULL;
    }
    struct frame *frame = arena_new(transform->arena, struct frame);
    *frame = frame_copy(transform->arena, transform->frame);
    struct datum *column = arena_array(transform->arena, struct datum, frame->rows);
    struct formula_scope scope = {.environment = transform->environment,
                                  .frame = transform->frame};
    for (size_t row = 0; row < frame->rows; row++) {
        scope.row = row;
        column[row] = formula_evaluate(transform->arena, formula, &scope);
    }
    frame_set(transform->arena, frame, as, column);
    return frame;
}

const struct frame *transform_filter(const struct transform *transform)
{
    const struct predicate *predicate = predicate_read(
        transform->arena, transform->key, transform->environment, transform->error);
    if (!predicate) {
        return NULL;
    }
    const bool *holds = predicate_rows(transform->arena, predicate, transform->frame,
                                       transform->environment);
    size_t *rows = arena_array(transform->arena, size_t, transform->frame->rows);
    size_t count = 0;
    for (size_t row = 0; row < transform->frame->rows; row++) {
        rows[count] = row;
        count += holds[row];
    }
    if (count == transform->frame->rows) {
        return transform->frame;
    }
    struct frame *frame = arena_new(transform->arena, struct frame);
    *frame = frame_select(transform->arena, transform->frame, rows, count);
    return frame;
}

const struct frame *transform_bin(const struct transform *transform)
{
    str field;
    str as;
    str as_end;
    double low;
    double high;
    struct bin bin;
    if (!argument_required(transform->node, S("field"), &field, transform->error) ||
        !argument_pair(transform->arena, transform->node, S("as"), S("_end"), &as, &as_end,
                       transform->error)) {
        return NULL;
    }
    if (!frame_extent(transform->arena, transform->frame, field, &low, &high)) {
        low = high = 0.0;
    }
    return bin_make(transform->key, low, high, &bin, transform->error)
               ? frame_bin(transform->arena, transform->frame, field, bin, as, as_end)
               : NULL;
}

const struct frame *transform_time_unit(const struct transform *transform)
{
    str field;
    str as;
    struct time_unit unit;
    if (!time_unit_read(transform->key, &unit, transform->error) ||
        !argument_required(transform->node, S("field"), &field, transform->error) ||
        !argument_required(transform->node, S("as"), &as, transform->error)) {
        return NULL;
    }
    str as_end = str_print(transform->arena, "%.*s_end", STR_ARG(as));
    return frame_time_unit(transform->arena, transform->frame, field, unit, as, as_end);
}

const struct frame *transform_stack(const struct transform *transform)
{
    static const str offsets[] = {{"zero", 4}, {"center", 6}, {"normalize", 9}};
    static const enum stack_offset values[] = {STACK_ZERO, STACK_CENTER, STACK_NORMALIZE};
    str field;
    size_t offset = 0;
    struct str_list groupby = {NULL, 0, 0};
    struct str_list names = {NULL, 0, 0};
    struct sort_keys sort = {NULL, 0, 0};
    const struct node *node = argument_find(transform->node, S("offset"));
    if (!transform_field(transform, &field) || !transform_groupby(transform, &groupby) ||
        !transform_sort(transform, &sort) ||
        !argument_texts(transform->arena, transform->node, S("as"), &names,
                        transform->error) ||
        (node &&
         !node_choice(node, offsets, COUNT_OF(offsets), &offset, transform->error))) {
        return NULL;
    }
    str as = names.count ? names.at[0]
                         : str_print(transform->arena, "%.*s_start", STR_ARG(field));
    str as_end = names.count > 1 ? names.at[1]
                                 : str_print(transform->arena, "%.*s_end",
                                             STR_ARG(names.count ? names.at[0] : field));
    return frame_stack(transform->arena, transform->frame, field, values[offset],
                       groupby.at, groupby.count, sort.at, sort.count, as, as_end);
}

/* `extent` gives a parameter and leaves the rows as they are. */
static const struct frame *transform_extent(const struct transform *transform)
{
    str field;
    return transform_field(transform, &field) ? transform->frame : NULL;
}

bool transform_parameter(struct arena *arena, const struct node *transform,
                         const struct frame *frame, struct parameter *parameter)
{
    const struct node *field = argument_find(transform, S("extent"));
    const struct node *name = argument_find(transform, S("param"));
    struct datum_list *ends = arena_new(arena, struct datum_list);
    double low;
    double high;
    if (!field || !name || field->kind != NODE_SCALAR || name->kind != NODE_SCALAR) {
        return false;
    }
    bool has_extent = frame_extent(arena, frame, field->text, &low, &high);
    *arena_push(arena, ends) = has_extent ? datum_number(low) : datum_undefined();
    *arena_push(arena, ends) = has_extent ? datum_number(high) : datum_undefined();
    *parameter = (struct parameter){.name = name->text, .value = datum_list_of(ends)};
    return true;
}

/* --- all of them
 * -------------------------------------------------------------------------- */

static const struct {
    const char *key;
    transform_function *apply;
} transforms[] = {
    {"aggregate", transform_aggregate},   {"bin", transform_bin},
    {"calculate", transform_calculate},   {"density", transform_density},
    {"extent", transform_extent},         {"filter", transform_filter},
    {"flatten", transform_flatten},       {"fold", transform_fold},
    {"impute", transform_impute},         {"joinaggregate", transform_join_aggregate},
    {"loess", transform_loess},           {"lookup", transform_lookup},
    {"pivot", transform_pivot},           {"quantile", transform_quantile},
    {"regression", transform_regression}, {"sample", transform_sample},
    {"stack", transform_stack},           {"timeUnit", transform_time_unit},
    {"window", transform_window},
};

/* A density and a regression have an `extent` too: without a `param` it names no transform.
 */
static const struct frame *apply(struct transform *transform)
{
    str names[COUNT_OF(transforms)];
    const struct node *map = transform->node;
    for (size_t i = 0; i < COUNT_OF(transforms); i++) {
        names[i] = str_from(transforms[i].key);
    }
    transform_function *found = NULL;
    for (size_t i = 0; i < COUNT_OF(transforms); i++) {
        const struct node *key = node_find(map, names[i]);
        bool is_other = str_equal(names[i], S("extent")) && !node_find(map, S("param"));
        if (key && !found && !is_other) {
            found = transforms[i].apply;
            transform->key = key;
        }
    }
    if (!found) {
        node_error(map, transform->error, "this is no transform");
        str word = map->count ? map->at[0]->key : S("");
        error_suggest(transform->error, word, names, COUNT_OF(names));
        return NULL;
    }
    return found(transform);
}

const struct frame *transform_apply(struct arena *arena, const struct node *transform,
                                    const struct frame *frame,
                                    const struct environment *environment,
                                    struct error *error)
{
    struct transform of = {arena, transform, NULL, frame, environment, error};
    return node_expect(transform, NODE_MAP, error) ? apply(&of) : NULL;
}
