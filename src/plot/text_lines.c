/* SPDX-License-Identifier: MIT */
#include "text_lines.h"

struct str_list text_lines(struct arena *arena, str text)
{
    struct str_list lines = {0};
    while (text.length) {
        str rest;
        *arena_push(arena, &lines) = str_cut(text, '\n', &rest);
        text = rest;
    }
    return lines;
}

struct str_list text_lines_of(struct arena *arena, const struct node *node)
{
    struct str_list lines = {0};
    if (!node || node->kind == NODE_MAP) {
        return lines;
    }
    if (node->kind == NODE_SCALAR) {
        bool is_null = !node->is_quoted && str_equal(node->text, S("null"));
        return is_null ? lines : text_lines(arena, node->text);
    }
    for (size_t i = 0; i < node->count; i++) {
        *arena_push(arena, &lines) = node->at[i]->text;
    }
    return lines;
}
