/* SPDX-License-Identifier: MIT */
/* Aggregates over groups of rows, as Vega's aggregate transform. */
#ifndef GRAMMAR_AGGREGATE_H
#define GRAMMAR_AGGREGATE_H

#include "grammar/environment.h"

enum aggregate_op {
    AGGREGATE_NONE,
    AGGREGATE_COUNT,
    AGGREGATE_VALID,
    AGGREGATE_MISSING,
    AGGREGATE_DISTINCT,
    AGGREGATE_SUM,
    AGGREGATE_PRODUCT,
    AGGREGATE_MEAN, /* and `average` */
    AGGREGATE_VARIANCE,
    AGGREGATE_VARIANCEP,
    AGGREGATE_STDEV,
    AGGREGATE_STDEVP,
    AGGREGATE_STDERR,
    AGGREGATE_MEDIAN,
    AGGREGATE_Q1,
    AGGREGATE_Q3,
    AGGREGATE_CI0,
    AGGREGATE_CI1,
    AGGREGATE_MIN,
    AGGREGATE_MAX,
    AGGREGATE_ARGMIN, /* the row with the least `field`, as a map */
    AGGREGATE_ARGMAX,
    AGGREGATE_VALUES,
    AGGREGATE_OP_COUNT,
};

/* False if the word is no aggregate. */
NODISCARD bool aggregate_op_named(str word, enum aggregate_op *op);
str aggregate_op_name(enum aggregate_op op);

struct measure_of {
    enum aggregate_op op;
    str field; /* path; empty for count */
    str as;
};

/* Of some rows; `column` may be NULL where the aggregate needs none. A result that is one
 * value of the column is that datum, with its way to the exact number. */
struct datum aggregate_rows(struct arena *arena, const struct frame *frame,
                            enum aggregate_op op, const struct datum *column,
                            const size_t *rows, size_t row_count);

/* Groups in the order of their first row; without `groupby` one row, also of no rows. */
const struct frame *frame_aggregate(struct arena *arena, const struct frame *frame,
                                    const struct measure_of *measures, size_t measure_count,
                                    const str *groupby, size_t groupby_count);

/* The same values beside each row of their group. */
const struct frame *frame_join_aggregate(struct arena *arena, const struct frame *frame,
                                         const struct measure_of *measures,
                                         size_t measure_count, const str *groupby,
                                         size_t groupby_count);

#endif
