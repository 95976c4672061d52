/* SPDX-License-Identifier: MIT */
/* The properties that compute series: what they are called and what they refuse. */
#include "expressions.h"

static void test_quarters_are_those_that_the_issue_ends(void **state)
{
    assert_text(*state, "monthly.quarter.at('2025-Q3')", "330");
    assert_text(*state, "monthly.quarter.at('2025-09')", "330");
    assert_text(*state, "monthly.qoq.at('2025-Q3') | pct(2)", "2.80%");
    assert_text(*state, "monthly.quarter.yoy.at('2025-09') | pct(2)", "12.24%");
    assert_reason(*state, "monthly.qoq.value",
                  "\"monthly.qoq\": October 2025 is not in the data");
}

static void test_sums_and_means_are_of_the_months_up_to_the_issue(void **state)
{
    assert_text(*state, "monthly.sum(3)", "341");
    assert_text(*state, "monthly.mean(3) | num(2)", "113.67");
    assert_text(*state, "monthly.mean(12).mom | pct(3)", "1.580%");
    assert_text(*state, "monthly.mom.mean(2) | pct(3)", "4.509%");
    assert_error(*state, "monthly.mom.sum(3)",
                 "78 1:13+3 \"monthly.mom\" has no sums: it is no amount");
    assert_error(*state, "monthly.sum(0)",
                 "78 1:13+1 \"sum\" wants a whole number from 1 to 1200");
    assert_error(*state, "monthly.mean(2.5)",
                 "78 1:14+3 \"mean\" wants a whole number from 1 to 1200");
    assert_error(*state, "monthly.sum", "78 1:9+3 \"sum\" wants a number in parentheses");
    assert_reason(*state, "us.sum(3).value",
                  "\"us.sum\": September 2025 is not in the data");
}

static void test_a_year_at_this_pace(void **state)
{
    assert_text(*state, "total.annualised", "65676");
    assert_text(*state, "total.ytd.annualised", "54348");
    assert_text(*state, "total.mom.annualised | pct", "\u221247.4%");
    assert_error(*state, "total.yoy.annualised",
                 "78 1:11+10 \"annualised\" wants figures or rates on the period before | "
                 "as in total.annualised or total.mom.annualised");
}

static void test_an_index_has_its_base_in_parentheses(void **state)
{
    assert_text(*state, "total.index('2024-10') | num(1)", "115.8");
    assert_text(*state, "total.index(period.year_ago) | amount(1)", "115.8\u00A0points");
    assert_reason(*state, "total.index('2023').value",
                  "\"total.index\": 2023 is not in the data");
    assert_error(*state, "total.index('May')",
                 "78 1:13+5 \"May\" is not a period such as 2025-10 or 2025-01..03");
}

static void test_parts_contribute_to_the_change_of_their_total(void **state)
{
    assert_text(*state, "partners['Germany'].contribution_year | signed", "+8.5\u00A0pp");
    assert_text(*state, "us.contribution_year(total) | signed(2)", "+0.59\u00A0pp");
    assert_text(*state,
                "partners['Germany'].contribution_year + "
                "partners['United States'].contribution_year + "
                "partners.rest.contribution_year | num(6)",
                "15.830688");
    assert_text(*state, "total.yoy_computed | num(6)", "15.830688");
    assert_error(*state, "us.contribution",
                 "78 1:4+12 \"us\" is not part of a group with a total | say of what the "
                 "contribution is, as in contribution(total)");
    assert_error(*state, "us.contribution(value)",
                 "78 1:4+12 a contribution wants two series of one unit, not t and US$ m");
}

static void test_the_rest_is_what_the_total_has_beside_those_shown(void **state)
{
    assert_text(*state, "partners.rest", "3699");
    assert_text(*state, "partners.rest.name", "Other");
    assert_text(*state, "partners.rest.share | pct", "67.6%");
    assert_error(*state, "partners.rest.rank",
                 "78 1:15+4 \"Other\" is not a member of a group");
    assert_error(*state, "bare.rest",
                 "78 1:6+4 \"bare\" has no rest | name it in the query, as in rest: Other, "
                 "with the total");
}

static void test_concentration_says_what_it_can_be(void **state)
{
    assert_text(*state, "partners.concentration | num", "669");
    assert_text(*state, "partners.concentration.status", "E");
    assert_reason(
        *state, "partners.concentration.at('2025-08').value",
        "\"partners.concentration\": August 2025 of \"Germany\" is not in the data");
    assert_text(*state, "partners.concentration.at_least | num", "668");
    assert_text(*state, "partners.concentration.at_most | num", "3,945");
    assert_text(*state, "partners.equivalent | num(1)", "14.9");
}

