/* SPDX-License-Identifier: MIT */
#include "argument.h"

#include "base/real.h"

bool argument_is_null(const struct node *node)
{
    return node->kind == NODE_SCALAR && !node->is_quoted &&
           (!node->text.length || str_equal(node->text, S("null")) ||
            str_equal(node->text, S("~")));
}

const struct node *argument_find(const struct node *map, str key)
{
    const struct node *node = map ? node_find(map, key) : NULL;
    return node && !argument_is_null(node) ? node : NULL;
}

static bool read_number(const struct node *node, double *out, struct error *error)
{
    return node_expect(node, NODE_SCALAR, error) &&
           (real_parse(node->text, out) ||
            node_error(node, error, "\"%.*s\" is not a number", STR_ARG(node->text)));
}

bool argument_number(const struct node *map, str key, double *out, struct error *error)
{
    const struct node *node = argument_find(map, key);
    return !node || read_number(node, out, error);
}

bool argument_flag(const struct node *map, str key, bool *out, struct error *error)
{
    const struct node *node = argument_find(map, key);
    return !node || node_flag(node, out, error);
}

bool argument_text(const struct node *map, str key, str *out, struct error *error)
{
    const struct node *node = argument_find(map, key);
    return !node || node_text(node, out, error);
}

bool argument_texts(struct arena *arena, const struct node *map, str key,
                    struct str_list *out, struct error *error)
{
    const struct node *node = argument_find(map, key);
    if (node && node->kind != NODE_LIST) {
        return node_text(node, arena_push(arena, out), error);
    }
    for (size_t i = 0; node && i < node->count; i++) {
        if (!node_text(node->at[i], arena_push(arena, out), error)) {
            return false;
        }
    }
    return true;
}

bool argument_numbers(struct arena *arena, const struct node *map, str key,
                      struct number_list *out, struct error *error)
{
    const struct node *node = argument_find(map, key);
    if (node && !node_expect(node, NODE_LIST, error)) {
        return false;
    }
    for (size_t i = 0; node && i < node->count; i++) {
        if (!read_number(node->at[i], arena_push(arena, out), error)) {
            return false;
        }
    }
    return true;
}

bool argument_range(struct arena *arena, const struct node *map, str key, double *low,
                    double *high, bool *is_given, struct error *error)
{
    struct number_list numbers = {NULL, 0, 0};
    const struct node *node = argument_find(map, key);
    *is_given = node != NULL;
    if (!node) {
        return true;
    }
    if (!argument_numbers(arena, map, key, &numbers, error)) {
        return false;
    }
    if (numbers.count != 2) {
        return node_error(node, error, "\"%.*s\" has %zu numbers, expected two",
                          STR_ARG(key), numbers.count);
    }
    *low = numbers.at[0];
    *high = numbers.at[1];
    return true;
}

bool argument_required(const struct node *map, str key, str *out, struct error *error)
{
    if (!argument_find(map, key)) {
        return node_error(map, error, "\"%.*s\" is missing here", STR_ARG(key));
    }
    return argument_text(map, key, out, error);
}

bool argument_pair(struct arena *arena, const struct node *map, str key, str suffix,
                   str *first, str *second, struct error *error)
{
    struct str_list names = {NULL, 0, 0};
    if (!argument_texts(arena, map, key, &names, error)) {
        return false;
    }
    if (!names.count || names.count > 2) {
        return names.count
                   ? node_error(node_find(map, key), error,
                                "\"%.*s\" has %zu names, expected one or two", STR_ARG(key),
                                names.count)
                   : node_error(map, error, "\"%.*s\" is missing here", STR_ARG(key));
    }
    *first = names.at[0];
    *second = names.count == 2
                  ? names.at[1]
                  : str_print(arena, "%.*s%.*s", STR_ARG(names.at[0]), STR_ARG(suffix));
    return true;
}
