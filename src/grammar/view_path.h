/* SPDX-License-Identifier: MIT */
/* Paths of parts of a specification: "$.layer[0].encoding.x". */
#ifndef GRAMMAR_VIEW_PATH_H
#define GRAMMAR_VIEW_PATH_H

#include "base/node.h"

/*
 * Of the part of `root` that stands where the node does: nodes that were rewritten keep
 * their place. A node of another file has the path "$".
 */
str view_path(struct arena *arena, const struct node *root, const struct node *node);

/* A step further down; `index` is for items of lists, whose key is empty. */
str view_path_step(struct arena *arena, str path, const struct node *item, size_t index);

#endif