static void test_a_unit_value_is_of_a_value_and_a_quantity(void **state)
{
    assert_text(*state, "value.unit_value(total) * 1000 | amount(2)", "55.14\u00A0US$ m/t");
    assert_error(*state, "us.unit_value(total)",
                 "78 1:4+10 a unit value wants a value and a quantity, both are in t");
    assert_error(*state, "value.unit_value(total.mom)",
                 "78 1:7+10 a unit value wants figures, these are changes");
    assert_error(*state, "value.unit_value",
                 "78 1:7+10 \"unit_value\" wants a series in parentheses");
}

static void test_the_same_month_of_earlier_years_is_the_usual(void **state)
{
    assert_text(*state, "monthly.usual(1)", "100");
    assert_text(*state, "monthly.usual_mean(1)", "100");
    assert_text(*state, "monthly.usual_min(1)", "100");
    assert_text(*state, "monthly.usual_max(1)", "100");
    assert_text(*state, "monthly.mom.against_usual(1) | signed(2)", "+7.10\u00A0pp");
    assert_text(*state, "monthly.share_of_year | pct(2)", "11.08%");
    assert_text(*state, "monthly.share_of_year.against_usual(1) | signed(2)",
                "+0.61\u00A0pp");
    assert_reason(*state, "monthly.usual(2).value",
                  "\"monthly.usual\": October 2023 is not in the data");
    assert_error(*state, "monthly.usual(51)",
                 "78 1:15+2 \"usual\" wants a whole number from 1 to 50");
}

static void test_a_rank_changes_by_the_places_gained(void **state)
{
    assert_text(*state, "partners['United States'].rank_change", "1");
    assert_text(*state, "partners['South Korea'].rank_change", "\u22122");
    assert_text(*state, "partners['Germany'].rank_change_year", "0");
    assert_reason(*state, "partners['Germany'].rank_change",
                  "\"Germany\": September 2025 is not in the data");
    assert_text(*state, "partners['Germany'].rank.at_most", "2");
}

static void test_a_record_says_of_how_many_and_since_when(void **state)
{
    assert_true(truth_of(*state, "monthly.record.is_high"));
    assert_text(*state, "monthly.record.count", "21");
    assert_text(*state, "monthly.record.first", "January 2024");
    assert_text(*state, "monthly.record.before", "111");
    assert_text(*state, "monthly.record.before.period", "September 2025");
    assert_true(truth_of(*state, "monthly.record and monthly.record.is_certain"));
    assert_reason(*state, "total.record",
                  "\"total\" is not known to set a record in October 2025");
    assert_reason(*state, "holes.record",
                  "\"holes\" has no value for October 2025: it is missing");
    assert_error(*state, "monthly.record",
                 "78 1:1+14 a record has no text of its own | it "
                 "can be a condition");
}

static void test_a_first_comes_after_zeros(void **state)
{
    assert_text(*state, "from_zero.first_in", "1");
    assert_reason(*state, "total.first_in",
                  "\"total\" is not the first after zeros in October 2025");
}

static void test_a_number_can_be_what_rounds_to_it(void **state)
{
    assert_text(*state, "total.at_least", "5472.5");
    assert_text(*state, "total.at_most", "5473.5");
    assert_text(*state, "(total - us).at_most", "4818");
    assert_text(*state, "(-total | abs).at_least", "5472.5");
    assert_text(*state, "total.mom.at_least | pct(3)", "\u22125.230%");
    assert_text(*state, "(total / us).at_least | num(4)", "8.3359");
    assert_text(*state, "(5 * 3).at_least", "15");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_quarters_are_those_that_the_issue_ends),
        unit_case(test_sums_and_means_are_of_the_months_up_to_the_issue),
        unit_case(test_a_year_at_this_pace),
        unit_case(test_an_index_has_its_base_in_parentheses),
        unit_case(test_parts_contribute_to_the_change_of_their_total),
        unit_case(test_the_rest_is_what_the_total_has_beside_those_shown),
        unit_case(test_concentration_says_what_it_can_be),
        unit_case(test_a_unit_value_is_of_a_value_and_a_quantity),
        unit_case(test_the_same_month_of_earlier_years_is_the_usual),
        unit_case(test_a_rank_changes_by_the_places_gained),
        unit_case(test_a_record_says_of_how_many_and_since_when),
        unit_case(test_a_first_comes_after_zeros),
        unit_case(test_a_number_can_be_what_rounds_to_it),
    };
    return unit_run(tests);
}
