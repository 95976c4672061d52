/* SPDX-License-Identifier: MIT */
/*
 * Tabular: a table block set to lines, columns and rows.
 *
 * Everything is measured first: cells, then column widths, then the head.
 * Numbers are right-aligned on their point, flags hang outside the right
 * edge, heads stand on a common bottom line. A table takes the narrowest of
 * 6, 8 and 12 columns of the grid that holds it (or the width of its place),
 * and the space that is left goes evenly between its columns. Columns of text
 * are wrapped where there is too little.
 *
 * Units of the flow are rows. Parts after the first repeat the head.
 */
#ifndef PAGE_TABULAR_H
#define PAGE_TABULAR_H

#include "page/flow.h"

#define TABULAR_CAPTION_GAP 6.0
#define TABULAR_FLAG_GAP 0.6 /* between a number and its flag */
#define TABULAR_FOOT_GAP 5.0 /* below the closing rule */

/* Below the head and below a spanner; lines of a wrapped cell, as parts of the size. */
#define TABULAR_HEAD_GAP 4.0
#define TABULAR_SPANNER_GAP 5.0
#define TABULAR_LEADING 1.25

struct tabular_cell {
    struct text_block text;
    struct text_line flag;
    double before; /* width up to the point; the whole width without one */
    bool is_number; /* aligned on the point */
};

struct tabular_column {
    double left, right; /* where its text begins and ends, from the table's left edge */
    double width; /* right - left */
    double before, after; /* widest of its numbers on each side of the point */
    double arrow; /* room for arrows before them */
    double overhang; /* of its flags */
    bool is_left; /* text and sparklines; numbers are right-aligned */
    struct text_block head, unit;
    struct text_block spanner; /* of this and the columns to its right that have the same */
};

struct tabular_row {
    struct tabular_cell *cells;
    double height;
};

struct tabular {
    const struct setting *setting;
    struct place place;
    const struct table_block *block;
    double width;
    struct text_line number;
    struct text_block title, subtitle, notes, source;
    double caption_height; /* tab and number, title and subtitle, and the space below */
    double spanner_height, head_height; /* the head's with the spanners' */
    double foot_height;
    struct tabular_column *columns;
    struct tabular_row *rows;
};

/* Sets a table into at most `width`. NULL and an error if it is too wide or empty. */
const struct tabular *tabular_set(const struct setting *setting,
                                  const struct table_block *block, struct place place,
                                  double width);

/* --- the steps of it -------------------------------------------------------------------
 */

/* The column after the last one that stands under the spanner of `first`, if it has one. */
size_t tabular_spanner_end(const struct table_block *block, size_t first);

/* Places the columns in at most `width`; false and an error if they do not fit. */
NODISCARD bool tabular_place_columns(struct tabular *tabular, double width);

/* Title and subtitle above the rows; notes, the key of the flags and source below. */
void tabular_set_caption(struct tabular *tabular);
void tabular_set_foot(struct tabular *tabular);

/* The cells of a column again, wrapped to a width. */
void tabular_wrap_column(struct tabular *tabular, size_t column, double width);

/* --- in the flow -----------------------------------------------------------------------
 */

struct flow_part tabular_fit(const struct tabular *tabular, size_t from, double height);

/* `caption_height` is at least the table's own: what its neighbours in a row need. */
void tabular_draw(const struct tabular *tabular, struct scene *scene, point at,
                  struct flow_part part, double caption_height);

#endif
