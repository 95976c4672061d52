/* SPDX-License-Identifier: MIT */
#include "grammar/impute.h"
#include "grammar/window.h"
#include "transform_internal.h"

#include <math.h>

struct windows {
    struct window_of *at;
    size_t count, capacity;
};

static bool read_window(const struct transform *transform, const struct node *node,
                        struct windows *windows)
{
    struct window_of of = {.param = NAN, .field = S(""), .as = S("")};
    struct error *error = transform->error;
    str word = S("");
    if (!node_expect(node, NODE_MAP, error) ||
        !argument_required(node, S("op"), &word, error) ||
        !argument_text(node, S("field"), &of.field, error) ||
        !argument_number(node, S("param"), &of.param, error) ||
        !argument_text(node, S("as"), &of.as, error)) {
        return false;
    }
    if (!window_op_named(word, &of.op, &of.aggregate)) {
        node_error(argument_find(node, S("op")), error,
                   "\"%.*s\" is not a window operation", STR_ARG(word));
        return error_hint(error, "lag, lead, rank, row_number, first_value, sum, mean ...");
    }
    bool needs_param = of.op == WINDOW_NTILE || of.op == WINDOW_NTH_VALUE;
    if (needs_param && !(of.param > 0.0)) {
        return node_error(node, error, "%.*s needs a \"param\" above 0", STR_ARG(word));
    }
    if (!of.as.length) {
        of.as = of.field.length ? str_print(transform->arena, "%.*s_%.*s", STR_ARG(word),
                                            STR_ARG(of.field))
                                : word;
    }
    *arena_push(transform->arena, windows) = of;
    return true;
}

static bool read_frame(const struct transform *transform, struct window_frame *window)
{
    const struct node *node = argument_find(transform->node, S("frame"));
    *window = (struct window_frame){.before = -HUGE_VAL, .after = 0.0};
    if (!argument_flag(transform->node, S("ignorePeers"), &window->ignores_peers,
                       transform->error)) {
        return false;
    }
    if (!node) {
        return true;
    }
    if (node->kind != NODE_LIST || node->count != 2) {
        return node_error(node, transform->error, "a frame is [rows before, rows after]");
    }
    struct datum before = datum_from_node(transform->arena, node->at[0]);
    struct datum after = datum_from_node(transform->arena, node->at[1]);
    window->before = before.kind == DATUM_NONE ? -HUGE_VAL : datum_to_number(before);
    window->after = after.kind == DATUM_NONE ? HUGE_VAL : datum_to_number(after);
    return !isnan(window->before + 0.0) && !isnan(window->after)
               ? true
               : node_error(node, transform->error, "a frame is of numbers, or null");
}

const struct frame *transform_window(const struct transform *transform)
{
    struct windows windows = {NULL, 0, 0};
    struct str_list groupby = {NULL, 0, 0};
    struct sort_keys sort = {NULL, 0, 0};
    struct window_frame frame;
    if (!node_expect(transform->key, NODE_LIST, transform->error) ||
        !transform_groupby(transform, &groupby) || !transform_sort(transform, &sort) ||
        !read_frame(transform, &frame)) {
        return NULL;
    }
    for (size_t i = 0; i < transform->key->count; i++) {
        if (!read_window(transform, transform->key->at[i], &windows)) {
            return NULL;
        }
    }
    return frame_window(transform->arena, transform->frame, windows.at, windows.count,
                        frame, groupby.at, groupby.count, sort.at, sort.count);
}

const struct frame *transform_impute(const struct transform *transform)
{
    str field;
    str key;
    struct str_list groupby = {NULL, 0, 0};
    if (!transform_field(transform, &field) ||
        !argument_required(transform->node, S("key"), &key, transform->error) ||
        !transform_groupby(transform, &groupby)) {
        return NULL;
    }
    return frame_impute(transform->arena, transform->frame, field, key, transform->node,
                        groupby.at, groupby.count, transform->error);
}
