/* SPDX-License-Identifier: MIT */
/* The table of properties, and those of numbers and periods. */
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
    *result =
        value_from_text(language_period(call->arena, call->language, call->operand.period));
    return true;
}

enum {
    SERIES = KIND(VALUE_SERIES),
    NUMBER = KIND(VALUE_NUMBER),
    GROUP = KIND(VALUE_GROUP),
    PERIOD = KIND(VALUE_PERIOD),
    SINCE = KIND(VALUE_SINCE),
    STREAK = KIND(VALUE_STREAK),
    RECORD = KIND(VALUE_RECORD),
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
    {"quarter", SERIES, 0, false, property_quarter},
    {"qoq", SERIES, 0, false, property_qoq},
    {"sum", SERIES, NUMBER, true, property_sum},
    {"mean", SERIES, NUMBER, true, property_mean},
    {"annualised", SERIES, 0, false, property_annualised},
    {"index", SERIES, TEXT | PERIOD, true, property_index},
    {"share", SERIES, SERIES, false, property_share},
    {"share_of_year", SERIES, 0, false, property_share_of_year},
    {"contribution", SERIES, SERIES, false, property_contribution},
    {"contribution_year", SERIES, SERIES, false, property_contribution_year},
    {"unit_value", SERIES, SERIES, true, property_unit_value},
    {"usual", SERIES, NUMBER, true, property_usual},
    {"usual_mean", SERIES, NUMBER, true, property_usual_mean},
    {"usual_min", SERIES, NUMBER, true, property_usual_minimum},
    {"usual_max", SERIES, NUMBER, true, property_usual_maximum},
    {"against_usual", SERIES, NUMBER, true, property_against_usual},
    {"rank", SERIES, 0, false, property_rank},
    {"rank_change", SERIES, 0, false, property_rank_change},
    {"rank_change_year", SERIES, 0, false, property_rank_change_year},
    {"max", SERIES, 0, false, property_maximum},
    {"min", SERIES, 0, false, property_minimum},
    {"high", SERIES, 0, false, property_high},
    {"low", SERIES, 0, false, property_low},
    {"since", SERIES, 0, false, property_high_or_low},
    {"streak", SERIES, 0, false, property_streak},
    {"first_after", SERIES, 0, false, property_first_after},
    {"first_in", SERIES, 0, false, property_first_in},
    {"record", SERIES, 0, false, property_record},
    {"at", SERIES, TEXT | PERIOD, true, property_at},
    {"residual", SERIES, 0, false, property_residual},
    {"name", SERIES, 0, false, property_series_name},
    {"label", SERIES, 0, false, property_series_label},
    {"word", SERIES, TEXT, true, property_word},
    {"unit", SERIES, 0, false, property_series_unit},
    {"headline", SERIES, 0, false, property_headline},
    {"title", SERIES, 0, false, property_title},
    {"finding", SERIES | GROUP, TEXT, false, property_finding},
    {"unit", NUMBER, 0, false, unit},
    {"status", NUMBER, 0, false, status},
    {"period", NUMBER, 0, false, period},
    {"verb", NUMBER, 0, false, property_verb},
    {"at_least", NUMBER, 0, false, property_at_least},
    {"at_most", NUMBER, 0, false, property_at_most},
    {"top", GROUP, NUMBER, true, property_top},
    {"leader", GROUP, 0, false, property_leader},
    {"count", GROUP, 0, false, property_group_count},
    {"total", GROUP, 0, false, property_total},
    {"rest", GROUP, 0, false, property_rest},
    {"concentration", GROUP, 0, false, property_concentration},
    {"equivalent", GROUP, 0, false, property_equivalent},
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
    {"is_high", SINCE | RECORD, 0, false, property_is_high},
    {"is_certain", RECORD, 0, false, property_is_certain},
    {"count", RECORD, 0, false, property_record_count},
    {"first", RECORD, 0, false, property_record_first},
    {"before", RECORD, 0, false, property_record_before},
};

const struct callables *property_table(void)
{
    static const struct callables table = {"property", rows, COUNT_OF(rows)};
    return &table;
}
