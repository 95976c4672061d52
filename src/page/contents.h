/* SPDX-License-Identifier: MIT */
/*
 * The table of contents: the headings of a document with their pages, which
 * are filled in once all blocks are placed. Its height does not depend on
 * them, so that one placing is enough.
 *
 * Headings within boxes are not listed: a box is no part of the line of
 * thought.
 */
#ifndef PAGE_CONTENTS_H
#define PAGE_CONTENTS_H

#include "page/flow.h"

struct contents_entry {
    const struct block *heading;
    struct text_block title;
    size_t page; /* from 0 */
    size_t first_line; /* of the table's */
};

struct contents {
    const struct setting *setting;
    struct text_block title;
    struct contents_entry *at;
    size_t count, capacity;
    size_t lines;
    double number_width; /* room for page numbers */
    double width;
};

/* All tables of contents of a document: they get their numbers together. */
struct contents_list {
    struct contents **at;
    size_t count, capacity;
};

/* The headings of levels 2 to the block's of the setting's blocks. Nothing where there are
 * none: then `made` has no units. The table is added to the setting's. */
NODISCARD bool contents_set(const struct setting *setting, const struct block *block,
                            double width, struct flow_block *made);

/* Gives the entries their pages. */
void contents_number(const struct contents *contents,
                     const struct flow_placements *placements);

#endif
