/* SPDX-License-Identifier: MIT */
#include "operator_internal.h"

static struct observation unit_value_at(struct arena *arena, const struct derivation *how,
                                        struct period period, struct precedents *used)
{
    struct operand value = operand_at(arena, how->of, period, used);
    struct operand quantity = operand_at(arena, how->with, period, used);
    struct ratio hundredth = {1, 100};
    return operator_result(period,
                           operand_scale(operand_per_cent(value, quantity), hundredth));
}

const struct series *operator_unit_value(struct arena *arena, const struct series *value,
                                         const struct series *quantity)
{
    const struct derivation how = {
        .formula = "x(t) / y(t)", .of = value, .with = quantity, .at = unit_value_at};
    str unit = str_print(arena, "%.*s/%.*s", STR_ARG(value->unit), STR_ARG(quantity->unit));
    struct series *result = operator_create(arena, value, unit, &how);
    result->is_rate = true;
    operator_fill(arena, result, value);
    operator_fill_longer(arena, result, quantity, 0);
    return result;
}
