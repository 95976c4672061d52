/* SPDX-License-Identifier: MIT */
/* Properties that make a series from a series. */
#include "property_internal.h"

static str path_of(const struct call *call)
{
    str name = value_name(&call->operand);
    return str_print(call->arena, "%.*s.%.*s", STR_ARG(name),
                     STR_ARG(call->expression->word));
}

static bool give_series(const struct call *call, const struct series *series,
                        enum rate_base base, struct value *result, struct error *error)
{
    const struct observation *overflow = operator_overflow(series);
    if (overflow) {
        str period = period_name(call->arena, overflow->period);
        return error_at(error, ERROR_DATA, expression_word_place(call->expression),
                        "the numbers of %.*s are too large to compute with",
                        STR_ARG(period));
    }
    *result = value_from_series(series);
    result->text = path_of(call);
    result->of = call->operand.series;
    result->base = base;
    return true;
}

bool property_previous(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = operator_previous(call->arena, call->operand.series);
    return give_series(call, series, call->operand.base, result, error);
}

bool property_year_ago(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = operator_year_ago(call->arena, call->operand.series);
    return give_series(call, series, call->operand.base, result, error);
}

bool property_mom(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series =
        operator_rate(call->arena, call->operand.series, RATE_PREVIOUS);
    return give_series(call, series, RATE_PREVIOUS, result, error);
}

bool property_yoy(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series =
        operator_rate(call->arena, call->operand.series, RATE_YEAR_AGO);
    return give_series(call, series, RATE_YEAR_AGO, result, error);
}

bool property_mom_computed(const struct call *call, struct value *result,
                           struct error *error)
{
    const struct series *series =
        operator_rate_computed(call->arena, call->operand.series, RATE_PREVIOUS);
    return give_series(call, series, RATE_PREVIOUS, result, error);
}

bool property_yoy_computed(const struct call *call, struct value *result,
                           struct error *error)
{
    const struct series *series =
        operator_rate_computed(call->arena, call->operand.series, RATE_YEAR_AGO);
    return give_series(call, series, RATE_YEAR_AGO, result, error);
}

bool property_change(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series =
        operator_change(call->arena, call->operand.series, RATE_PREVIOUS);
    return give_series(call, series, RATE_PREVIOUS, result, error);
}

bool property_change_year(const struct call *call, struct value *result,
                          struct error *error)
{
    const struct series *series =
        operator_change(call->arena, call->operand.series, RATE_YEAR_AGO);
    return give_series(call, series, RATE_YEAR_AGO, result, error);
}

bool property_to_date(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = operator_to_date(call->arena, call->operand.series);
    return give_series(call, series, RATE_NONE, result, error);
}

/* Of the argument, or of what the group's members are parts of. */
bool property_share(const struct call *call, struct value *result, struct error *error)
{
    const struct series *part = call->operand.series;
    const struct series_group *group = call->operand.group;
    const struct series *whole = group ? group->total : NULL;
    if (call->has_argument) {
        whole = call->argument.series;
    }
    if (!whole) {
        call_error(call, error, "\"%.*s\" is not part of a group with a total",
                   STR_ARG(value_name(&call->operand)));
        return error_hint(error, "say of what the share is, as in share(total)");
    }
    if (!str_equal(part->unit, whole->unit)) {
        return call_error(call, error,
                          "a share wants two series of one unit, not %.*s and "
                          "%.*s",
                          STR_ARG(part->unit), STR_ARG(whole->unit));
    }
    const struct series *series = operator_share(call->arena, part, whole);
    return give_series(call, series, RATE_NONE, result, error);
}
