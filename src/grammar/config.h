/* SPDX-License-Identifier: MIT */
/* Config: the defaults of a specification over those of a look. */
#ifndef GRAMMAR_CONFIG_H
#define GRAMMAR_CONFIG_H

#include "base/node.h"

/*
 * One map of both, either of which may be NULL, not both: sections are merged member by
 * member, styles and `range` too. What the file says by `font`, `color` and `fontSize` is
 * put where it belongs, below what its sections say.
 */
const struct node *config_merge(struct arena *arena, const struct node *file,
                                const struct node *look);

/* A section that is a map, or a member of it; NULL where there is none. */
const struct node *config_section(const struct node *config, str section);
const struct node *config_member(const struct node *config, str section, str key);

#endif
