/* SPDX-License-Identifier: MIT */
/*
 * Table: columns of data as they were loaded, and where each row came from.
 *
 * A column has one type. Text is coded: a row holds the index of its word in
 * the column's dictionary. Numbers are integers that share the column's
 * count of decimals, so that sums are exact. Every cell has a state, and the
 * kinds of nothing never merge: a zero is a value of 0, a missing or a
 * suppressed cell has its own state, and what was not in the file has no row.
 * Everything lives in the arena that the loader was given.
 */
#ifndef TABLE_TABLE_H
#define TABLE_TABLE_H

#include "base/decimal.h"
#include "base/error.h"
#include "base/period.h"
#include "base/words.h"

enum column_type { COLUMN_TEXT, COLUMN_NUMBER, COLUMN_PERIOD, COLUMN_DATE };

/* What a column is for, in the terms of SDMX. */
enum column_role {
    ROLE_DIMENSION, /* identifies a row: series, partner, product */
    ROLE_PERIOD, /* TIME_PERIOD */
    ROLE_MEASURE, /* OBS_VALUE */
    ROLE_RATE, /* a rate of change of the measure, in per cent, as published */
    ROLE_STATUS, /* OBS_STATUS: A normal, E estimated or derived, P provisional ... */
    ROLE_RELEASED, /* the day on which the row became known: its vintage */
    ROLE_NOTE, /* free text about the row */
};

/* What a rate compares its period with. */
enum rate_base { RATE_NONE, RATE_PREVIOUS, RATE_YEAR_AGO };

enum cell_state { CELL_VALUE, CELL_MISSING, CELL_SUPPRESSED };

struct column {
    str name;
    enum column_type type;
    enum column_role role;
    enum rate_base rate; /* ROLE_RATE */
    str unit; /* ROLE_MEASURE: "t" */
    struct words aggregates; /* words of a dimension that are sums of others: World, EU27 */
    uint8_t *states; /* enum cell_state, per row */
    int places; /* COLUMN_NUMBER: numbers are units / 10^places */
    uint8_t *cell_places; /* COLUMN_NUMBER: decimals of each cell in the file */
    int128 *widths; /* COLUMN_NUMBER of sums: column_width() of each, in units; else NULL */
    char decimal_mark; /* COLUMN_NUMBER: of the file, '.' or ','; 0: what is unambiguous */
    char decimal_used; /* the mark that its cells were found to have, or 0 */
    bool
        has_other_decimals; /* a number with other than three decimals: it is no grouping */
    struct words words; /* COLUMN_TEXT */
    union {
        uint32_t *codes; /* COLUMN_TEXT: index in words */
        int128 *units; /* COLUMN_NUMBER */
        struct period *periods; /* COLUMN_PERIOD */
        struct date *dates; /* COLUMN_DATE */
    };
};

/* The row's file (index in table.files) and its first line there. */
struct origin {
    uint32_t file, line;
};

struct table {
    str name;
    struct column *columns;
    size_t column_count;
    size_t row_count;
    struct origin *origins;
    const str *files;
    size_t file_count;
    bool has_one_vintage; /* table_as_of() has left the latest of each key */
};

/* NULL if there is none. */
const struct column *table_column(const struct table *table, str name);
const struct column *table_role(const struct table *table, enum column_role role);

str column_text(const struct column *column, size_t row);
struct decimal column_number(const struct column *column, size_t row); /* as in the file */
bool column_is_aggregate(const struct column *column, size_t row);

/*
 * How far apart the numbers can be that the one in the row stands for: a unit of its last
 * decimal, since it was rounded to it; of a sum as much as of its parts together.
 */
struct decimal column_width(const struct column *column, size_t row);

/* Gives the column room for that many cells of its type. */
void column_reserve(struct arena *arena, struct column *column, size_t rows);

/* Copies a cell between columns of one type and one dictionary. */
void column_copy(struct column *to, size_t to_row, const struct column *from,
                 size_t from_row);

/* A table of some rows of another, in that order. The dictionaries are shared. */
struct table *table_pick(struct arena *arena, const struct table *table, const size_t *rows,
                         size_t count);

const char *column_role_name(enum column_role role); /* "dimension" */

/* File and line of a row, for messages. */
struct place table_place(const struct table *table, size_t row);

#endif
