/* SPDX-License-Identifier: MIT */
/* Parts of a total, and what they add to its change. */
#include "operator_internal.h"

static struct observation share_at(struct arena *arena, const struct derivation *how,
                                   struct period period, struct precedents *used)
{
    struct operand part = operand_at(arena, how->of, period, used);
    struct operand total = operand_at(arena, how->with, period, used);
    return operator_result(period, operand_per_cent(part, total));
}

const struct series *operator_share(struct arena *arena, const struct series *part,
                                    const struct series *total)
{
    const struct derivation how = {
        .formula = "x(t) / y(t) * 100", .of = part, .with = total, .at = share_at};
    struct series *result = operator_create(arena, part, S("%"), &how);
    result->is_rate = true;
    operator_fill(arena, result, part);
    operator_fill_longer(arena, result, total, 0);
    return result;
}

static struct observation share_of_year_at(struct arena *arena,
                                           const struct derivation *how,
                                           struct period period, struct precedents *used)
{
    struct operand part = operand_at(arena, how->of, period, used);
    struct operand to_date = operand_cover(arena, how->of, period_to_date(period), used);
    return operator_result(period, operand_per_cent(part, to_date));
}

const struct series *operator_share_of_year(struct arena *arena,
                                            const struct series *series)
{
    const struct derivation how = {
        .formula = "x(t) / (x(January) + ... + x(t)) * 100",
        .of = series,
        .at = share_of_year_at,
    };
    struct series *result = operator_create(arena, series, S("%"), &how);
    if (!series->is_rate && !series->is_to_date) {
        result->is_rate = true;
        operator_fill(arena, result, series);
    }
    return result;
}

static struct observation contribution_at(struct arena *arena, const struct derivation *how,
                                          struct period period, struct precedents *used)
{
    struct operand value = operand_at(arena, how->of, period, used);
    struct operand base = operand_base(arena, how, how->of, period, used);
    struct operand total = operand_base(arena, how, how->with, period, used);
    return operator_result(period, operand_per_cent(operand_subtract(value, base), total));
}

const struct series *operator_contribution(struct arena *arena, const struct series *part,
                                           const struct series *total, enum rate_base base)
{
    const struct derivation how = {
        .formula = base == RATE_YEAR_AGO
                       ? "(x(t) - x(t - 12 months)) / y(t - 12 months) * 100"
                       : "(x(t) - x(t - 1)) / y(t - 1) * 100",
        .of = part,
        .with = total,
        .rate = base,
        .at = contribution_at,
    };
    struct series *result = operator_create(arena, part, S("pp"), &how);
    result->is_rate = true;
    operator_fill_compared(arena, result, part);
    operator_fill_longer(arena, result, total, 0);
    return result;
}
