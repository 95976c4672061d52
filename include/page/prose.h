/* SPDX-License-Identifier: MIT */
/*
 * Prose: paragraphs, lists and quotes set to lines, and lines poured into
 * columns.
 *
 * A run of prose becomes one list of lines. Columns are filled from it in
 * order; where all of the rest fits, they are balanced. No column ends or
 * begins with a single line of a paragraph.
 */
#ifndef PAGE_PROSE_H
#define PAGE_PROSE_H

#include "page/flow.h"

enum { PROSE_COLUMNS_MAX = 2 };

/* What a line belongs to in the structure of the document: an item, its list ... */
struct prose_tag {
    const struct prose_tag *parent;
    enum scene_role role;
    size_t depth; /* parents above it */
};

struct prose_line {
    struct text_line text;
    struct text_line marker; /* en dash or number, before the first line of an item */
    double x, marker_x;
    double space_above; /* none at the top of a column */
    bool may_start; /* a column may begin with this line */
    const struct prose_tag *tag;
};

struct prose_layout {
    const struct text_style *style;
    double width; /* of a column */
    size_t columns;
    double gutter;
    bool has_gaps; /* half a line between paragraphs, instead of an indent */
    bool is_listing; /* neither: paragraphs are lines of code */
};

struct prose {
    const struct setting *setting;
    struct prose_layout layout;
    double line_height;
    struct prose_line *at;
    size_t count, capacity;
};

/* What prose can hold: paragraphs, lists, quotes. */
bool prose_holds(const struct block *block);

/* Another kind of block in it is an error. */
const struct prose *prose_set(const struct setting *setting, const struct blocks *blocks,
                              struct prose_layout layout);

/* What of the lines from `from` on fits into columns of `height`. */
struct flow_part prose_fit(const struct prose *prose, size_t from, double height);

/* Adds the footnotes that the lines of a part refer to. */
void prose_list_notes(const struct prose *prose, struct flow_part part,
                      struct note_list *notes);

void prose_draw(const struct prose *prose, struct scene *scene, point at,
                struct flow_part part);

#endif
