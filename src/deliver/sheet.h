/* SPDX-License-Identifier: MIT */
/* Sheet: rows of cells in aligned columns, for plain text. */
#ifndef DELIVER_SHEET_H
#define DELIVER_SHEET_H

#include "base/buffer.h"

enum { SHEET_COLUMNS_MAX = 8 };

struct sheet {
    struct arena *arena;
    size_t column_count;
    bool is_right[SHEET_COLUMNS_MAX]; /* its cells end on a line; else they begin on one */
    size_t gaps[SHEET_COLUMNS_MAX]; /* spaces before each */
    size_t widths[SHEET_COLUMNS_MAX]; /* of the widest cell; 0: the column is left out */
    struct str_list cells; /* row by row */
};

void sheet_add(struct sheet *sheet, str cell); /* on one line, whatever is in it */

size_t sheet_width(const struct sheet *sheet);

/* Makes it as narrow as `width`: the first column gives way, then the last ones go. */
void sheet_fit(struct sheet *sheet, size_t width);

/* A row with a line feed, without spaces before it. */
void sheet_print(const struct sheet *sheet, size_t row, struct buffer *out);

#endif
