/* SPDX-License-Identifier: MIT */
/* The channels row, column and facet of a unit become a facet around it. */
#include "definition.h"
#include "normal.h"
#include "rewrite.h"

static const str layout_keys[] = {S("align"), S("center"), S("spacing"), S("columns")};
static const str facet_channels[] = {S("row"), S("column"), S("facet")};

/* What belongs to the unit in the facet; the rest stays outside. */
static const str unit_keys[] = {
    S("mark"), S("width"),  S("projection"), S("height"),
    S("view"), S("params"), S("encoding"),
};

static bool is_field(const struct node *encoding, str channel)
{
    return definition_is_field(rewrite_find(encoding, channel));
}

/* align: {row: ..., column: ...} of the channels' own. */
static void add_layout(struct arena *arena, struct node *facet, const struct node *encoding)
{
    for (size_t i = 0; i < 3; i++) {
        struct node *both = NULL;
        for (size_t channel = 0; channel < 2; channel++) {
            const struct node *own = rewrite_find(
                rewrite_find(encoding, facet_channels[channel]), layout_keys[i]);
            if (own) {
                both = both ? both : rewrite_map(arena, own);
                rewrite_set(arena, both, facet_channels[channel], own);
            }
        }
        rewrite_set(arena, facet, layout_keys[i], both);
    }
}

static void add_grid(struct arena *arena, struct node *facet, const struct node *encoding)
{
    struct node *grid = rewrite_map(arena, encoding);
    for (size_t i = 0; i < 2; i++) {
        const struct node *own = node_find(encoding, facet_channels[i]);
        if (own) {
            rewrite_set(arena, grid, facet_channels[i],
                        rewrite_without(arena, own, layout_keys, COUNT_OF(layout_keys)));
        }
    }
    rewrite_set(arena, facet, S("facet"), grid);
    add_layout(arena, facet, encoding);
}

static void add_wrapped(struct arena *arena, struct node *facet, const struct node *own)
{
    for (size_t i = 0; i < COUNT_OF(layout_keys); i++) {
        rewrite_set(arena, facet, layout_keys[i], node_find(own, layout_keys[i]));
    }
    rewrite_set(arena, facet, S("facet"),
                rewrite_without(arena, own, layout_keys, COUNT_OF(layout_keys)));
}

static const struct node *inner_unit(struct arena *arena, const struct node *unit,
                                     const struct node *encoding)
{
    struct node *inner = rewrite_map(arena, unit);
    for (size_t i = 0; i < COUNT_OF(unit_keys); i++) {
        rewrite_set(arena, inner, unit_keys[i], node_find(unit, unit_keys[i]));
    }
    rewrite_set(arena, inner, S("encoding"),
                rewrite_without(arena, encoding, facet_channels, COUNT_OF(facet_channels)));
    return inner;
}

const struct node *normal_facet_channels(const struct normal *normal,
                                         const struct node *unit)
{
    struct arena *arena = normal->arena;
    const struct node *encoding = node_find(unit, S("encoding"));
    bool is_grid = is_field(encoding, S("row")) || is_field(encoding, S("column"));
    if (!is_grid && !is_field(encoding, S("facet"))) {
        return NULL;
    }
    const struct node *wrapped = node_find(encoding, S("facet"));
    if (is_grid && wrapped && normal->warnings) {
        warning_add(normal->warnings, node_key_place(wrapped),
                    "the channel \"facet\" is ignored beside row and column");
    }
    struct node *facet = rewrite_without(arena, unit, unit_keys, COUNT_OF(unit_keys));
    if (is_grid) {
        add_grid(arena, facet, encoding);
    } else {
        add_wrapped(arena, facet, wrapped);
    }
    rewrite_set(arena, facet, S("spec"), inner_unit(arena, unit, encoding));
    return facet;
}
