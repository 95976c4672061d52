/* SPDX-License-Identifier: MIT */
/*
 * Coverage: which periods a table has of each combination of its dimensions,
 * and which of its observations were revised.
 */
#ifndef TABLE_COVERAGE_H
#define TABLE_COVERAGE_H

#include "table/table.h"

struct coverage {
    size_t row; /* the first row of the combination */
    size_t month_count; /* distinct single months */
    size_t other_count; /* distinct longer periods */
    struct period first, last; /* months; unset if there are none */
    struct {
        struct period *at; /* runs of months that are missing between first and last */
        size_t count, capacity;
    } gaps;
};

struct coverages {
    struct coverage *at; /* by first appearance */
    size_t count, capacity;
};

/* The table has a column of periods. */
struct coverages coverage_list(struct arena *arena, const struct table *table);

/* Rows of which the table has an earlier vintage. */
struct revisions {
    struct revision {
        size_t row;
        size_t first_row; /* with the same dimensions and period */
    } * at;
    size_t count, capacity;
};

struct revisions coverage_revisions(struct arena *arena, const struct table *table);

#endif
