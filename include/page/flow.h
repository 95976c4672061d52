/* SPDX-License-Identifier: MIT */
/*
 * Flow: blocks placed down the pages.
 *
 * A flow block is anything that has a height and can be drawn: its class says
 * how much of it fits into a height, counted in units of its own (lines of
 * prose, rows of a table; an unbreakable block is one unit). Placing is done
 * first and drawing afterwards, when the count of pages is known.
 */
#ifndef PAGE_FLOW_H
#define PAGE_FLOW_H

#include "page/setting.h"

/* The units [from, to) of a block, and the height that they take. */
struct flow_part {
    size_t from, to;
    double height;
};

struct flow_block;
struct note_list;

struct flow_class {
    const char *name; /* in errors: "figure" */

    /* What fits from unit `from` on. An empty part: nothing does. */
    struct flow_part (*fit)(const struct flow_block *block, size_t from, double height);

    void (*draw)(const struct flow_block *block, struct scene *scene, point at,
                 struct flow_part part);

    /* Adds the footnotes that a part refers to; NULL: blocks of this class have none. */
    void (*list_notes)(const struct flow_block *block, struct flow_part part,
                       struct note_list *notes);
};

struct flow_block {
    const struct flow_class *kind;
    const void *content; /* of its class */
    const struct block *source; /* the first block that it was made from */
    size_t units;
    double height; /* of an unbreakable block */
    double space_above, space_below; /* the larger of two neighbours' is kept; after a
                                        heading half of space_above */
    bool keeps_next; /* headings: never alone at the end of a page */
    bool is_bottom_aligned; /* stands on a line of the grid instead of hanging from one */
    bool begins_page;
};

struct flow_blocks {
    struct flow_block *at;
    size_t count, capacity;
};

struct flow_placement {
    const struct flow_block *block;
    struct flow_part part;
    size_t page;
    double y; /* from the top of the content box */
};

struct flow_page {
    double foot; /* what its footnotes take of the content box */
    size_t note_count;
};

struct flow_placements {
    struct flow_placement *at;
    size_t count, capacity;
    struct {
        struct flow_page *at;
        size_t count, capacity;
    } pages;
    struct {
        size_t *at;
        size_t count, capacity;
    } notes; /* of all pages, in their order */
};

/* The fit() of unbreakable blocks: all or nothing. */
struct flow_part flow_fit_whole(const struct flow_block *block, size_t from, double height);

/* All of the block, however high. */
struct flow_part flow_whole(const struct flow_block *block);

/* The top of a block below `before`, which ends at `y`. A heading is nearer to what it
 * heads. */
double flow_top_below(const struct theme *theme, double y, const struct flow_block *before,
                      const struct flow_block *block);

struct flow_start {
    size_t page;
    double top;
    size_t short_page; /* a page that is to end early, at `short_height`; 0: none */
    double short_height;
};

/*
 * Places the blocks from the start on; pages before it may have footnotes. A block that
 * does not fit on a page of its own is ERROR_CONFIG at its place.
 */
NODISCARD bool flow_place(const struct setting *setting, const struct flow_blocks *blocks,
                          struct flow_start start, struct flow_placements *placements);

/* How far down a page, one of the last, its blocks reach; 0 for a page without any. */
double flow_reach(const struct flow_placements *placements, size_t page);

/*
 * Moves blocks down by whole lines so that a page that is nearly full ends at its foot.
 * The last page stays as it is.
 */
void flow_spread(const struct theme *theme, struct flow_placements *placements);

#endif
