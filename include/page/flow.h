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

struct flow_class {
    const char *name; /* in errors: "figure" */

    /* What fits from unit `from` on. An empty part: nothing does. */
    struct flow_part (*fit)(const struct flow_block *block, size_t from, double height);

    void (*draw)(const struct flow_block *block, struct scene *scene, point at,
                 struct flow_part part);
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

struct flow_placements {
    struct flow_placement *at;
    size_t count, capacity;
};

/* The fit() of unbreakable blocks: all or nothing. */
struct flow_part flow_fit_whole(const struct flow_block *block, size_t from, double height);

/* All of the block, however high. */
struct flow_part flow_whole(const struct flow_block *block);

/*
 * Places the blocks, on the first page from `top` down. A block that does not
 * fit on a page of its own is ERROR_CONFIG at its place.
 */
NODISCARD bool flow_place(const struct setting *setting, const struct flow_blocks *blocks,
                          double top, struct flow_placements *placements);

/*
 * Moves blocks down by whole lines so that a page that is nearly full ends at its foot.
 * The last page stays as it is.
 */
void flow_spread(const struct theme *theme, struct flow_placements *placements);

/* Blocks below each other without a page: the cells of a row. */
double flow_stack_height(const struct theme *theme, const struct flow_blocks *blocks);
void flow_stack_draw(const struct theme *theme, const struct flow_blocks *blocks,
                     struct scene *scene, point at);

#endif
