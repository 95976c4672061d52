/* SPDX-License-Identifier: MIT */
/* Reading data from the inside: texts (source_json.c, source_csv.c) become rows, which are
 * given their types (source_parse.c). */
#ifndef GRAMMAR_SOURCE_INTERNAL_H
#define GRAMMAR_SOURCE_INTERNAL_H

#include "grammar/source.h"

/* A JSON text as data. NaN and Infinity are numbers, as some programs write them. */
NODISCARD bool source_json(struct arena *arena, const struct source *text,
                           struct datum *datum, struct error *error);

/* Rows of a separated text, all cells text; the names are those of its first row, or
 * `header`. */
struct frame *source_csv(struct arena *arena, const struct source *text, char separator,
                         const struct str_list *header, struct warnings *warnings,
                         struct error *error);

/* A list of maps, one for each row; of other values (the field is "data"); or one map. */
struct frame *source_rows(struct arena *arena, struct datum datum);

/* `parse` of a format: types by field; those that are not given are guessed where
 * `is_guessed`. */
NODISCARD bool source_parse(struct arena *arena, struct frame *frame,
                            const struct node *format, bool is_guessed,
                            const struct source *text, struct warnings *warnings,
                            struct error *error);

/* One of `sequence`, `graticule` and `sphere`. */
struct frame *source_generate(struct arena *arena, const struct node *data,
                              struct error *error);

/* Objects of a topology as rows: `feature` or `mesh` of the format. */
struct frame *source_topology(struct arena *arena, struct datum topology,
                              const struct node *format, struct error *error);

#endif
