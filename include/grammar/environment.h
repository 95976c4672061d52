/* SPDX-License-Identifier: MIT */
/*
 * Environment: what formulas and data sources can see besides the rows.
 *
 * Parameters have their static value (selections are empty); named data sets
 * are those of the `datasets` key and those that the program hands in: the
 * queries of a briefing.
 */
#ifndef GRAMMAR_ENVIRONMENT_H
#define GRAMMAR_ENVIRONMENT_H

#include "base/language.h"
#include "base/node.h"
#include "grammar/frame.h"

struct parameter {
    str name;
    struct datum value;
    bool is_selection; /* nothing is selected: a test of it holds for every row */
};

struct parameters {
    struct parameter *at;
    size_t count, capacity;
};

struct dataset {
    str name;
    const struct node *values; /* inline in the specification; or NULL: */
    const struct frame *frame;
};

struct datasets {
    struct dataset *at;
    size_t count, capacity;
};

struct source_reading {
    const struct node *data; /* the map that asked for it */
    const struct frame *frame;
};

/*
 * What was read for specifications. A chart is laid out several times, and reads its
 * sources once; whoever keeps a briefing wants the files that they came from.
 */
struct source_memory {
    struct arena *arena; /* frames live as long as this */
    struct source_reading *at;
    size_t count, capacity;
    struct str_list files; /* their paths, each once */
};

struct environment {
    struct parameters parameters;
    struct datasets datasets;
    str folder; /* that data.url is relative to */
    const struct language *language; /* NULL is English */
    struct warnings *warnings;
    struct source_memory *memory; /* or NULL: nothing is remembered */
};

struct source_memory *source_memory_new(struct arena *arena);

#endif
