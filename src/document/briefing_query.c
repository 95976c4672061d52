/* SPDX-License-Identifier: MIT */
/* Queries as they are run: with their expressions filled in, and with their totals. */
#include "briefing_internal.h"

#include "expression/expression.h"

/* A copy of the tree in which {{ expressions }} stand filled in; NULL and an error. */
static struct node *fill_node(struct arena *arena, const struct node *node,
                              const struct scope *scope, struct error *error)
{
    struct node *copy = arena_new(arena, struct node);
    *copy = *node;
    if (node->kind == NODE_SCALAR && str_find(node->text, '{') == node->text.length) {
        return copy;
    }
    if (node->kind == NODE_SCALAR) {
        return expression_fill_node(arena, node, scope, &copy->text, error) ? copy : NULL;
    }
    copy->at = arena_array(arena, struct node *, node->count);
    copy->capacity = node->count;
    for (size_t i = 0; i < node->count; i++) {
        copy->at[i] = fill_node(arena, node->at[i], scope, error);
        if (!copy->at[i]) {
            return NULL;
        }
    }
    return copy;
}

bool briefing_fill_query(struct arena *arena, const struct query *query,
                         const struct scope *scope, struct query *filled,
                         struct error *error)
{
    const struct node *where = node_find(query->node, S("where"));
    if (!where) {
        *filled = *query;
        return true;
    }
    struct node *copy = arena_new(arena, struct node);
    *copy = *query->node;
    copy->at = arena_array(arena, struct node *, copy->count);
    copy->capacity = copy->count;
    for (size_t i = 0; i < copy->count; i++) {
        struct node *item = query->node->at[i];
        copy->at[i] = item == where ? fill_node(arena, where, scope, error) : item;
        if (!copy->at[i]) {
            return false;
        }
    }
    return query_read(arena, copy, filled, error);
}
