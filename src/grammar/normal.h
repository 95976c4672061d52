/* SPDX-License-Identifier: MIT */
/*
 * The normal form of a specification, nodes to nodes, as Vega-Lite normalises:
 *
 *   repeat             -> concat, or layer (normal_repeat.c)
 *   row, column, facet -> a facet around the unit (normal_facet.c)
 *   shared encodings   -> in each layer (normal_layer.c)
 *   errorbar, errorband, boxplot -> layers of plain marks (normal_*.c of those names)
 *   point, line of a mark -> layers over it (normal_overlay.c)
 *   a line with x2, y2 -> a rule
 *
 * Each step gives the next a specification that an author could have written.
 */
#ifndef GRAMMAR_NORMAL_H
#define GRAMMAR_NORMAL_H

#include "base/error.h"
#include "base/node.h"

struct normal {
    struct arena *arena;
    const struct node *config; /* merged: config.h */
    struct warnings *warnings; /* or NULL */
    struct error *error;
};

/* What the layers around a view give it; either may be NULL. */
struct inherited {
    const struct node *encoding, *projection;
};

/* NULL and an error. The result shares what was not changed. */
const struct node *normal_view(const struct normal *normal, const struct node *view,
                               struct inherited inherited);

/* One for each kind of view, and for what units are made into. */
const struct node *normal_repeat(const struct normal *normal, const struct node *view,
                                 struct inherited inherited);
/* NULL without an error: the unit has no facet channels. */
const struct node *normal_facet_channels(const struct normal *normal,
                                         const struct node *unit);
/* Layers in the place of the unit; the unit itself where it has no overlays. */
const struct node *normal_overlay(const struct normal *normal, const struct node *unit);
const struct node *normal_errorbar(const struct normal *normal, const struct node *unit);
const struct node *normal_errorband(const struct normal *normal, const struct node *unit);
const struct node *normal_boxplot(const struct normal *normal, const struct node *unit);

/* The encoding with what it inherits; `is_layer` takes over conditions too. */
const struct node *normal_encoding(const struct normal *normal, const struct node *outer,
                                   const struct node *own, bool is_layer);

/* The word of `mark`, which may be a map with a type; and always the map. */
str normal_mark_word(const struct node *unit);
const struct node *normal_mark(struct arena *arena, const struct node *unit);

#endif
