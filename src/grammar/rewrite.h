/* SPDX-License-Identifier: MIT */
/*
 * Rewriting: new nodes from those of a specification, which are never changed.
 *
 * A new node keeps the place of the one that it is made `like`, so that errors in what
 * was rewritten point at what the author wrote. Parts are shared.
 */
#ifndef GRAMMAR_REWRITE_H
#define GRAMMAR_REWRITE_H

#include "base/node.h"

struct node *rewrite_map(struct arena *arena, const struct node *like);
struct node *rewrite_list(struct arena *arena, const struct node *like);
struct node *rewrite_text(struct arena *arena, const struct node *like, str text);
/* A number, flag or null: a scalar without quotes. */
struct node *rewrite_plain(struct arena *arena, const struct node *like, str text);

/* Puts a member into a map made here, in the place of one of that key; NULL adds nothing.
 */
void rewrite_set(struct arena *arena, struct node *map, str key, const struct node *value);
void rewrite_set_text(struct arena *arena, struct node *map, str key, str text);
void rewrite_add(struct arena *arena, struct node *list, const struct node *item);
/* All items of another list, which may be NULL; what is no list is one item. */
void rewrite_add_all(struct arena *arena, struct node *list, const struct node *items);

/* The same members in a new map, without those of the listed keys. NULL is empty. */
struct node *rewrite_without(struct arena *arena, const struct node *map, const str *keys,
                             size_t key_count);
/* Members of `above` before those of `below`; either may be NULL, not both. */
struct node *rewrite_merge(struct arena *arena, const struct node *below,
                           const struct node *above);

/* Questions about a node, or about NULL. */
bool rewrite_is_null(const struct node *node); /* null is written there */
bool rewrite_is_text(const struct node *node, str text);
const struct node *rewrite_find(const struct node *map, str key);
str rewrite_text_of(const struct node *map, str key); /* of a scalar; or empty */
bool rewrite_is_true(const struct node *node); /* given, and neither false nor null */

#endif
