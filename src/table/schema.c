/* SPDX-License-Identifier: MIT */
#include "table/schema.h"

static const str role_names[] = {
    [ROLE_DIMENSION] = S("dimension"), [ROLE_PERIOD] = S("period"),
    [ROLE_MEASURE] = S("measure"),     [ROLE_RATE] = S("rate"),
    [ROLE_STATUS] = S("status"),       [ROLE_RELEASED] = S("released"),
    [ROLE_NOTE] = S("note"),
};

static const str rate_names[] = {S("previous"), S("year-ago")}; /* from RATE_PREVIOUS on */

/* What the map of a role may hold besides the role. */
static const str role_options[] = {
    [ROLE_DIMENSION] = S("aggregates"),
    [ROLE_MEASURE] = S("unit"),
    [ROLE_RATE] = S("base"),
    [ROLE_NOTE] = {0},
};

static bool read_role(const struct node *node, struct schema_column *column,
                      struct error *error)
{
    size_t role;
    if (!node_expect(node, NODE_SCALAR, error)) {
        return false;
    }
    for (role = 0; role < COUNT_OF(role_names); role++) {
        if (str_equal(node->text, role_names[role])) {
            column->role = (enum column_role)role;
            return true;
        }
    }
    node_error(node, error, "\"%.*s\" is not a role of a column", STR_ARG(node->text));
    return error_suggest(error, node->text, role_names, COUNT_OF(role_names));
}

static bool read_aggregates(struct arena *arena, const struct node *list,
                            struct schema_column *column, struct error *error)
{
    if (list->kind == NODE_SCALAR) {
        words_add(arena, &column->aggregates, list->text);
        return true;
    }
    if (!node_expect(list, NODE_LIST, error)) {
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        str word;
        if (!node_text(list->at[i], &word, error)) {
            return false;
        }
        words_add(arena, &column->aggregates, word);
    }
    return true;
}

static bool read_option(struct arena *arena, const struct node *node,
                        struct schema_column *column, struct error *error)
{
    size_t rate;
    switch (column->role) {
    case ROLE_DIMENSION:
        return read_aggregates(arena, node, column, error);
    case ROLE_MEASURE:
        return node_text(node, &column->unit, error);
    default:
        if (!node_choice(node, rate_names, COUNT_OF(rate_names), &rate, error)) {
            return false;
        }
        column->rate = (enum rate_base)(RATE_PREVIOUS + rate);
        return true;
    }
}

static bool read_map(struct arena *arena, const struct node *map,
                     struct schema_column *column, struct error *error)
{
    const struct node *role = node_find(map, S("role"));
    if (!role) {
        error_at(error, ERROR_CONFIG, column->place, "the role of \"%.*s\" is not said",
                 STR_ARG(column->name));
        return error_hint(error, "write {role: dimension, ...}");
    }
    if (!read_role(role, column, error)) {
        return false;
    }
    const str known[] = {S("role"), role_options[column->role]};
    if (!node_knows(map, known, known[1].length ? 2 : 1, error)) {
        return false;
    }
    const struct node *option = known[1].length ? node_find(map, known[1]) : NULL;
    return !option || read_option(arena, option, column, error);
}

static bool is_unique(enum column_role role)
{
    return role == ROLE_PERIOD || role == ROLE_STATUS || role == ROLE_RELEASED;
}

/* What a column needs beyond its own text: a base for a rate, no rival for its role. */
static bool check_column(const struct schema *schema, const struct schema_column *column,
                         struct error *error)
{
    if (column->role == ROLE_RATE && column->rate == RATE_NONE) {
        error_at(error, ERROR_CONFIG, column->place,
                 "the rate \"%.*s\" does not say what it compares with",
                 STR_ARG(column->name));
        return error_hint(error, "write {role: rate, base: previous} or base: year-ago");
    }
    for (size_t i = 0; is_unique(column->role) && &schema->at[i] < column; i++) {
        if (schema->at[i].role == column->role) {
            return error_at(error, ERROR_CONFIG, column->place,
                            "a table has one %s column, and \"%.*s\" is it",
                            column_role_name(column->role), STR_ARG(schema->at[i].name));
        }
    }
    return true;
}

bool schema_read(struct arena *arena, const struct node *node, struct schema *schema,
                 struct error *error)
{
    *schema = (struct schema){0};
    if (!node) {
        return true;
    }
    if (!node_expect(node, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; i < node->count; i++) {
        const struct node *item = node->at[i];
        struct schema_column *column = arena_push(arena, schema);
        column->name = item->key;
        column->place = node_key_place(item);
        bool is_read = item->kind == NODE_MAP ? read_map(arena, item, column, error)
                                              : read_role(item, column, error);
        if (!is_read || !check_column(schema, column, error)) {
            return false;
        }
    }
    return true;
}

const struct schema_column *schema_find(const struct schema *schema, str name)
{
    for (size_t i = 0; i < schema->count; i++) {
        if (str_equal(schema->at[i].name, name)) {
            return &schema->at[i];
        }
    }
    return NULL;
}
