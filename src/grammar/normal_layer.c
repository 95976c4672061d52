/* SPDX-License-Identifier: MIT */
/* What a layer takes over from the encoding around it. */
#include "definition.h"
#include "normal.h"
#include "rewrite.h"

/* {...outer, ...own}, where `outer` may be missing or no map. */
static const struct node *over(struct arena *arena, const struct node *outer,
                               const struct node *own)
{
    return outer && outer->kind == NODE_MAP ? rewrite_merge(arena, outer, own) : own;
}

/* The channel's own definition: data take over what they do not say themselves. */
static const struct node *own_definition(struct arena *arena, const struct node *outer,
                                         const struct node *own)
{
    const struct node *condition = rewrite_find(own, S("condition"));
    if (definition_is_data(own)) {
        return over(arena, outer, own);
    }
    if (definition_is_data(condition)) {
        struct node *whole = rewrite_merge(arena, own, NULL);
        rewrite_set(arena, whole, S("condition"), over(arena, outer, condition));
        return whole;
    }
    return own;
}

const struct node *normal_encoding(const struct normal *normal, const struct node *outer,
                                   const struct node *own, bool is_layer)
{
    if (!outer || !own) {
        return outer ? outer : own;
    }
    struct node *merged = rewrite_map(normal->arena, own);
    for (size_t i = 0; i < outer->count; i++) {
        const struct node *given = outer->at[i];
        bool is_usable = definition_is_data(given) || definition_is_value(given) ||
                         given->kind == NODE_LIST;
        if (is_layer || is_usable) {
            rewrite_set(normal->arena, merged, given->key, given);
        }
    }
    for (size_t i = 0; i < own->count; i++) {
        str channel = own->at[i]->key;
        rewrite_set(normal->arena, merged, channel,
                    own_definition(normal->arena, node_find(outer, channel), own->at[i]));
    }
    return merged;
}
