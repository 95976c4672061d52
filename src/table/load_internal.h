/* SPDX-License-Identifier: MIT */
/*
 * Inside the loader: files are opened (load_open.c), a plan is made for each
 * from its header (load_plan.c), the rows are read by it (load_rows.c), and
 * the table is finished (load_finish.c).
 */
#ifndef TABLE_LOAD_INTERNAL_H
#define TABLE_LOAD_INTERNAL_H

#include "table/dialect.h"
#include "table/load.h"
#include "table/profile.h"

#define NO_FIELD SIZE_MAX

/* Where the text of a column comes from. */
enum plan_source {
    PLAN_FIELD,
    PLAN_CONSTANT, /* what the briefing assumes */
    PLAN_PACKED, /* the n-th name within the first field */
    PLAN_SLICE, /* what the star of a wide header stands for */
    PLAN_WIDE, /* the field of the slice */
    PLAN_YEAR_MONTH, /* two fields, or a field and the slice */
    PLAN_FLAG, /* letters behind the number */
};

/* What the word of the field `by` makes of a number. */
struct plan_target {
    size_t column; /* of the table; NO_FIELD: the number is left out */
    struct decimal factor;
};

struct plan_column {
    const struct profile_column *said; /* NULL in a tidy file */
    str name;
    enum column_role role;
    bool is_guessed; /* the role is found out when all rows are there */
    enum plan_source source;
    size_t field; /* PLAN_FIELD; PLAN_PACKED, PLAN_WIDE: which one */
    size_t year, month, by; /* fields or NO_FIELD */
    str constant;
    size_t column; /* of the table */

    struct words by_words;
    struct {
        struct plan_target *at; /* by code of `by_words` */
        size_t count, capacity;
    } targets;
};

/* One row of the table that a row of the file makes. */
struct plan_slice {
    str text;
    size_t *fields; /* by measure of the profile's `wide` */
};

struct plan_rule {
    const struct profile_rule *said;
    size_t field;
};

struct plan {
    size_t width; /* fields of a row */
    struct {
        struct plan_column *at;
        size_t count, capacity;
    } columns;
    struct {
        struct plan_slice *at;
        size_t count, capacity;
    } slices; /* at least one */
    struct {
        struct plan_rule *at;
        size_t count, capacity;
    } rules;
    size_t period_field; /* or NO_FIELD */
};

/* One file. */
struct load_input {
    struct source text;
    char separator;
    struct dialect_head head;
    const struct reader_row *header; /* in the head */
    const struct profile *profile; /* NULL: tidy */
    struct plan plan;
};

struct loader {
    struct arena *arena;
    const struct load_source *source;
    struct warnings *warnings;
    struct table *table;
    struct load_input *inputs; /* of each file */
    struct load_file *files;
    bool *is_guessed; /* columns of the table whose role nobody says */
    const struct profile_column **said; /* of each column of the table, or NULL */
    size_t column_capacity, row_capacity;
    struct overlap overlap;
    bool has_spread; /* measures that only some rows have */

    /* The file that is being read. */
    size_t file;
    bool is_below_header;
    bool is_after_blank_row; /* the row before holds nothing but separators */
    size_t footnote_line; /* of the first footnote, or 0 */
    str flag; /* of the number that was read last */
    char period_text[32];
};

static inline struct load_input *loader_input(const struct loader *loader)
{
    return &loader->inputs[loader->file];
}

static inline struct load_file *loader_file(const struct loader *loader)
{
    return &loader->files[loader->file];
}

/* The decimal mark of a column of the file that is being read; 0: not known. */
char loader_decimal(const struct loader *loader, const struct profile_column *said);

/* The place of a field of a row of the file that is being read. */
struct place loader_place(const struct loader *loader, size_t line, size_t field);

/* Counts a row of the file that is left out. */
void loader_exclude(struct loader *loader, size_t file, str reason, size_t line);

/* Index in the table of the column with that name, which may be new; room is there. */
size_t loader_column(struct loader *loader, str name, enum column_role role);

/* Bytes to text, dialect, header and profile. */
NODISCARD bool load_open(struct loader *loader, size_t file,
                         const struct profile_list *profiles, struct error *error);

/* A header that names the columns: no data, no gaps, no name twice. */
NODISCARD bool load_check_header(const struct loader *loader, struct error *error);

NODISCARD bool load_plan(struct loader *loader, struct error *error);

/* Makes the columns of the table from the plan of the first file; checks the others. */
NODISCARD bool load_create_columns(struct loader *loader, struct error *error);

NODISCARD bool load_rows(struct loader *loader, struct error *error);

/* The next row of the table. */
NODISCARD bool load_cells(struct loader *loader, const struct reader_row *row,
                          const struct plan_slice *slice, struct error *error);

NODISCARD bool load_finish(struct loader *loader, struct error *error);

#endif
