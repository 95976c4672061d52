/* SPDX-License-Identifier: MIT */
/* What a year would have at the pace of a period. */
#include "operator_internal.h"

#include "base/power.h"

static struct observation level_at(struct arena *arena, const struct derivation *how,
                                   struct period period, struct precedents *used)
{
    struct ratio periods = ratio_divide(ratio_from(12), ratio_from(period.months));
    struct operand level = operand_at(arena, how->of, period, used);
    return operator_result(period, operand_scale(level, periods));
}

const struct series *operator_annual_level(struct arena *arena, const struct series *series)
{
    const struct derivation how = {
        .formula = "x(t) * 12 / months of t", .of = series, .at = level_at};
    struct series *result = operator_create(arena, series, series->unit, &how);
    result->is_rate = true;
    operator_fill(arena, result, series);
    return result;
}

/* 5% as 1.05, and back. */
static struct ratio factor_of(struct ratio rate)
{
    return ratio_add(ratio_from(1), ratio_divide(rate, ratio_from(100)));
}

static struct ratio rate_of(struct ratio factor)
{
    return ratio_multiply(ratio_from(100), ratio_subtract(factor, ratio_from(1)));
}

static struct operand compound(struct operand rate, int periods)
{
    struct interval factors = {factor_of(rate.possible.low), factor_of(rate.possible.high)};
    struct interval powers = power_possible(factors, periods);
    rate.value = rate_of(power_of(factor_of(rate.value), periods));
    rate.possible = interval_between(rate_of(powers.low), rate_of(powers.high));
    return rate;
}

/* Nothing is compounded over a part of its period. */
static struct observation rate_at(struct arena *arena, const struct derivation *how,
                                  struct period period, struct precedents *used)
{
    struct operand rate = operand_at(arena, how->of, period, used);
    if (12 % period.months) {
        rate = (struct operand){.status = 'M'};
    }
    return operator_result(period, compound(rate, 12 / period.months));
}

const struct series *operator_annual_rate(struct arena *arena, const struct series *series)
{
    const struct derivation how = {
        .formula = "((1 + x(t) / 100)^(12 / months of t) - 1) * 100",
        .of = series,
        .at = rate_at,
    };
    struct series *result = operator_create(arena, series, S("%"), &how);
    operator_fill(arena, result, series);
    return result;
}
