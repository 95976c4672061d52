/* SPDX-License-Identifier: MIT */
/* The table of properties, and those of numbers, groups and periods. */
#include "expression/group.h"
#include "property_internal.h"

static bool unit(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_text(call->operand.unit);
    return true;
}

static bool status(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_text(str_copy(call->arena, (str){&call->operand.status, 1}));
    return true;
}

static bool period(const struct call *call, struct value *result, struct error *error)
{
    if (!period_is_set(call->operand.period)) {
        return call_error(call, error, "this number belongs to no period");
    }
    *result = value_from_period(call->operand.period);
    return true;
}

static bool top(const struct call *call, struct value *result, struct error *error)
{
    struct decimal nth = ratio_round(call->argument.number, 0);
    struct ratio exact = ratio_from_decimal(nth);
    if (nth.units < 1 || ratio_compare(exact, call->argument.number) != 0) {
        return error_at(error, ERROR_CONFIG, expression_place(call->expression->right),
                        "\"top\" wants a whole number from 1");
    }
    *result = group_top(call->arena, call->operand.group, call->issue, (uint128)nth.units);
    return true;
}

static bool leader(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = group_top(call->arena, call->operand.group, call->issue, 1);
    return true;
}

static bool count(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_count(group_count(call->operand.group, call->issue));
    return true;
}

static bool total(const struct call *call, struct value *result, struct error *error)
{
    const struct series_group *group = call->operand.group;
    if (!group->total) {
        return call_error(call, error, "\"%.*s\" has no total", STR_ARG(group->name));
    }
    *result = value_from_series(group->total);
    return true;
}

static bool year(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_count((size_t)period_year(call->operand.period));
    return true;
}

static bool month(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_count((size_t)period_month_of_year(call->operand.period));
    return true;
}

static bool period_back(const struct call *call, int months, struct value *result)
{
    struct period earlier = period_shift(call->operand.period, -months);
    *result = earlier.first < 12 ? value_none(call->arena, "the calendar begins in year 1")
                                 : value_from_period(earlier);
    return true;
}

static bool period_before(const struct call *call, struct value *result,
                          struct error *error)
{
    (void)error;
    return period_back(call, call->operand.period.months, result);
}

static bool period_year_ago(const struct call *call, struct value *result,
                            struct error *error)
{
    (void)error;
    return period_back(call, 12, result);
}

static bool period_text(const struct call *call, struct value *result, struct error *error)
{
    (void)error;
    *result = value_from_text(period_name(call->arena, call->operand.period));
    return true;
}

const struct callables *property_table(void)
{
    enum {
        SERIES = KIND(VALUE_SERIES),
        NUMBER = KIND(VALUE_NUMBER),
        GROUP = KIND(VALUE_GROUP),
        PERIOD = KIND(VALUE_PERIOD),
        SINCE = KIND(VALUE_SINCE),
        STREAK = KIND(VALUE_STREAK),
        TEXT = KIND(VALUE_TEXT),
    };
    static const struct callable rows[] = {
        {"value", SERIES, 0, false, property_number},
        {"previous", SERIES, 0, false, property_previous},
        {"year_ago", SERIES, 0, false, property_year_ago},
        {"mom", SERIES, 0, false, property_mom},
        {"yoy", SERIES, 0, false, property_yoy},
        {"mom_computed", SERIES, 0, false, property_mom_computed},
        {"yoy_computed", SERIES, 0, false, property_yoy_computed},
        {"change", SERIES, 0, false, property_change},
        {"change_year", SERIES, 0, false, property_change_year},
        {"ytd", SERIES, 0, false, property_to_date},
        {"share", SERIES, SERIES, false, property_share},
        {"rank", SERIES, 0, false, property_rank},
        {"max", SERIES, 0, false, property_maximum},
        {"min", SERIES, 0, false, property_minimum},
        {"high", SERIES, 0, false, property_high},
        {"low", SERIES, 0, false, property_low},
        {"since", SERIES, 0, false, property_high_or_low},
        {"streak", SERIES, 0, false, property_streak},
        {"first_after", SERIES, 0, false, property_first_after},
        {"at", SERIES, TEXT | PERIOD, true, property_at},
        {"residual", SERIES, 0, false, property_residual},
        {"name", SERIES, 0, false, property_series_name},
        {"unit", SERIES, 0, false, property_series_unit},
        {"headline", SERIES, 0, false, property_headline},
        {"unit", NUMBER, 0, false, unit},
        {"status", NUMBER, 0, false, status},
        {"period", NUMBER, 0, false, period},
        {"verb", NUMBER, 0, false, property_verb},
        {"top", GROUP, NUMBER, true, top},
        {"leader", GROUP, 0, false, leader},
        {"count", GROUP, 0, false, count},
        {"total", GROUP, 0, false, total},
        {"year", PERIOD, 0, false, year},
        {"month", PERIOD, 0, false, month},
        {"previous", PERIOD, 0, false, period_before},
        {"year_ago", PERIOD, 0, false, period_year_ago},
        {"name", PERIOD, 0, false, period_text},
        {"months", SINCE | STREAK, 0, false, property_length},
        {"count", STREAK, 0, false, property_length},
        {"period", SINCE, 0, false, property_since_period},
        {"period", STREAK, 0, false, property_streak_period},
        {"is_exact", SINCE | STREAK, 0, false, property_is_exact},
    };
    static const struct callables table = {"property", rows, COUNT_OF(rows)};
    return &table;
}
