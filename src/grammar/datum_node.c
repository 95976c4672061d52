/* SPDX-License-Identifier: MIT */
/* Parts of a specification as data. */
#include "base/node.h"
#include "base/real.h"
#include "grammar/datum.h"

static struct datum from_scalar(const struct node *node)
{
    double number;
    if (node->is_quoted) {
        return datum_text(node->text);
    }
    if (!node->text.length || str_equal(node->text, S("null")) ||
        str_equal(node->text, S("~"))) {
        return datum_none();
    }
    if (str_equal(node->text, S("true")) || str_equal(node->text, S("false"))) {
        return datum_flag(str_equal(node->text, S("true")));
    }
    return real_parse(node->text, &number) ? datum_number(number) : datum_text(node->text);
}

static struct datum from_list(struct arena *arena, const struct node *node)
{
    struct datum_list *list = arena_new(arena, struct datum_list);
    list->at = arena_array(arena, struct datum, node->count);
    list->count = list->capacity = node->count;
    for (size_t i = 0; i < node->count; i++) {
        list->at[i] = datum_from_node(arena, node->at[i]);
    }
    return (struct datum){.kind = DATUM_LIST, .list = list};
}

static struct datum from_map(struct arena *arena, const struct node *node)
{
    struct datum_map *map = arena_new(arena, struct datum_map);
    map->at = arena_array(arena, struct datum_member, node->count);
    map->count = map->capacity = node->count;
    for (size_t i = 0; i < node->count; i++) {
        map->at[i] = (struct datum_member){.name = node->at[i]->key,
                                           .value = datum_from_node(arena, node->at[i])};
    }
    return (struct datum){.kind = DATUM_MAP, .map = map};
}

struct datum datum_from_node(struct arena *arena, const struct node *node)
{
    switch (node->kind) {
    case NODE_SCALAR:
        return from_scalar(node);
    case NODE_LIST:
        return from_list(arena, node);
    default:
        return from_map(arena, node);
    }
}
