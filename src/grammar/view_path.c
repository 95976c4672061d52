/* SPDX-License-Identifier: MIT */
#include "view_path.h"

#include "base/buffer.h"

static bool is_plain_key(str key)
{
    bool is_plain = key.length > 0;
    for (size_t i = 0; i < key.length; i++) {
        char c = key.at[i];
        is_plain = is_plain && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                                (c >= '0' && c <= '9') || c == '_' || c == '$');
    }
    return is_plain;
}

str view_path_step(struct arena *arena, str path, const struct node *item, size_t index)
{
    if (!item->key.length) {
        return str_print(arena, "%.*s[%zu]", STR_ARG(path), index);
    }
    return is_plain_key(item->key)
               ? str_print(arena, "%.*s.%.*s", STR_ARG(path), STR_ARG(item->key))
               : str_print(arena, "%.*s[\"%.*s\"]", STR_ARG(path), STR_ARG(item->key));
}

/* Where a part begins: at its key, if it has one. */
static size_t start_of(const struct node *node)
{
    return node->key.length && node->key_offset < node->offset ? node->key_offset
                                                               : node->offset;
}

/* Parts stand in the order of the text: the last that does not begin later has the offset.
 */
static const struct node *part_at(const struct node *node, size_t offset, size_t *index)
{
    const struct node *found = NULL;
    for (size_t i = 0; node->kind != NODE_SCALAR && i < node->count; i++) {
        if (start_of(node->at[i]) > offset) {
            break;
        }
        found = node->at[i];
        *index = i;
    }
    return found;
}

str view_path(struct arena *arena, const struct node *root, const struct node *node)
{
    str path = S("$");
    const struct node *part = root;
    while (part && node->source == root->source && part->offset != node->offset) {
        size_t index = 0;
        part = part_at(part, node->offset, &index);
        path = part ? view_path_step(arena, path, part, index) : path;
    }
    return path;
}
