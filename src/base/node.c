/* SPDX-License-Identifier: MIT */
#include "base/node.h"

#include <stdarg.h>

struct place node_place(const struct node *node)
{
    size_t quotes = node->is_quoted ? 2 : 0;
    size_t length = node->kind == NODE_SCALAR ? node->text.length + quotes : 1;
    return place_in(node->source, node->offset, length);
}

struct place node_key_place(const struct node *node)
{
    return place_in(node->source, node->key_offset, node->key.length);
}

const struct node *node_find(const struct node *map, str key)
{
    for (size_t i = 0; map->kind == NODE_MAP && i < map->count; i++) {
        if (str_equal(map->at[i]->key, key)) {
            return map->at[i];
        }
    }
    return NULL;
}

bool node_error(const struct node *node, struct error *error, const char *format, ...)
{
    char message[sizeof error->message];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return error_at(error, ERROR_CONFIG, node_place(node), "%s", message);
}

bool node_expect(const struct node *node, enum node_kind kind, struct error *error)
{
    static const char *const names[] = {
        [NODE_SCALAR] = "a single value",
        [NODE_LIST] = "a list",
        [NODE_MAP] = "a map of keys and values",
    };
    if (node->kind == kind) {
        return true;
    }
    if (node->key.length) {
        return node_error(node, error, "\"%.*s\" is %s, expected %s", STR_ARG(node->key),
                          names[node->kind], names[kind]);
    }
    return node_error(node, error, "this is %s, expected %s", names[node->kind],
                      names[kind]);
}

bool node_text(const struct node *node, str *out, struct error *error)
{
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    *out = node->text;
    return true;
}

/* The error that all typed scalars share. */
static bool is_not(const struct node *node, const char *expected, struct error *error)
{
    return node_error(node, error, "\"%.*s\" is not %s", STR_ARG(node->text), expected);
}

bool node_flag(const struct node *node, bool *out, struct error *error)
{
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    *out = str_equal(node->text, S("true"));
    return *out || str_equal(node->text, S("false")) ||
           is_not(node, "true or false", error);
}

bool node_count(const struct node *node, size_t *out, struct error *error)
{
    return node_expect(node, NODE_SCALAR, error) &&
           (str_to_size(node->text, out) || is_not(node, "a whole number", error));
}

bool node_decimal(const struct node *node, struct decimal *out, struct error *error)
{
    return node_expect(node, NODE_SCALAR, error) &&
           (decimal_parse(node->text, out) || is_not(node, "a number", error));
}

bool node_date(const struct node *node, struct date *out, struct error *error)
{
    return node_expect(node, NODE_SCALAR, error) &&
           (date_parse(node->text, out) ||
            is_not(node, "a date such as 2025-11-20", error));
}

bool node_period(const struct node *node, struct period *out, struct error *error)
{
    return node_expect(node, NODE_SCALAR, error) &&
           (period_parse(node->text, out) ||
            is_not(node, "a period such as 2025-10 or 2025-01..03", error));
}

bool node_choice(const struct node *node, const str *names, size_t count, size_t *out,
                 struct error *error)
{
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        if (str_equal(node->text, names[i])) {
            *out = i;
            return true;
        }
    }
    if (node->key.length) {
        node_error(node, error, "\"%.*s\" is not a known %.*s", STR_ARG(node->text),
                   STR_ARG(node->key));
    } else {
        node_error(node, error, "\"%.*s\" is not known here", STR_ARG(node->text));
    }
    return error_suggest(error, node->text, names, count);
}

bool node_knows(const struct node *map, const str *names, size_t count, struct error *error)
{
    if (!node_expect(map, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; i < map->count; i++) {
        const struct node *item = map->at[i];
        size_t known = 0;
        while (known < count && !str_equal(item->key, names[known])) {
            known++;
        }
        if (known == count) {
            error_at(error, ERROR_CONFIG, node_key_place(item), "unknown key \"%.*s\"",
                     STR_ARG(item->key));
            return error_suggest(error, item->key, names, count);
        }
    }
    return true;
}
