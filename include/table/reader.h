/* SPDX-License-Identifier: MIT */
/*
 * Reader: the rows of one CSV text, in order, through libcsv.
 *
 * Strict RFC 4180 but for the separator, and for fields that are ="...": quotes doubled
 * inside quotes, line breaks inside quotes, LF or CRLF. Spaces belong to the text. A blank
 * line is not a row. Every row knows its first physical line. Columns of places are counted
 * only when an error is made.
 *
 * A plain line, whose quotes stand at the borders of fields only, is split here:
 * libcsv would do the same, byte for byte. All others go through libcsv.
 */
#ifndef TABLE_READER_H
#define TABLE_READER_H

#include "base/error.h"

struct reader_row {
    size_t line; /* its first, from 1 */
    const str *fields; /* valid until the taker returns */
    size_t count;
    bool is_after_blank; /* a blank line stands above it */
};

/* Takes a row; false ends the reading, with an error or because it is enough. */
typedef bool reader_taker(void *context, const struct reader_row *row, struct error *error);

struct reader_facts {
    size_t lines;
    bool has_crlf, has_lf; /* which line ends close a row */
};

/*
 * Hands the rows of one text after the other to `take`; each text but the last ends in a
 * line feed. Where an error stands is only known if there is one text.
 */
struct reader *reader_create(struct arena *arena, char separator, reader_taker *take,
                             void *context, struct reader_facts *facts,
                             struct error *error);
NODISCARD bool reader_feed(struct reader *reader, const struct source *text);
NODISCARD bool reader_finish(struct reader *reader); /* the last row, if no line end did */
void reader_destroy(struct reader *reader);

/* Plain lines go through libcsv too: for tests of whether it makes no difference. */
void reader_parse_all(struct reader *reader);

/* Hands every row to `take`, the header too. `text` comes from decode_text(). */
NODISCARD bool reader_run(struct arena *arena, const struct source *text, char separator,
                          reader_taker *take, void *context, struct reader_facts *facts,
                          struct error *error);

/* Where a field (from 0) stands of the row that starts in that line. */
struct place reader_place(const struct source *text, char separator, size_t line,
                          size_t field);

#endif
