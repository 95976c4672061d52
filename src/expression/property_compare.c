/* SPDX-License-Identifier: MIT */
/* Properties that compare a series with another one, or with itself in other years. */
#include "property_internal.h"

#include "series/mismatch.h"

/* The argument, or what the group's members are parts of. NULL and an error. */
static const struct series *find_total(const struct call *call, struct error *error)
{
    const struct series_group *group = call->operand.group;
    const struct series *total = group ? group->total : NULL;
    str word = call->expression->word;
    if (call->has_argument) {
        total = call->argument.series;
    }
    if (!total) {
        call_error(call, error, "\"%.*s\" is not part of a group with a total",
                   STR_ARG(value_name(&call->operand)));
        error_hint(error, "say of what the %.*s is, as in %.*s(total)", STR_ARG(word),
                   STR_ARG(word));
        return NULL;
    }
    struct mismatch mismatch = mismatch_in_total(call->arena, call->operand.series, total);
    if (mismatch.what.length) {
        call_error(call, error, "a %.*s wants two series of one %.*s, not %.*s and %.*s",
                   STR_ARG(word), STR_ARG(mismatch.what), STR_ARG(mismatch.left),
                   STR_ARG(mismatch.right));
        return NULL;
    }
    return total;
}

bool property_share(const struct call *call, struct value *result, struct error *error)
{
    const struct series *part = call->operand.series;
    const struct series *total = find_total(call, error);
    return total && property_give_series(call, operator_share(call->arena, part, total),
                                         RATE_NONE, result, error);
}

static bool contribution(const struct call *call, enum rate_base base, struct value *result,
                         struct error *error)
{
    const struct series *part = call->operand.series;
    const struct series *total = find_total(call, error);
    return total &&
           property_give_series(call, operator_contribution(call->arena, part, total, base),
                                base, result, error);
}

bool property_contribution(const struct call *call, struct value *result,
                           struct error *error)
{
    return contribution(call, RATE_PREVIOUS, result, error);
}

bool property_contribution_year(const struct call *call, struct value *result,
                                struct error *error)
{
    return contribution(call, RATE_YEAR_AGO, result, error);
}

bool property_share_of_year(const struct call *call, struct value *result,
                            struct error *error)
{
    return property_give_series(call,
                                operator_share_of_year(call->arena, call->operand.series),
                                RATE_NONE, result, error);
}

bool property_unit_value(const struct call *call, struct value *result, struct error *error)
{
    const struct series *value = call->operand.series;
    const struct series *quantity = call->argument.series;
    if (call->operand.base != RATE_NONE || call->argument.base != RATE_NONE) {
        return call_error(call, error, "a unit value wants figures, these are changes");
    }
    struct mismatch mismatch = mismatch_of_rows(call->arena, value, quantity);
    if (str_equal(mismatch.what, S("unit"))) {
        return call_error(call, error,
                          "a unit value wants a value and a quantity, both are in %.*s",
                          STR_ARG(mismatch.left));
    }
    if (mismatch.what.length) {
        return call_error(call, error,
                          "a unit value wants a value and a quantity of one %.*s, not "
                          "%.*s and %.*s",
                          STR_ARG(mismatch.what), STR_ARG(mismatch.left),
                          STR_ARG(mismatch.right));
    }
    return property_give_series(call, operator_unit_value(call->arena, value, quantity),
                                RATE_NONE, result, error);
}

/* --- the same month of earlier years ----------------------------------------------------
 */

static bool years(const struct call *call, enum years_statistic statistic,
                  struct value *result, struct error *error)
{
    int count = property_whole_argument(call, OPERATOR_YEARS_MAX, error);
    return count &&
           property_give_series(
               call, operator_years(call->arena, call->operand.series, statistic, count),
               call->operand.base, result, error);
}

bool property_usual(const struct call *call, struct value *result, struct error *error)
{
    return years(call, YEARS_MEDIAN, result, error);
}

bool property_usual_mean(const struct call *call, struct value *result, struct error *error)
{
    return years(call, YEARS_MEAN, result, error);
}

bool property_usual_minimum(const struct call *call, struct value *result,
                            struct error *error)
{
    return years(call, YEARS_MINIMUM, result, error);
}

bool property_usual_maximum(const struct call *call, struct value *result,
                            struct error *error)
{
    return years(call, YEARS_MAXIMUM, result, error);
}

bool property_against_usual(const struct call *call, struct value *result,
                            struct error *error)
{
    int count = property_whole_argument(call, OPERATOR_YEARS_MAX, error);
    return count &&
           property_give_series(
               call, operator_against_usual(call->arena, call->operand.series, count),
               RATE_NONE, result, error);
}
