/* SPDX-License-Identifier: MIT */
/*
 * Coverage: which periods a table has of each series, and which of its
 * observations were revised.
 */
#ifndef TABLE_COVERAGE_H
#define TABLE_COVERAGE_H

#include "table/history.h"

/* Months without a row, between two that have one; two months in one figure count as had.
 */
struct coverage_gap {
    struct period months;
    size_t row; /* of the month before them */
};

struct coverage {
    size_t row; /* the first of the series in the table */
    size_t month_count; /* distinct single months */
    size_t other_count; /* distinct longer periods */
    size_t missing_count; /* months in all gaps */
    struct period first, last; /* months; unset if there are none */
    struct {
        struct coverage_gap *at;
        size_t count, capacity;
    } gaps;
};

struct coverages {
    struct coverage *at; /* by first appearance */
    size_t count;
    struct coverage
        whole; /* of all series taken together; longer periods are not counted */
    size_t absent_count; /* months that some series has and another has not, summed over
                            all series: what the files say nothing about */
};

struct coverages coverage_list(struct arena *arena, const struct table *table,
                               const struct histories *histories);

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
