/* SPDX-License-Identifier: MIT */
/* What an entry of `data:` says about its files, besides their names. */
#include "table/load.h"

static bool read_optional(const struct node *node, str key, str *text, struct error *error)
{
    const struct node *item = node_find(node, key);
    return !item || node_text(item, text, error);
}

/* A name, or the path of a file beside the briefing. */
static bool read_profile(struct arena *arena, const struct node *node, str folder,
                         struct load_source *source, struct error *error)
{
    const struct node *profile = node_find(node, S("profile"));
    if (!profile) {
        return true;
    }
    source->profile_place = node_place(profile);
    if (!node_text(profile, &source->profile, error)) {
        return false;
    }
    if (str_ends(source->profile, S(".yaml"))) {
        source->profile = path_join(arena, folder, source->profile);
    }
    return true;
}

static bool read_decimal(const struct node *node, struct load_source *source,
                         struct error *error)
{
    static const str marks[] = {S("."), S(",")};
    const struct node *decimal = node_find(node, S("decimal"));
    size_t choice;
    if (!decimal) {
        return true;
    }
    if (!node_choice(decimal, marks, COUNT_OF(marks), &choice, error)) {
        return false;
    }
    source->decimal = marks[choice];
    return true;
}

static bool read_overlap(const struct node *node, struct load_source *source,
                         struct error *error)
{
    const struct node *rule = node_find(node, S("on-overlap"));
    str word;
    if (!rule) {
        return true;
    }
    if (!node_text(rule, &word, error)) {
        return false;
    }
    return overlap_rule_parse(word, &source->on_overlap) ||
           node_error(rule, error, "\"%.*s\" is not error or newest", STR_ARG(word));
}

static bool read_assumptions(struct arena *arena, const struct node *node,
                             struct load_source *source, struct error *error)
{
    const struct node *map = node_find(node, S("assume"));
    if (map && !node_expect(map, NODE_MAP, error)) {
        return false;
    }
    for (size_t i = 0; map && i < map->count; i++) {
        struct load_assumption assumption = {.column = map->at[i]->key,
                                             .place = node_place(map->at[i])};
        if (!node_text(map->at[i], &assumption.text, error)) {
            return false;
        }
        *arena_push(arena, &source->assumptions) = assumption;
    }
    return true;
}

bool load_source_read(struct arena *arena, const struct node *node, str folder,
                      struct load_source *source, struct error *error)
{
    return read_profile(arena, node, folder, source, error) &&
           read_optional(node, S("encoding"), &source->encoding, error) &&
           read_decimal(node, source, error) && read_overlap(node, source, error) &&
           read_assumptions(arena, node, source, error) &&
           schema_read(arena, node_find(node, S("schema")), &source->schema, error);
}
