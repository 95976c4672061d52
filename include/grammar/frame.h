/* SPDX-License-Identifier: MIT */
/*
 * Frame: the rows of a chart's data, stored by field.
 *
 * Frames are values: a transform makes a new frame that shares the columns that
 * it does not change. Field names in specifications are paths ("a.b",
 * "a[0]", "a\\.b" for a name with a point): frame_path() resolves them.
 */
#ifndef GRAMMAR_FRAME_H
#define GRAMMAR_FRAME_H

#include "grammar/datum.h"
#include "series/series.h"

struct field {
    str name;
    struct datum *at; /* one for each row */
};

/* An observation that a datum stands for. */
struct exact {
    const struct series *series;
    struct observation observation;
};

struct exacts {
    struct exact *at;
    size_t count, capacity;
};

struct frame {
    struct field *at;
    size_t count, capacity; /* fields */
    size_t rows;
    const struct exacts *exacts; /* or NULL */
};

/* Index of the field of exactly that name; frame->count if there is none. */
size_t frame_find(const struct frame *frame, str name);

/* Of no rows or of that many, without fields. */
struct frame *frame_new(struct arena *arena, size_t rows);

/* The same fields in a list of its own, to which others can be added. */
struct frame frame_copy(struct arena *arena, const struct frame *frame);

/* The names of a path: "a.b[0]['c.d']". */
struct str_list path_split(struct arena *arena, str path);

/* The item or member of a datum by one name of a path; `length` of lists and texts. */
struct datum datum_at(struct datum datum, str name);

/* The column that a path leads to, made where it leads into lists or maps. NULL: no row has
 * it. */
const struct datum *frame_path(struct arena *arena, const struct frame *frame, str path);

/* The same; a column of nothing where no row has it. */
const struct datum *frame_column(struct arena *arena, const struct frame *frame, str path);

/* Adds a column, or puts it in the place of the one of that name; data are not copied. */
void frame_set(struct arena *arena, struct frame *frame, str name, struct datum *column);

/* The same with a new column of nothing, to be filled. */
struct datum *frame_add(struct arena *arena, struct frame *frame, str name);

/* The same fields with the rows that `rows` lists. */
struct frame frame_select(struct arena *arena, const struct frame *frame,
                          const size_t *rows, size_t count);

/* A row as a map. */
struct datum frame_row(struct arena *arena, const struct frame *frame, size_t row);

/* The observation behind a datum, or NULL. */
const struct exact *frame_exact(const struct frame *frame, struct datum datum);

#endif
