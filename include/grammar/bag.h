/* SPDX-License-Identifier: MIT */
/*
 * Bags: properties that may be given in several places, the nearest first.
 *
 * The properties of an axis, say, are looked for in the channel's `axis`, then in
 * its styles, then in `axisYQuantitative`, ... `axis` of the config. A value
 * that is an {expr: ...} or {signal: ...} was put in its place when the view was read, if
 * it could be.
 * Getters are true and set *out where the property is given (and is no null);
 * wrong types were refused when the view was read.
 */
#ifndef GRAMMAR_BAG_H
#define GRAMMAR_BAG_H

#include "base/node.h"
#include "scene/geometry.h"

enum { BAG_NODES_MAX = 24 };

struct bag {
    const struct node *at[BAG_NODES_MAX]; /* maps; the first that has a key decides */
    size_t count;
};

void bag_add(struct bag *bag, const struct node *map); /* NULL adds nothing */

const struct node *bag_find(const struct bag *bag, str key); /* or NULL; null is a node */
bool bag_is_null(const struct bag *bag, str key); /* given as null (or false) */
bool bag_number(const struct bag *bag, str key, double *out);
bool bag_flag(const struct bag *bag, str key, bool *out);
bool bag_text(const struct bag *bag, str key, str *out);
/* Names and forms of CSS (css.h). False where it is transparent, or a name of the theme's.
 */
bool bag_color(const struct bag *bag, str key, color *out);

/* The text of an {expr: ...} that stays: it uses `datum`, `width`, scale() or the like,
 * what only who draws knows. NULL where the value is none. */
const struct node *bag_expression(const struct bag *bag, str key);

/* The same with what stands where nothing was given. */
double bag_number_or(const struct bag *bag, str key, double otherwise);
bool bag_flag_or(const struct bag *bag, str key, bool otherwise);
str bag_text_or(const struct bag *bag, str key, str otherwise);

#endif
