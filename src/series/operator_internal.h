/* SPDX-License-Identifier: MIT */
/*
 * What the operators have in common. An operand without a value is a ratio
 * that is not valid, so that whatever is computed from it is not either, and
 * an overflow stays one.
 */
#ifndef SERIES_OPERATOR_INTERNAL_H
#define SERIES_OPERATOR_INTERNAL_H

#include "series/operator.h"

struct ratio operator_operand(struct observation observation);

/* A computed observation; missing where the value is not valid. */
struct observation operator_result(struct period period, struct ratio value, char status);

/* x(base) for x(period); absent where a to-date series is asked for a previous period. */
struct observation operator_base(const struct series *series, struct period period,
                                 enum rate_base base);

/* An empty series like that one, without its published rates. */
struct series *operator_series(struct arena *arena, const struct series *like, str unit);

#endif
