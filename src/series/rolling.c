/* SPDX-License-Identifier: MIT */
/* Sums and means of the months up to each one. */
#include "operator_internal.h"

static struct period window_of(const struct derivation *how, struct period month)
{
    return (struct period){period_end(month) - how->months, how->months};
}

static struct observation sum_at(struct arena *arena, const struct derivation *how,
                                 struct period month, struct precedents *used)
{
    return operator_result(month,
                           operand_cover(arena, how->of, window_of(how, month), used));
}

static struct operand mean_of(struct operand sum, int count)
{
    return operand_scale(sum, ratio_divide(ratio_from(1), ratio_from(count)));
}

static struct observation mean_at(struct arena *arena, const struct derivation *how,
                                  struct period month, struct precedents *used)
{
    struct operand sum = operand_cover(arena, how->of, window_of(how, month), used);
    return operator_result(month, mean_of(sum, how->months));
}

/* A rate of several months is not that of each: months only. */
static struct observation mean_of_rates_at(struct arena *arena,
                                           const struct derivation *how,
                                           struct period month, struct precedents *used)
{
    struct operand sum = operand_at(arena, how->of, month, used);
    for (int back = 1; back < how->months; back++) {
        struct period earlier = period_shift(month, -back);
        sum = operand_add(sum, operand_at(arena, how->of, earlier, used));
    }
    return operator_result(month, mean_of(sum, how->months));
}

static const struct series *rolling(struct arena *arena, const struct derivation *how)
{
    const struct series *series = how->of;
    struct series *result = operator_create(arena, series, series->unit, how);
    result->is_rate = true;
    struct period span = operator_span(series);
    bool has_months = !series->is_to_date && !series->is_quarterly;
    for (int i = 0; has_months && i < span.months; i++) {
        struct period month = {span.first + i, 1};
        series_add(arena, result, how->at(arena, how, month, NULL));
    }
    return result;
}

const struct series *operator_rolling_sum(struct arena *arena, const struct series *series,
                                          int months)
{
    const struct derivation how = {
        .formula = "x(t - n + 1) + ... + x(t)",
        .of = series,
        .months = months,
        .at = sum_at,
    };
    if (series->is_rate) {
        return operator_create(arena, series, series->unit, &how);
    }
    return rolling(arena, &how);
}

const struct series *operator_rolling_mean(struct arena *arena, const struct series *series,
                                           int months)
{
    const struct derivation how = {
        .formula = "(x(t - n + 1) + ... + x(t)) / n",
        .of = series,
        .months = months,
        .at = series->is_rate ? mean_of_rates_at : mean_at,
    };
    return rolling(arena, &how);
}
