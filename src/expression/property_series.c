/* SPDX-License-Identifier: MIT */
/* Properties that make a series from a series. */
#include "property_internal.h"

static str path_of(const struct call *call)
{
    str name = value_name(&call->operand);
    return str_print(call->arena, "%.*s.%.*s", STR_ARG(name),
                     STR_ARG(call->expression->word));
}

bool property_give_series(const struct call *call, const struct series *series,
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

struct value property_none(const struct call *call, const char *what)
{
    struct value number = value_number(call->arena, &call->operand, call->issue);
    str issue = period_name(call->arena, call->issue);
    return number.kind == VALUE_NONE
               ? number
               : value_none(call->arena, "\"%.*s\" %s in %.*s",
                            STR_ARG(value_name(&call->operand)), what, STR_ARG(issue));
}

bool property_previous(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = operator_previous(call->arena, call->operand.series);
    return property_give_series(call, series, call->operand.base, result, error);
}

bool property_year_ago(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = operator_year_ago(call->arena, call->operand.series);
    return property_give_series(call, series, call->operand.base, result, error);
}

bool property_mom(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series =
        operator_rate(call->arena, call->operand.series, RATE_PREVIOUS);
    return property_give_series(call, series, RATE_PREVIOUS, result, error);
}

bool property_yoy(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series =
        operator_rate(call->arena, call->operand.series, RATE_YEAR_AGO);
    return property_give_series(call, series, RATE_YEAR_AGO, result, error);
}

bool property_mom_computed(const struct call *call, struct value *result,
                           struct error *error)
{
    const struct series *series =
        operator_rate_computed(call->arena, call->operand.series, RATE_PREVIOUS);
    return property_give_series(call, series, RATE_PREVIOUS, result, error);
}

bool property_yoy_computed(const struct call *call, struct value *result,
                           struct error *error)
{
    const struct series *series =
        operator_rate_computed(call->arena, call->operand.series, RATE_YEAR_AGO);
    return property_give_series(call, series, RATE_YEAR_AGO, result, error);
}

bool property_change(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series =
        operator_change(call->arena, call->operand.series, RATE_PREVIOUS);
    return property_give_series(call, series, RATE_PREVIOUS, result, error);
}

bool property_change_year(const struct call *call, struct value *result,
                          struct error *error)
{
    const struct series *series =
        operator_change(call->arena, call->operand.series, RATE_YEAR_AGO);
    return property_give_series(call, series, RATE_YEAR_AGO, result, error);
}

bool property_to_date(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = operator_to_date(call->arena, call->operand.series);
    return property_give_series(call, series, RATE_NONE, result, error);
}

bool property_quarter(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = operator_quarterly(call->arena, call->operand.series);
    return property_give_series(call, series, RATE_NONE, result, error);
}

bool property_qoq(const struct call *call, struct value *result, struct error *error)
{
    const struct series *quarters = operator_quarterly(call->arena, call->operand.series);
    const struct series *series = operator_rate(call->arena, quarters, RATE_PREVIOUS);
    return property_give_series(call, series, RATE_PREVIOUS, result, error);
}

/* --- of several months ------------------------------------------------------------------
 */

int property_whole_argument(const struct call *call, int most, struct error *error)
{
    struct decimal whole = ratio_round(call->argument.number, 0);
    bool is_whole = ratio_compare(ratio_from_decimal(whole), call->argument.number) == 0;
    if (!is_whole || whole.units < 1 || whole.units > most) {
        error_at(error, ERROR_CONFIG, expression_place(call->expression->right),
                 "\"%.*s\" wants a whole number from 1 to %d",
                 STR_ARG(call->expression->word), most);
        return 0;
    }
    return (int)whole.units;
}

enum { MONTHS_MAX = 1200 };

bool property_sum(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = call->operand.series;
    if (series->is_rate) {
        return call_error(call, error, "\"%.*s\" has no sums: it is no amount",
                          STR_ARG(value_name(&call->operand)));
    }
    int months = property_whole_argument(call, MONTHS_MAX, error);
    return months &&
           property_give_series(call, operator_rolling_sum(call->arena, series, months),
                                RATE_NONE, result, error);
}

bool property_mean(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = call->operand.series;
    int months = property_whole_argument(call, MONTHS_MAX, error);
    return months &&
           property_give_series(call, operator_rolling_mean(call->arena, series, months),
                                call->operand.base, result, error);
}

/* --- annualised, index ------------------------------------------------------------------
 */

bool property_annualised(const struct call *call, struct value *result, struct error *error)
{
    const struct series *series = call->operand.series;
    bool is_rate = str_equal(series->unit, S("%"));
    if (is_rate && call->operand.base == RATE_PREVIOUS) {
        return property_give_series(call, operator_annual_rate(call->arena, series),
                                    RATE_PREVIOUS, result, error);
    }
    if (series->is_rate) {
        call_error(call, error,
                   "\"annualised\" wants figures or rates on the period before");
        return error_hint(error, "as in total.annualised or total.mom.annualised");
    }
    return property_give_series(call, operator_annual_level(call->arena, series), RATE_NONE,
                                result, error);
}

bool property_index(const struct call *call, struct value *result, struct error *error)
{
    struct period base = {0};
    return property_period_argument(call, &base, error) &&
           property_give_series(call,
                                operator_index(call->arena, call->operand.series, base),
                                RATE_NONE, result, error);
}
