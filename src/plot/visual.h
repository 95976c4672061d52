/* SPDX-License-Identifier: MIT */
/*
 * Visual values of marks besides their places: colours, sizes, shapes, texts. The first
 * condition that holds gives the value, else the channel, else the mark's definition.
 */
#ifndef PLOT_VISUAL_H
#define PLOT_VISUAL_H

#include "model.h"

struct unit_view;

/* A channel made ready for a unit's rows. */
struct visual {
    const struct channel *channel; /* NULL: nothing is said */
    const struct unit_view *view;
    enum channel_name name;
    const struct scale *scale;
    const struct datum *column; /* of the field of the channel's encoding; or NULL */
    const bool **holds; /* by rule: for which rows its test holds; NULL: it has none */
};

struct visual visual_of(const struct unit_view *view, enum channel_name name);

/* What decides for a row: the definition of the channel or of a condition; NULL if nothing
 * does. Its datum: of the row, given, or the value as written. */
const struct channel *visual_decides(const struct visual *visual, size_t row,
                                     struct datum *datum);

double visual_number(const struct visual *visual, size_t row, double otherwise);
str visual_word(const struct visual *visual, size_t row, str otherwise);

/* What a row is painted with: a colour, nothing, or what the mark has by default. */
enum visual_paint { PAINT_DEFAULT, PAINT_NONE, PAINT_COLOR };
enum visual_paint visual_color(const struct visual *visual, size_t row, color *out);
enum visual_paint visual_paint_named(const struct maker *maker, const struct node *node,
                                     color *out);

/* A property of the mark's definition: the same for all rows, or a formula of each. */
struct mark_property {
    const struct unit_view *view;
    const struct node *node; /* as written, or NULL */
    const struct formula *formula; /* or NULL */
};

struct mark_property mark_property(const struct unit_view *view, str key);
double mark_property_number(const struct mark_property *property, size_t row,
                            double otherwise);
str mark_property_text(const struct mark_property *property, size_t row, str otherwise);

#endif
