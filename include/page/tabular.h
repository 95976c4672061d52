/* SPDX-License-Identifier: MIT */
/*
 * Tabular: a table block set to lines, columns and rows.
 *
 * Everything is measured first: cells, then column widths, then the head.
 * Numbers are right-aligned on their point, flags and the marks of notes hang
 * outside the right edge, heads stand on a common bottom line. A table takes the narrowest
 * of 6, 8 and 12 columns of the grid that holds it (or the width of its place), and the
 * space that is left goes evenly between its columns. Columns of text are wrapped where
 * there is too little.
 *
 * Rows are told apart by hairlines, those of a table with many columns by a
 * tint; cells with heat have that of their class, explained below the rows.
 *
 * Units of the flow are rows. Parts after the first say what goes on in them
 * and repeat the head; the head of a group is never the last row of one.
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

#define TABULAR_INDENT 8.0 /* of a row below the head of its group */
#define TABULAR_GROUP_GAP 4.0 /* above the head of a group */

struct tabular_cell {
    struct text_block text;
    struct text_line flag; /* and the mark of a note */
    double before; /* width up to the point; the whole width without one */
    bool is_number; /* aligned on the point */
};

struct tabular_column {
    double left, right; /* where its text begins and ends, from the table's left edge */
    double width; /* right - left */
    double before, after; /* widest of its numbers on each side of the point */
    double arrow; /* room for arrows before them */
    double overhang; /* of its flags and marks */
    bool is_left; /* text and sparklines; numbers are right-aligned */
    struct text_block head, unit;
    struct text_line mark; /* of a note on the head */
    struct text_block spanner; /* of this and the columns to its right that have the same */
};

struct tabular_row {
    struct tabular_cell *cells;
    double height; /* with the gap */
    double gap; /* above the head of a group */
};

/* The key of a column's heat: its name, a swatch for each class, bounds between them. */
struct tabular_heat {
    size_t column;
    struct text_line name;
    struct text_line bounds[TABLE_HEAT_CLASSES_MAX - 1];
};

struct tabular {
    const struct setting *setting;
    struct place place;
    const struct table_block *block;
    double width;
    struct text_line number;
    struct text_line continued; /* in place of the caption, where the table goes on */
    struct text_block title, subtitle, notes, source;
    struct text_block *marked; /* the notes that have marks */
    struct tabular_heat *heats; /* the keys of the columns that have heat */
    size_t heat_count;
    double caption_height; /* tab and number, title and subtitle, and the space below */
    double continued_height;
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

/* The cells of all columns, and how much room their columns need for them. */
void tabular_set_cells(struct tabular *tabular);

/* The cells of a column, and one of them, again, wrapped to a width. */
void tabular_wrap_column(struct tabular *tabular, size_t column, double width);
void tabular_wrap_cell(struct tabular *tabular, size_t row, size_t column, double width);

/* Whether a row is nothing but the head of a group: its first cell stands over all. */
bool tabular_is_mere_head(const struct table_block *block, size_t row);

/* The heads of the columns and their spanners. */
void tabular_set_heads(struct tabular *tabular);

/* The column after the last one that stands under the spanner of `first`, if it has one. */
size_t tabular_spanner_end(const struct table_block *block, size_t first);

/* Places the columns in at most `width`; false and an error if they do not fit. */
NODISCARD bool tabular_place_columns(struct tabular *tabular, double width);

/* Title and subtitle above the rows; notes, keys and source below. */
void tabular_set_caption(struct tabular *tabular);
void tabular_set_foot(struct tabular *tabular);

/* "e derived; n.a. not available.": the flags and words that a table uses. */
str tabular_key(const struct setting *setting, const struct table_block *block);

/* --- heat ------------------------------------------------------------------------------
 */

/* The tint of a class of a column, and the ink that can be read on it. */
color tabular_heat_tint(const struct theme *theme, const struct table_heat *heat,
                        int class);
color tabular_heat_ink(const struct theme *theme, color tint);

/* The keys below the rows; both return their height. */
double tabular_set_heat_keys(struct tabular *tabular);
double tabular_draw_heat_keys(const struct tabular *tabular, struct scene *scene, point at);

/* --- in the flow -----------------------------------------------------------------------
 */

struct flow_part tabular_fit(const struct tabular *tabular, size_t from, double height);

/* `caption_height` is at least the table's own: what its neighbours in a row need. */
void tabular_draw(const struct tabular *tabular, struct scene *scene, point at,
                  struct flow_part part, double caption_height);

/* Caption, heads and foot of a part, on a scene. */
struct tabular_canvas {
    const struct tabular *tabular;
    const struct setting *setting;
    struct scene *scene;
    double x;
};

void tabular_open(const struct tabular_canvas *canvas, enum scene_role role,
                  enum table_scope scope);

/* That of a column: what is aligned on the right keeps its place in the column where pages
 * are mirrored, since figures stand one below the other. */
void tabular_open_in(const struct tabular_canvas *canvas,
                     const struct tabular_column *column, enum scene_role role,
                     enum table_scope scope);
void tabular_rule(const struct tabular_canvas *canvas, double from, double to, double y,
                  double width, enum theme_color ink);
void tabular_draw_caption(const struct tabular_canvas *canvas, double y);
void tabular_draw_continued(const struct tabular_canvas *canvas, double y);
double tabular_draw_head(const struct tabular_canvas *canvas, double y);
void tabular_draw_foot(const struct tabular_canvas *canvas, double y);

#endif
