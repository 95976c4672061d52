/* SPDX-License-Identifier: MIT */
/* Series as a hundredth of one of their periods. */
#include "operator_internal.h"

#include <assert.h>

/* A month's part of a sum, so that a month can be compared with a year; else as it is. */
static struct operand monthly_at(struct arena *arena, const struct series *series,
                                 struct period period, struct precedents *used)
{
    struct operand value = operand_at(arena, series, period, used);
    struct ratio part = {1, period.months};
    return series->is_rate ? value : operand_scale(value, part);
}

static struct observation index_at(struct arena *arena, const struct derivation *how,
                                   struct period period, struct precedents *used)
{
    struct operand value = monthly_at(arena, how->of, period, used);
    struct operand base = monthly_at(arena, how->of, how->base, used);
    struct operand index = operand_per_cent(value, base);
    if (period_equal(period, how->base) && ratio_is_valid(index.value)) {
        index.possible = interval_of(index.value); /* whatever the figure is */
    }
    return operator_result(period, index);
}

const struct series *operator_index(struct arena *arena, const struct series *series,
                                    struct period base)
{
    assert(period_is_set(base));
    const struct derivation how = {
        .formula = "x(t) / x(base) * 100, each by month where it is a sum",
        .of = series,
        .base = series_period(series, base),
        .at = index_at,
    };
    struct series *result = operator_create(arena, series, S("points"), &how);
    result->is_rate = true;
    operator_fill(arena, result, series);
    return result;
}
