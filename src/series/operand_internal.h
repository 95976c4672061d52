/* SPDX-License-Identifier: MIT */
/*
 * Operands: what operators compute with. One without a value is a ratio that
 * is not valid, so that whatever is computed from it is not either, and an
 * overflow stays one. The status of what is computed is the weakest.
 */
#ifndef SERIES_OPERAND_INTERNAL_H
#define SERIES_OPERAND_INTERNAL_H

#include "series/operator.h"

struct operand {
    struct ratio value;
    struct interval possible;
    char status;
};

struct operand operand_from(struct observation observation);

/*
 * x at exactly that period: the observation, or where there is none the sum of those that
 * cover its months. What was looked at is added to `used` unless that is NULL.
 */
struct operand operand_at(struct arena *arena, const struct series *series,
                          struct period period, struct precedents *used);

/*
 * The same for the period that how->rate compares with: for the previous one without sums,
 * and to-date series have none.
 */
struct operand operand_base(struct arena *arena, const struct derivation *how,
                            const struct series *series, struct period period,
                            struct precedents *used);

/* t - 12 months, or as many back as the period has. */
struct period operand_base_period(const struct derivation *how, struct period period);

/* The sum of those that cover the period, the fewest: one of exactly the period first. */
struct operand operand_cover(struct arena *arena, const struct series *series,
                             struct period period, struct precedents *used);

struct operand operand_add(struct operand a, struct operand b);
struct operand operand_subtract(struct operand a, struct operand b);
struct operand operand_divide(struct operand a, struct operand b);
struct operand operand_scale(struct operand operand, struct ratio factor);

/* In per cent; without a value where the base is not above zero. */
struct operand operand_growth(struct operand value, struct operand base);
struct operand operand_per_cent(struct operand part, struct operand whole);

#endif
