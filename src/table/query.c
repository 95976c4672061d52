/* SPDX-License-Identifier: MIT */
/* Reading a query from the briefing's front matter. */
#include "table/query.h"

static bool add_value(const struct node *node, struct query_filter *filter,
                      struct error *error)
{
    str value;
    if (!node_text(node, &value, error)) {
        return false;
    }
    filter->values[filter->count] = value;
    filter->places[filter->count++] = node_place(node);
    return true;
}

/* One value or a list of them. */
static bool read_values(struct arena *arena, const struct node *node,
                        struct query_filter *filter, struct error *error)
{
    bool is_list = node->kind == NODE_LIST;
    size_t count = is_list ? node->count : 1;
    if (!count) {
        return node_error(node, error, "the list is empty: no row can match");
    }
    filter->values = arena_array(arena, str, count);
    filter->places = arena_array(arena, struct place, count);
    for (size_t i = 0; i < count; i++) {
        if (!add_value(is_list ? node->at[i] : node, filter, error)) {
            return false;
        }
    }
    return true;
}

static bool read_filter(struct arena *arena, const struct node *node,
                        struct query_filter *filter, struct error *error)
{
    static const str known[] = {S("not")};
    filter->column = node->key;
    filter->place = node_key_place(node);
    filter->is_exclusion = node->kind == NODE_MAP;
    if (!filter->is_exclusion) {
        return read_values(arena, node, filter, error);
    }
    if (!node_knows(node, known, COUNT_OF(known), error)) {
        return false;
    }
    const struct node *excluded = node_find(node, known[0]);
    return excluded ? read_values(arena, excluded, filter, error)
                    : node_error(node, error, "expected {not: ...}");
}

static bool read_where(struct arena *arena, const struct node *where, struct query *query,
                       struct error *error)
{
    if (!where) {
        return true;
    }
    if (!node_expect(where, NODE_MAP, error)) {
        return false;
    }
    query->filters = arena_array(arena, struct query_filter, where->count);
    query->filter_count = where->count;
    for (size_t i = 0; i < where->count; i++) {
        if (!read_filter(arena, where->at[i], &query->filters[i], error)) {
            return false;
        }
    }
    return true;
}

/* An optional key that holds a text; an empty one says nothing. */
static bool read_text(const struct node *map, str key, str *out, struct error *error)
{
    const struct node *node = node_find(map, key);
    if (!node) {
        return true;
    }
    return node_text(node, out, error) &&
           (out->length || node_error(node, error, "\"%.*s\" is empty", STR_ARG(key)));
}

static bool read_top(const struct node *map, struct query *query, struct error *error)
{
    const struct node *top = node_find(map, S("top"));
    if (!top) {
        return true;
    }
    return node_count(top, &query->top, error) &&
           (query->top || node_error(top, error, "\"top\" counts from 1"));
}

/* `key` says something only beside `needed`. */
static bool check_needs(const struct node *map, str key, str needed, struct error *error)
{
    const struct node *node = node_find(map, key);
    if (!node || node_find(map, needed)) {
        return true;
    }
    error_at(error, ERROR_CONFIG, node_key_place(node), "\"%.*s\" needs \"%.*s\"",
             STR_ARG(key), STR_ARG(needed));
    return str_equal(key, S("rest"))
               ? error_hint(error, "the rest is the total less the parts that are shown")
               : false;
}

/* `by: partner`, or a list of dimensions. */
static bool read_by(struct arena *arena, const struct node *map, struct query *query,
                    struct error *error)
{
    const struct node *by = node_find(map, S("by"));
    bool is_list = by && by->kind == NODE_LIST;
    if (!by) {
        return true;
    }
    query->part_count = is_list ? by->count : 1;
    if (!query->part_count) {
        return node_error(by, error, "\"by\" is an empty list");
    }
    str *parts = arena_array(arena, str, query->part_count);
    for (size_t i = 0; i < query->part_count; i++) {
        const struct node *part = is_list ? by->at[i] : by;
        if (!node_text(part, &parts[i], error)) {
            return false;
        }
        if (!parts[i].length) {
            return node_error(part, error, "\"by\" is empty");
        }
    }
    query->parts = parts;
    query->by = str_join(arena, parts, query->part_count, S(", "));
    return true;
}

str query_part(const struct query *query, str group, size_t part)
{
    const str gap = S(QUERY_PART_GAP);
    for (size_t i = 0; i < query->part_count; i++) {
        size_t end = 0;
        bool is_last = i + 1 == query->part_count;
        while (end < group.length && (is_last || !str_starts(str_after(group, end), gap))) {
            end++;
        }
        if (i == part) {
            return str_slice(group, 0, end);
        }
        group = str_after(group, end < group.length ? end + gap.length : end);
    }
    return (str){0};
}

bool query_read(struct arena *arena, const struct node *node, struct query *query,
                struct error *error)
{
    static const str known[] = {S("from"),  S("where"), S("by"),  S("measure"),
                                S("total"), S("top"),   S("rest")};
    *query = (struct query){.name = node->key, .node = node};
    if (!node_knows(node, known, COUNT_OF(known), error)) {
        return false;
    }
    if (!node_find(node, S("from"))) {
        node_error(node, error, "the query \"%.*s\" does not say \"from\"",
                   STR_ARG(query->name));
        return error_hint(error, "write from: and the name of an entry of data");
    }
    return read_text(node, S("from"), &query->from, error) &&
           read_where(arena, node_find(node, S("where")), query, error) &&
           read_by(arena, node, query, error) &&
           read_text(node, S("measure"), &query->measure, error) &&
           read_text(node, S("total"), &query->total, error) &&
           read_top(node, query, error) &&
           read_text(node, S("rest"), &query->rest, error) &&
           check_needs(node, S("total"), S("by"), error) &&
           check_needs(node, S("top"), S("by"), error) &&
           check_needs(node, S("rest"), S("total"), error);
}
