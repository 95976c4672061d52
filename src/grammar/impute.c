/* SPDX-License-Identifier: MIT */
#include "grammar/impute.h"

#include "argument.h"
#include "base/compiler.h"
#include "grammar/group.h"
#include "grammar/window.h"

#include <math.h>

struct impute {
    enum aggregate_op method; /* AGGREGATE_NONE: `value` */
    struct datum value;
    struct window_frame window;
    struct datum_list keys; /* besides those of the rows */
};

static bool read_method(const struct node *parameters, struct impute *impute,
                        struct error *error)
{
    static const str names[] = {
        {"value", 5}, {"mean", 4}, {"median", 6}, {"min", 3}, {"max", 3}};
    static const enum aggregate_op methods[] = {
        AGGREGATE_NONE, AGGREGATE_MEAN, AGGREGATE_MEDIAN, AGGREGATE_MIN, AGGREGATE_MAX};
    size_t choice = 0;
    const struct node *node = argument_find(parameters, S("method"));
    if (node && !node_choice(node, names, COUNT_OF(names), &choice, error)) {
        return false;
    }
    impute->method = methods[choice];
    return true;
}

/* [-2, 2]; null is all. */
static bool read_window(struct arena *arena, const struct node *parameters,
                        struct impute *impute, struct error *error)
{
    const struct node *node = argument_find(parameters, S("frame"));
    impute->window = (struct window_frame){-HUGE_VAL, HUGE_VAL, false};
    if (!node) {
        return true;
    }
    if (node->kind != NODE_LIST || node->count != 2) {
        return node_error(node, error, "a frame is [rows before, rows after]");
    }
    struct datum before = datum_from_node(arena, node->at[0]);
    struct datum after = datum_from_node(arena, node->at[1]);
    impute->window.before = before.kind == DATUM_NONE ? -HUGE_VAL : datum_to_number(before);
    impute->window.after = after.kind == DATUM_NONE ? HUGE_VAL : datum_to_number(after);
    return true;
}

static bool read_keys(struct arena *arena, const struct node *parameters,
                      struct impute *impute, struct error *error)
{
    const double most = 1e6;
    double start = 0.0;
    double stop = 0.0;
    double step = 1.0;
    const struct node *node = argument_find(parameters, S("keyvals"));
    if (!node) {
        return true;
    }
    if (node->kind == NODE_LIST) {
        impute->keys = *datum_from_node(arena, node).list;
        return true;
    }
    if (!node_expect(node, NODE_MAP, error) ||
        !argument_number(node, S("start"), &start, error) ||
        !argument_number(node, S("stop"), &stop, error) ||
        !argument_number(node, S("step"), &step, error)) {
        return false;
    }
    double count = ceil((stop - start) / step);
    if (!(count <= most)) {
        return node_error(node, error,
                          "these keys have no end, or are more than a million");
    }
    for (size_t i = 0; (double)i < count; i++) {
        *arena_push(arena, &impute->keys) = datum_number(start + (double)i * step);
    }
    return true;
}

static bool read_impute(struct arena *arena, const struct node *parameters,
                        struct impute *impute, struct error *error)
{
    const struct node *value = parameters ? node_find(parameters, S("value")) : NULL;
    if (!read_method(parameters, impute, error) ||
        !read_window(arena, parameters, impute, error) ||
        !read_keys(arena, parameters, impute, error)) {
        return false;
    }
    impute->value = impute->method != AGGREGATE_NONE ? datum_none()
                    : value                          ? datum_from_node(arena, value)
                                                     : datum_number(0.0);
    return true;
}

/* All keys, each once: the given ones, then those of the rows. As a frame, so that they are
 * told apart as groups are; the first `keys.count` rows are the given ones. */
static struct frame *all_keys(struct arena *arena, const struct impute *impute,
                              const struct datum *column, size_t rows)
{
    struct frame *keys = frame_new(arena, impute->keys.count + rows);
    struct datum *all = frame_add(arena, keys, S("key"));
    for (size_t i = 0; i < keys->rows; i++) {
        all[i] =
            i < impute->keys.count ? impute->keys.at[i] : column[i - impute->keys.count];
    }
    return keys;
}

/* Which keys a group lacks: pairs of a group and a row of `keys`. */
struct lacks {
    struct lack {
        size_t group, key_row;
    } * at;
    size_t count, capacity;
};

