/* SPDX-License-Identifier: MIT */
#include "rewrite.h"

static struct node *create(struct arena *arena, enum node_kind kind,
                           const struct node *like)
{
    struct node *node = arena_new(arena, struct node);
    node->kind = kind;
    node->source = like->source;
    node->offset = like->offset;
    node->key = like->key;
    node->key_offset = like->key_offset;
    return node;
}

struct node *rewrite_map(struct arena *arena, const struct node *like)
{
    return create(arena, NODE_MAP, like);
}

struct node *rewrite_list(struct arena *arena, const struct node *like)
{
    return create(arena, NODE_LIST, like);
}

struct node *rewrite_plain(struct arena *arena, const struct node *like, str text)
{
    struct node *node = create(arena, NODE_SCALAR, like);
    node->text = text;
    return node;
}

struct node *rewrite_text(struct arena *arena, const struct node *like, str text)
{
    struct node *node = rewrite_plain(arena, like, text);
    node->is_quoted = true;
    return node;
}

void rewrite_set(struct arena *arena, struct node *map, str key, const struct node *value)
{
    if (!value) {
        return;
    }
    struct node *item = arena_new(arena, struct node);
    *item = *value;
    item->key = key;
    item->key_offset = value->key.length ? value->key_offset : value->offset;
    for (size_t i = 0; i < map->count; i++) {
        if (str_equal(map->at[i]->key, key)) {
            map->at[i] = item;
            return;
        }
    }
    *arena_push(arena, map) = item;
}

void rewrite_set_text(struct arena *arena, struct node *map, str key, str text)
{
    rewrite_set(arena, map, key, rewrite_text(arena, map, text));
}

void rewrite_add(struct arena *arena, struct node *list, const struct node *item)
{
    struct node *copy = arena_new(arena, struct node);
    *copy = *item;
    *arena_push(arena, list) = copy;
}

void rewrite_add_all(struct arena *arena, struct node *list, const struct node *items)
{
    if (items && items->kind != NODE_LIST) {
        rewrite_add(arena, list, items);
        return;
    }
    for (size_t i = 0; items && i < items->count; i++) {
        *arena_push(arena, list) = items->at[i];
    }
}

static bool is_listed(str key, const str *keys, size_t count)
{
    size_t i = 0;
    while (i < count && !str_equal(key, keys[i])) {
        i++;
    }
    return i < count;
}

struct node *rewrite_without(struct arena *arena, const struct node *map, const str *keys,
                             size_t key_count)
{
    static const struct node nothing = {.kind = NODE_MAP};
    const struct node *from = map && map->kind == NODE_MAP ? map : &nothing;
    struct node *copy = rewrite_map(arena, from);
    for (size_t i = 0; i < from->count; i++) {
        if (!is_listed(from->at[i]->key, keys, key_count)) {
            *arena_push(arena, copy) = from->at[i];
        }
    }
    return copy;
}

struct node *rewrite_merge(struct arena *arena, const struct node *below,
                           const struct node *above)
{
    struct node *merged = rewrite_without(arena, below ? below : above, NULL, 0);
    for (size_t i = 0; below && above && i < above->count; i++) {
        rewrite_set(arena, merged, above->at[i]->key, above->at[i]);
    }
    return merged;
}

bool rewrite_is_null(const struct node *node)
{
    return node && node->kind == NODE_SCALAR && !node->is_quoted &&
           (!node->text.length || str_equal(node->text, S("null")) ||
            str_equal(node->text, S("~")));
}

bool rewrite_is_text(const struct node *node, str text)
{
    return node && node->kind == NODE_SCALAR && str_equal(node->text, text);
}

const struct node *rewrite_find(const struct node *map, str key)
{
    return map ? node_find(map, key) : NULL;
}

str rewrite_text_of(const struct node *map, str key)
{
    const struct node *node = rewrite_find(map, key);
    return node && node->kind == NODE_SCALAR && !rewrite_is_null(node) ? node->text
                                                                       : (str){0};
}

bool rewrite_is_true(const struct node *node)
{
    return node && !rewrite_is_null(node) &&
           (node->is_quoted || !rewrite_is_text(node, S("false")));
}
