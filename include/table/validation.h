/* SPDX-License-Identifier: MIT */
/*
 * Validation: what there is to say about a table that was loaded, as plain data.
 *
 * Checks (src/table/validate_*.c) read the table and add notices; nothing is
 * printed here. They look at the latest vintage of each observation. Sums and
 * comparisons are exact; only the choice of which unit values to show is made
 * in floating point, with IEEE division and multiplication alone, so that it
 * is the same on every machine.
 */
#ifndef TABLE_VALIDATION_H
#define TABLE_VALIDATION_H

#include "table/coverage.h"
#include "table/load.h"
#include "table/notice.h"

enum { VALIDATION_NOTICES_MAX = 1000 }; /* of one kind; all are counted */

/* The four kinds of nothing but the last, which is no cell: see coverages.absent_count. */
struct cell_counts {
    size_t values; /* other than zero */
    size_t zeros, missing, suppressed;
};

/* How the totals of a dimension compare with their parts, for one measure. */
struct validation_parts {
    str dimension, measure; /* "partner", "tonnes" */
    size_t compared; /* totals that have a figure, and so has some part */
    size_t equal, rounded; /* residual zero, within rounding */
    size_t above, below; /* parts above their total, below it */
};

struct validation {
    struct arena *arena;
    const struct table *table; /* as loaded */
    const struct table *latest; /* the latest vintage of each observation */
    const struct load_report *report;
    const struct warnings *warnings;
    struct cell_counts *cells; /* by column of `table` */
    struct histories histories; /* of `latest`; empty without a period column */
    struct coverages coverages;
    struct {
        struct validation_parts *at;
        size_t count, capacity;
    } parts;
    struct notices notices; /* by kind; within a kind the one that matters most first */
    size_t counts[NOTICE_KIND_COUNT]; /* all of a kind, also those that are not kept */
    struct {
        str file; /* the older one; empty where nothing is compared */
        size_t
            matched_count; /* rows of both; of them, `revised` notices say what changed */
        size_t later_count; /* new rows outside the older file's first and last period */
        size_t earlier_count; /* old rows outside the newer file's */
    } comparison;
};

/*
 * `older`, the same data of an earlier day, may be NULL; it has the same dimensions and
 * measures (validation_can_compare). All that is given must outlive the result.
 */
const struct validation *validation_run(struct arena *arena, const struct table *table,
                                        const struct load_report *report,
                                        const struct warnings *warnings,
                                        const struct table *older);

/* Whether both tables have the same dimensions and a measure in common: else ERROR_DATA. */
NODISCARD bool validation_can_compare(const struct table *table, const struct table *older,
                                      struct error *error);

/* The notices of one kind: `count` of them from `first` on. */
struct notice_range {
    const struct notice *first;
    size_t count;
};

struct notice_range validation_notices(const struct validation *validation,
                                       enum notice_kind kind);

#endif
