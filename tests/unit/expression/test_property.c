/* SPDX-License-Identifier: MIT */
#include "expressions.h"

static void test_a_series_stands_for_its_number_at_the_issue(void **state)
{
    assert_text(*state, "total", "5473");
    assert_text(*state, "total.value", "5473");
    assert_text(*state, "us.at(\"2025-08\")", "589.85");
    assert_text(*state, "total.at(period.year_ago)", "4725");
    assert_text(*state, "total.at('2025-01..10')", "45290");
}

static void test_series_look_back_by_the_calendar(void **state)
{
    assert_text(*state, "total.previous", "5774");
    assert_text(*state, "total.year_ago", "4725");
    assert_text(*state, "total.previous.previous", "6146");
}

static void test_rates_and_changes(void **state)
{
    assert_text(*state, "total.mom | num(2)", "\u22125.21");
    assert_text(*state, "total.yoy | num(2)", "15.83");
    assert_text(*state, "total.mom_computed | num(2)", "\u22125.21");
    assert_text(*state, "total.yoy_computed | num(2)", "15.83");
    assert_text(*state, "total.change", "\u2212301");
    assert_text(*state, "total.change_year", "748");
    assert_text(*state, "total.mom.previous | num(1)", "\u22126.1");
}

static void test_the_year_to_date_and_its_residual(void **state)
{
    assert_text(*state, "total.ytd", "45290");
    assert_text(*state, "total.residual", "0");
    assert_text(*state, "total.residual | unit", "t");
    assert_reason(*state, "us.residual",
                  "\"us\": no figure for January\u2013October 2025 was published");
}

static void test_shares_are_of_a_series_or_of_the_groups_total(void **state)
{
    assert_text(*state, "us.share(total) | pct", "12.0%");
    assert_text(*state, "partners['Germany'].share | pct", "20.4%");
    assert_text(*state, "partners['Germany'].share.change_year.unit", "pp");
    assert_error(*state, "us.share",
                 "78 1:4+5 \"us\" is not part of a group with a total | say of what the "
                 "share is, as in share(total)");
    assert_error(*state, "us.share(value)",
                 "78 1:4+5 a share wants two series of one unit, not t and US$ m");
    assert_error(*state, "us.share(1)",
                 "78 1:10+1 \"share\" wants a series in parentheses, this is a number");
}

static void test_members_are_ranked(void **state)
{
    assert_text(*state, "partners['Germany'].rank", "1");
    assert_text(*state, "partners[\"South Korea\"].rank", "3");
    assert_text(*state, "partners[focus] | num", "1,118");
    assert_reason(*state, "partners['Vietnam'].rank",
                  "\"Vietnam\" has no value for October 2025: it is missing");
    assert_error(*state, "us.rank", "78 1:4+4 \"us\" is not a member of a group");
    assert_error(*state, "partners['Germny']",
                 "78 1:10+8 \"partners\" has no member \"Germny\" | did you mean "
                 "\"Germany\"?");
}

static void test_a_member_without_rows_is_none_and_its_name_is_known(void **state)
{
    assert_reason(*state, "partners['Chile'].mom",
                  "\"partners\" has no figures of \"Chile\"");
    assert_text(*state, "partners['Chile'] ?? 'n.a.'", "n.a.");
    assert_error(
        *state, "partners['Chil']",
        "78 1:10+6 \"partners\" has no member \"Chil\" | known are: Germany, United "
        "States, South Korea, Vietnam");
    assert_error(*state, "partners['total']",
                 "78 1:10+7 \"partners\" has no member \"total\" | it is the total: "
                 "partners.total");
}

static void test_groups_know_their_largest_members_and_their_total(void **state)
{
    assert_text(*state, "partners.leader.name", "Germany");
    assert_text(*state, "partners.top(2).name", "United States");
    assert_text(*state, "partners.top(3).name", "South Korea");
    assert_text(*state, "partners.top(2).rank", "2");
    assert_text(*state, "partners.count", "3");
    assert_text(*state, "partners.total", "5473");
    assert_reason(*state, "partners.top(4)",
                  "\"partners\" has only 3 members with a value for October 2025");
    assert_error(*state, "partners.top(0)",
                 "78 1:14+1 \"top\" wants a whole number from 1");
    assert_error(*state, "partners.top(1.5)",
                 "78 1:14+3 \"top\" wants a whole number from 1");
    assert_error(*state, "partners.top", "78 1:10+3 \"top\" wants a number in parentheses");
}

static void test_extremes_are_of_this_year_and_the_one_before(void **state)
{
    assert_text(*state, "total.max", "6357");
    assert_text(*state, "total.max.period", "January 2025");
    assert_text(*state, "total.min", "4725");
    assert_text(*state, "total.min.period.year", "2024");
    assert_text(*state, "us.min.status", "A");
    assert_reason(*state, "holes.change.max",
                  "\"holes.change\" has no monthly value to compare");
}

static void test_findings_look_back(void **state)
{
    assert_text(*state, "total.low.months", "3");
    assert_false(truth_of(*state, "total.low.is_exact"));
    assert_reason(*state, "total.low.period",
                  "the month that ends the window is not known");
    assert_text(*state, "total.since.months", "3");
    assert_reason(*state, "total.high",
                  "\"total\" is not higher in October 2025 than in September 2025");
    assert_reason(*state, "partners['United States'].high",
                  "\"United States\" is higher only than in the month before");
    assert_reason(*state, "us.since", "\"us\": September 2025 is not in the data");
    assert_reason(*state, "holes.since",
                  "\"holes\" has no value for October 2025: it is missing");
}

