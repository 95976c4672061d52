/* SPDX-License-Identifier: MIT */
/* Recipients of a YAML file: a list of maps. */
#include "recipients_internal.h"

/* A value, or a list of names as one text. */
static bool read_value(struct arena *arena, const struct node *node, str *text,
                       struct error *error)
{
    enum recipient_key key = recipient_key(node->key);
    bool is_names = key == KEY_GROUPS || key == KEY_BRIEFINGS;
    if (!is_names || node->kind != NODE_LIST) {
        return node_text(node, text, error);
    }
    str *names = arena_array(arena, str, node->count);
    for (size_t i = 0; i < node->count; i++) {
        if (!node_text(node->at[i], &names[i], error)) {
            return false;
        }
    }
    *text = str_join(arena, names, node->count, S(";"));
    return true;
}

/* A known key in another case; YAML itself refuses the same one. */
static bool is_taken(const struct node *map, size_t index)
{
    enum recipient_key key = recipient_key(map->at[index]->key);
    for (size_t i = 0; i < index && key != KEY_PARAMETER; i++) {
        if (recipient_key(map->at[i]->key) == key) {
            return true;
        }
    }
    return false;
}

static bool read_recipient(struct arena *arena, const struct node *map,
                           struct recipients *recipients, struct error *error)
{
    if (!node_expect(map, NODE_MAP, error)) {
        return false;
    }
    struct recipient_cell *cells = arena_array(arena, struct recipient_cell, map->count);
    const struct node *address = NULL;
    for (size_t i = 0; i < map->count; i++) {
        const struct node *node = map->at[i];
        cells[i].heading = node->key;
        if (!read_value(arena, node, &cells[i].text, error)) {
            return false;
        }
        enum recipient_key key = recipient_key(node->key);
        if (is_taken(map, i)) {
            return error_at(error, ERROR_CONFIG, node_key_place(node),
                            "the key is here twice");
        }
        if (key == KEY_ADDRESS) {
            address = node;
        }
        if (key == KEY_PARAMETER) {
            recipients_add_parameter(arena, recipients, node->key, node_key_place(node));
        }
    }
    if (!address) {
        recipients_refuse(arena, recipients, node_place(map), S(""),
                          S("the recipient has no address"));
        return true;
    }
    struct recipient recipient = {.place = node_place(address)};
    str message;
    size_t bad = recipient_from_cells(arena, cells, map->count, &recipient, &message);
    if (bad < map->count) {
        recipients_refuse(arena, recipients, node_place(map->at[bad]), address->text,
                          message);
    } else {
        *arena_push(arena, recipients) = recipient;
    }
    return true;
}

bool recipients_read_yaml(struct arena *arena, const struct source *source,
                          struct recipients *recipients, struct error *error)
{
    const struct node *list = node_load(arena, source, 0, source->text.length, error);
    if (!list || !node_expect(list, NODE_LIST, error)) {
        return false;
    }
    for (size_t i = 0; i < list->count; i++) {
        if (!read_recipient(arena, list->at[i], recipients, error)) {
            return false;
        }
    }
    return true;
}
