/* SPDX-License-Identifier: MIT */
/*
 * Notices: what a check has noticed in a table, as data, and as a sentence.
 *
 * Each kind is one row of the table in notice.c: its name, how much it matters,
 * what its figures and its count are called, and the function that makes its
 * sentence. A notice leads to a file and line, and where it compares two rows
 * also to the other one.
 *
 *   kind         count                       figures
 *   warning      times                       (the loader's words are in `text`)
 *   cut          rows
 *   excluded     rows                        (the reason is in `text`)
 *   overlap      rows
 *   gone         -                           value
 *   revised      -                           old, new, difference
 *   added        -                           value
 *   excess       parts                       total, sum, residual
 *   residual     parts                       total, sum, residual
 *   unit_value   -                           value, quantity, unit_value, usual
 *   no_quantity  rows
 *   shift        months on either side       before, after (medians)
 *   break        -
 *   month        months
 *   gap          months
 *   vintage      -                           old, new, difference
 */
#ifndef TABLE_NOTICE_H
#define TABLE_NOTICE_H

#include "table/coverage.h"

enum notice_kind {
    NOTICE_WARNING, /* of the loader */
    NOTICE_CUT, /* a file of as many rows as portals give at most */
    NOTICE_EXCLUDED, /* rows that the loader left out, and why */
    NOTICE_OVERLAP, /* rows for which a later file stands */
    NOTICE_GONE, /* in the older file only */
    NOTICE_REVISED, /* other than in the older file */
    NOTICE_ADDED, /* new for a period that the older file has already */
    NOTICE_EXCESS, /* parts above their published total, beyond rounding */
    NOTICE_RESIDUAL, /* parts below it: some are not in the table, or not open */
    NOTICE_UNIT_VALUE, /* value by quantity far from the series' own */
    NOTICE_NO_QUANTITY, /* values above zero with a quantity of zero */
    NOTICE_SHIFT, /* a year that lies wholly above or below the year before */
    NOTICE_BREAK, /* SDMX status B */
    NOTICE_MONTH, /* months that no series has */
    NOTICE_GAP, /* months that one series has not */
    NOTICE_VINTAGE, /* an earlier vintage in the same files is different */
    NOTICE_KIND_COUNT,
};

enum notice_weight { NOTICE_INFORMATION, NOTICE_DOUBT };

enum { NOTICE_FIGURES = 4 };

struct notice_figure {
    bool is_set;
    enum cell_state state;
    struct decimal number; /* CELL_VALUE */
};

struct notice {
    enum notice_kind kind;
    struct place place; /* where to look; the line may be 0 */
    struct place other; /* the row that it is compared with; no file if there is none */
    str series; /* "magnets / World", or empty where there is only one */
    str measure, unit; /* the column, or empty */
    str text; /* what only words say, see above */
    struct period period; /* or unset */
    struct date day, other_day; /* NOTICE_VINTAGE: of release, or unset */
    const struct coverage *coverage; /* NOTICE_MONTH, NOTICE_GAP: where the gaps are */
    size_t count;
    size_t changed; /* NOTICE_OVERLAP: rows whose figures are different */
    size_t empty; /* NOTICE_EXCESS, NOTICE_RESIDUAL: parts missing or suppressed */
    struct notice_figure figures[NOTICE_FIGURES];
};

struct notices {
    struct notice *at;
    size_t count, capacity;
};

const char *notice_name(enum notice_kind kind); /* "unit_value" */
enum notice_weight notice_weight(enum notice_kind kind);
const char *notice_count_name(enum notice_kind kind); /* "rows", or NULL for no count */
const char *notice_figure_name(enum notice_kind kind, size_t index); /* or NULL */

/* Without file and line: "magnets / World 2025-10: tonnes 5471, now 5473 (+2)". */
str notice_sentence(struct arena *arena, const struct notice *notice);

/* What all of a kind have in common: "3 series lack months between their first and last".
 */
str notice_heading(struct arena *arena, enum notice_kind kind, size_t count);

/* The figure of a cell. */
struct notice_figure notice_cell(const struct column *column, size_t row);
struct notice_figure notice_number(struct decimal number);
struct notice_figure notice_units(int128 units, int places); /* less zeros at the end */

/* Measure, unit, and the figures old, new and, where both have a value, difference. */
void notice_compare(struct notice *notice, const struct column *old_column, size_t old_row,
                    const struct column *column, size_t row);

#endif