static void test_a_streak_of_sums_to_date_begins_with_a_month(void **state)
{
    struct series *sums = series_create(
        *state, "sums",
        "2024-01..07 1, 2024-01..08 2, 2024-01..09 3, 2025-01..07 2, 2025-01..08 3, "
        "2025-01..09 4");
    sums->is_to_date = true;
    struct scope scope = {.issue = period_of_months(2025, 7, 9)};
    scope_add(*state, &scope, S("sums"), value_from_series(sums));
    struct source source = {.text = S("sums.yoy.streak.period")};
    struct error error = {0};
    str text = {0};
    const struct expression *expression =
        expression_parse(*state, &source, 0, source.text.length, &error);
    assert_true(expression_text(*state, expression, &scope, &text, &error));
    assert_str(text, "July 2025");
}

static void test_streaks_are_of_changes(void **state)
{
    assert_text(*state, "total.mom.streak.count", "2");
    assert_text(*state, "total.mom.streak.months", "2");
    assert_text(*state, "total.mom.streak.period", "September 2025");
    assert_true(truth_of(*state, "total.mom.streak.is_exact"));
    assert_reason(*state, "us.mom.streak", "\"us.mom\": September 2025 is not in the data");
    assert_error(*state, "total.streak",
                 "78 1:7+6 \"streak\" wants changes, \"total\" are figures | as in "
                 "total.mom.streak");
}

static void test_a_turn_is_counted_in_periods_before_it(void **state)
{
    assert_text(*state, "from_zero.change.first_after ?? 'none'", "none");
    assert_reason(*state, "total.mom.first_after",
                  "\"total.mom\" is not known to turn in October 2025");
    assert_text(*state, "total.yoy.change.first_after", "1");
    assert_error(*state, "total.first_after",
                 "78 1:7+11 \"first_after\" wants changes, \"total\" are figures | as in "
                 "total.mom.first_after");
}

static void test_words_of_series(void **state)
{
    assert_text(*state, "total.name", "total");
    assert_text(*state, "total.unit", "t");
    assert_text(*state, "us.status", "A");
    assert_text(*state, "us.year_ago.status", "E");
    assert_text(*state, "us.yoy.status", "E");
    assert_text(*state, "total.mom.verb", "fell");
    assert_text(
        *state, "total.headline",
        "fell 5.2% to 5,473\u00a0t in October, the second consecutive monthly fall");
    assert_reason(*state, "holes.headline",
                  "\"holes\" has no value for October 2025: it is missing");
    assert_error(*state, "total.verb",
                 "78 1:7+4 \"verb\" wants a rate of change in % | as in total.mom.verb");
}

static void test_periods_have_parts_and_neighbours(void **state)
{
    assert_text(*state, "period", "October 2025");
    assert_text(*state, "period.name", "October 2025");
    assert_text(*state, "period.year", "2025");
    assert_text(*state, "period.month", "10");
    assert_text(*state, "period.previous", "September 2025");
    assert_text(*state, "period.year_ago | month_year", "October 2024");
}

static void test_the_calendar_has_a_beginning(void **state)
{
    struct scope scope = {0};
    scope_add(*state, &scope, S("p"), value_from_period(period_month(1, 3)));
    struct source source = {.text = S("p.year_ago")};
    struct error error = {0};
    struct value value;
    const struct expression *expression =
        expression_parse(*state, &source, 0, source.text.length, &error);
    assert_true(expression_evaluate(*state, expression, &scope, &value, &error));
    assert_int_equal(value.kind, VALUE_NONE);
    assert_str(value.text, "the calendar begins in year 1");
}

static void test_properties_name_what_they_want(void **state)
{
    assert_error(*state, "total.momm",
                 "78 1:7+4 a series has no property \"momm\" | did you mean \"mom\"?");
    assert_error(*state, "period.mom", "78 1:8+3 \"mom\" wants a series, this is a period");
    assert_error(*state, "total.year",
                 "78 1:7+4 \"year\" wants a period, this is a series");
    assert_error(*state, "total.at(\"2025-13\")",
                 "78 1:10+9 \"2025-13\" is not a period such as 2025-10 or 2025-01..03");
    assert_error(*state, "total.mom(1)", "78 1:7+3 \"mom\" takes no argument");
    assert_error(*state, "total.at",
                 "78 1:7+2 \"at\" wants text or a period in parentheses");
    assert_error(*state, "period.xyzzy",
                 "78 1:8+5 a period has no property \"xyzzy\" | known are: year, month, "
                 "previous, year_ago, name");
    assert_error(*state, "(1 + 1).period", "78 1:9+6 this number belongs to no period");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_series_stands_for_its_number_at_the_issue),
        unit_case(test_series_look_back_by_the_calendar),
        unit_case(test_rates_and_changes),
        unit_case(test_the_year_to_date_and_its_residual),
        unit_case(test_shares_are_of_a_series_or_of_the_groups_total),
        unit_case(test_members_are_ranked),
        unit_case(test_a_member_without_rows_is_none_and_its_name_is_known),
        unit_case(test_groups_know_their_largest_members_and_their_total),
        unit_case(test_extremes_are_of_this_year_and_the_one_before),
        unit_case(test_findings_look_back),
        unit_case(test_streaks_are_of_changes),
        unit_case(test_a_streak_of_sums_to_date_begins_with_a_month),
        unit_case(test_a_turn_is_counted_in_periods_before_it),
        unit_case(test_words_of_series),
        unit_case(test_periods_have_parts_and_neighbours),
        unit_case(test_the_calendar_has_a_beginning),
        unit_case(test_properties_name_what_they_want),
    };
    return unit_run(tests);
}
