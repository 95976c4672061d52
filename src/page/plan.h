/* SPDX-License-Identifier: MIT */
/*
 * The plan of a document: its blocks placed on pages, with the table of
 * contents and the cover that its length, or its author, asks for.
 *
 * The length is known once the blocks are placed. Where it asks for more, all
 * is placed once again with that; blocks are set only once.
 */
#ifndef PAGE_PLAN_H
#define PAGE_PLAN_H

#include "cover.h"

struct plan {
    struct flow_blocks blocks;
    struct flow_placements placements;
    const struct cover_page *cover; /* the first page; or NULL */
};

/* The setting has a list of tables of contents, which is empty. */
NODISCARD bool plan_make(const struct setting *setting, const struct document *document,
                         struct plan *plan);

#endif