static struct lacks find_lacks(struct arena *arena, const struct groups *groups,
                               const struct groups *keys, size_t given)
{
    struct lacks lacks = {NULL, 0, 0};
    size_t *seen_by = arena_array(arena, size_t, keys->count); /* group + 1 */
    for (size_t group = 0; group < groups->count; group++) {
        for (size_t i = 0; i < group_size(groups, group); i++) {
            seen_by[keys->of[given + group_row(groups, group, i)]] = group + 1;
        }
        for (size_t key = 0; key < keys->count; key++) {
            if (seen_by[key] != group + 1) {
                *arena_push(arena, &lacks) = (struct lack){group, group_row(keys, key, 0)};
            }
        }
    }
    return lacks;
}

/* The rows, and behind them one for each lack. */
static struct frame *with_rows(struct arena *arena, const struct frame *frame, size_t added)
{
    struct frame *grown = frame_new(arena, frame->rows + added);
    grown->exacts = frame->exacts;
    for (size_t field = 0; field < frame->count; field++) {
        struct datum *column = frame_add(arena, grown, frame->at[field].name);
        for (size_t row = 0; row < grown->rows; row++) {
            column[row] = row < frame->rows ? frame->at[field].at[row] : datum_undefined();
        }
    }
    return grown;
}

static struct datum *own_column(struct arena *arena, struct frame *grown,
                                const struct frame *frame, str path)
{
    size_t at = frame_find(grown, path);
    if (at < grown->count) {
        return grown->at[at].at;
    }
    const struct datum *values = frame_column(arena, frame, path);
    struct datum *column = frame_add(arena, grown, path);
    for (size_t row = 0; row < frame->rows; row++) {
        column[row] = values[row];
    }
    return column;
}

/* What is nothing, of added rows and others, becomes what the method makes of its frame. */
static const struct frame *fill(struct arena *arena, const struct frame *grown, str field,
                                const struct impute *impute, const str *groupby,
                                size_t groupby_count)
{
    const struct window_of of = {
        .op = WINDOW_AGGREGATE,
        .aggregate = impute->method,
        .field = field,
        .as = str_print(arena, "imputed_%.*s_value", STR_ARG(field))};
    struct frame *filled = arena_new(arena, struct frame);
    *filled = *frame_window(arena, grown, &of, 1, impute->window, groupby, groupby_count,
                            NULL, 0);
    const struct datum *made = filled->at[frame_find(filled, of.as)].at;
    const struct datum *old = filled->at[frame_find(filled, field)].at;
    struct datum *column = arena_array(arena, struct datum, filled->rows);
    for (size_t row = 0; row < filled->rows; row++) {
        bool is_null = old[row].kind == DATUM_NONE && !isnan(old[row].number);
        column[row] = is_null ? made[row] : old[row];
    }
    frame_set(arena, filled, field, column);
    return filled;
}

const struct frame *frame_impute(struct arena *arena, const struct frame *frame, str field,
                                 str key, const struct node *parameters, const str *groupby,
                                 size_t groupby_count, struct error *error)
{
    struct impute impute = {.method = AGGREGATE_NONE};
    if (!read_impute(arena, parameters, &impute, error)) {
        return NULL;
    }
    const struct datum *column = frame_column(arena, frame, key);
    struct frame *keys = all_keys(arena, &impute, column, frame->rows);
    struct groups by_key = group_rows(arena, keys, &S("key"), 1);
    struct groups groups = group_rows(arena, frame, groupby, groupby_count);
    if (!frame->rows) {
        return frame;
    }
    struct lacks lacks = find_lacks(arena, &groups, &by_key, impute.keys.count);
    struct frame *grown = with_rows(arena, frame, lacks.count);
    struct datum *key_column = own_column(arena, grown, frame, key);
    struct datum *field_column = own_column(arena, grown, frame, field);
    for (size_t i = 0; i < groupby_count; i++) {
        struct datum *by = own_column(arena, grown, frame, groupby[i]);
        for (size_t lack = 0; lack < lacks.count; lack++) {
            by[frame->rows + lack] = by[group_row(&groups, lacks.at[lack].group, 0)];
        }
    }
    for (size_t lack = 0; lack < lacks.count; lack++) {
        key_column[frame->rows + lack] = keys->at[0].at[lacks.at[lack].key_row];
        field_column[frame->rows + lack] = impute.value;
    }
    return impute.method == AGGREGATE_NONE
               ? grown
               : fill(arena, grown, field, &impute, groupby, groupby_count);
}
