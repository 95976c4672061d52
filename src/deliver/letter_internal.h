/* SPDX-License-Identifier: MIT */
/* What the files of the letter module share. */
#ifndef DELIVER_LETTER_INTERNAL_H
#define DELIVER_LETTER_INTERNAL_H

#include "deliver/letter.h"

/* What the program writes, in the letter's language. */
str letter_phrase(const struct letter *letter, enum phrase phrase);

/* "5 of 12 rows", or empty where the letter has them all. */
str letter_rows(struct arena *arena, const struct letter *letter);

/* The letter's table, which it must have, with a column. */
struct html;
void letter_table_html(struct html *html, const struct letter *letter);

/* The chart as PNG: LETTER_WIDTH at two pixels each, on a white panel with a border. */
NODISCARD bool letter_draw_chart(struct arena *arena, const struct chart *chart,
                                 const struct theme *theme, struct fonts *fonts,
                                 str id_domain, struct letter_image *image,
                                 struct error *error);

/* What a letter shows of a table: its first rows and columns, and its total. */
const struct table_block *letter_table(struct arena *arena,
                                       const struct table_block *table);

/* Rows of a table that are no total. */
size_t letter_table_rows(const struct table_block *table);

/* "e derived; n.a. not available": what flags and signs of the figures stand for. */
str letter_key(struct arena *arena, const struct letter *letter);

/* What stands below the table: how many rows it has here, and the key. */
str letter_table_foot(struct arena *arena, const struct letter *letter);

/* Whether the head of a table has the line: heads over several columns, or units. */
bool letter_has_spanners(const struct table_block *table);
bool letter_has_units(const struct table_block *table);

/* Whether a flag stands at a figure of the column: then all make room for one. */
bool letter_has_flags(const struct table_block *table, size_t column);

/* Columns from `column` on with its spanner, 1 where it has none. */
size_t letter_spanned(const struct table_block *table, size_t column);

/* `text` with each `name` replaced by the value, percent-encoded. */
str letter_place(struct arena *arena, str text, str name, str value);

/* The first `count` sentences. */
str letter_sentences(str text, size_t count);

#endif
