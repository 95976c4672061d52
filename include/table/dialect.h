/* SPDX-License-Identifier: MIT */
/*
 * Dialect: how the rows of a text are laid out, found out from its first rows.
 *
 * The separator is the one of comma, semicolon, tab and bar that most rows
 * have in the same number. The header is the first row that a profile
 * recognises; without one, the first row, or, where rows of one field stand
 * above rows that have several, the first of those.
 */
#ifndef TABLE_DIALECT_H
#define TABLE_DIALECT_H

#include "table/reader.h"

enum { DIALECT_ROWS_MAX = 40 };

/* The first rows of a text. */
struct dialect_head {
    struct reader_row at[DIALECT_ROWS_MAX];
    size_t count;
};

char dialect_separator(str text);

NODISCARD bool dialect_read(struct arena *arena, const struct source *text, char separator,
                            struct dialect_head *head, struct error *error);

/* Index of the row that is the header of a tidy file. */
size_t dialect_header(const struct dialect_head *head);

/* Fields of a header less the empty one behind a separator that ends it. */
size_t dialect_width(const struct reader_row *header);

#endif
