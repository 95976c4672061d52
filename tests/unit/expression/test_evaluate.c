/* SPDX-License-Identifier: MIT */
/* Units, comparisons, what is missing, and branches that are not taken. */
#include "expressions.h"

static void test_sums_want_equal_units(void **state)
{
    assert_text(*state, "total + us | num", "6,129");
    assert_text(*state, "total + us | unit", "t");
    assert_error(*state, "total + value",
                 "78 1:7+1 \"+\" wants two numbers of one unit, not t and US$ m");
    assert_error(*state, "total - 5000",
                 "78 1:7+1 \"-\" wants two numbers of one unit, not t and a plain number");
}

static void test_the_difference_of_rates_is_in_points(void **state)
{
    assert_text(*state, "total.yoy - us.yoy | unit", "pp");
    assert_text(*state, "total.yoy + us.yoy | unit", "%");
}

static void test_products_and_quotients_keep_one_unit(void **state)
{
    assert_text(*state, "total * 1000 | unit", "t");
    assert_text(*state, "1000 * total | unit", "t");
    assert_text(*state, "total / 2 | num(1)", "2,736.5");
    assert_text(*state, "us / total | unit", "");
    assert_text(*state, "us / total | pct", "12.0%");
    assert_error(*state, "total * us",
                 "78 1:7+1 \"*\" takes one unit at most, not t and t");
    assert_error(
        *state, "total / value",
        "78 1:7+1 \"/\" wants a plain number or one of the same unit on the right, "
        "not US$ m");
    assert_error(
        *state, "1 / total",
        "78 1:3+1 \"/\" wants a plain number or one of the same unit on the right, "
        "not t");
}

static void test_results_have_the_weakest_status(void **state)
{
    assert_text(*state, "(us.year_ago + total).status", "E");
    assert_text(*state, "(us + total).status", "A");
}

static void test_arithmetic_is_exact(void **state)
{
    assert_text(*state, "1 / 3 * 3", "1");
    assert_true(truth_of(*state, "0.1 + 0.2 == 0.3"));
}

static void test_arithmetic_is_of_numbers(void **state)
{
    assert_error(*state, "focus + 1", "78 1:1+5 \"+\" wants numbers, this is text");
    assert_error(*state, "1 * period", "78 1:5+6 \"*\" wants numbers, this is a period");
    assert_error(*state, "-focus", "78 1:2+5 \"-\" wants a number, this is text");
    assert_error(*state,
                 "99999999999999999999999999999999999999 * 99999999999999999999999999",
                 "78 1:40+1 \"*\" gives a number that is too large");
}

static void test_numbers_compare_where_their_units_are_equal(void **state)
{
    assert_true(truth_of(*state, "us < total"));
    assert_true(truth_of(*state, "total.at('2025-10') == total"));
    assert_true(truth_of(*state, "us != total and us <= us and us >= us"));
    assert_false(truth_of(*state, "us > total"));
    assert_error(*state, "us > value",
                 "78 1:4+1 \">\" wants two numbers of one unit, not t and US$ m");
    assert_error(*state, "us > partners.count",
                 "78 1:4+1 \">\" wants two numbers of one unit, not t and a plain number");
}

static void test_a_constant_compares_with_any_unit(void **state)
{
    assert_true(truth_of(*state, "us > 400"));
    assert_true(truth_of(*state, "total.mom < -5"));
    assert_true(truth_of(*state, "2 * 200 < us"));
}

static void test_periods_dates_and_texts_compare(void **state)
{
    assert_true(truth_of(*state, "period == '2025-10'"));
    assert_true(truth_of(*state, "period > \"2025-04\""));
    assert_true(truth_of(*state, "'2025-11-19' < as_of"));
    assert_true(truth_of(*state, "period.previous < period"));
    assert_true(truth_of(*state, "focus == \"Germany\" and focus != 'germany'"));
    assert_true(truth_of(*state, "(us > total) == (us > total)"));
    assert_error(*state, "focus < \"X\"", "78 1:7+1 \"<\" cannot compare text with text");
    assert_error(*state, "period == 'soon'",
                 "78 1:8+2 \"==\" cannot compare a period with text");
    assert_error(*state, "total == focus",
                 "78 1:7+2 \"==\" cannot compare a number with text");
    assert_error(
        *state, "partners == partners",
        "78 1:10+2 \"==\" cannot compare a group of series with a group of series");
}

static void test_what_is_missing_says_why(void **state)
{
    assert_reason(*state, "holes + 1",
                  "\"holes\" has no value for October 2025: it is missing");
    assert_reason(*state, "holes.at('2025-09')",
                  "\"holes\" has no value for September 2025: it is suppressed");
    assert_reason(*state, "holes.at('2025-06')", "\"holes\": June 2025 is not in the data");
    assert_reason(*state, "us.mom.value", "\"us.mom\": September 2025 is not in the data");
    assert_reason(*state, "holes.mom.value", "\"holes.mom\": October 2025 is missing");
    assert_reason(*state, "from_zero.mom.value",
                  "\"from_zero.mom\": September 2025 is zero");
    assert_reason(*state, "holes.share(total).value",
                  "\"holes.share\": October 2025 is missing");
    assert_reason(*state, "us.share(holes).value",
                  "\"us.share\": October 2025 of \"holes\" is missing");
    assert_reason(*state, "1 / 0", "it would be divided by zero");
}

static void test_a_year_to_date_without_a_base_names_its_months(void **state)
{
    assert_reason(*state, "total.ytd.yoy.value",
                  "\"total.ytd.yoy\": January\u2013October 2024 is missing");
}

static void test_a_reason_travels_through_everything(void **state)
{
    const char *reason = "\"us.mom\": September 2025 is not in the data";
    assert_reason(*state, "us.mom | delta", reason);
    assert_reason(*state, "-us.mom | abs | num(1)", reason);
    assert_reason(*state, "(us.mom + total.mom) * 2", reason);
    assert_reason(*state, "us.mom.streak.count | words", reason);
    assert_reason(*state, "total.at(us.mom.streak.period)", reason);
    assert_reason(*state, "partners[us.mom | delta].name", reason);
}

static void test_what_is_missing_never_becomes_text(void **state)
{
    assert_error(*state, "us.mom | delta",
                 "1 1:1+14 \"us.mom\": September 2025 is not in the data | say what stands "
                 "here instead, as in ?? \"n.a.\"");
}

static void test_what_is_missing_is_not_compared(void **state)
{
    assert_error(
        *state, "us.mom > 0",
        "1 1:8+1 there is nothing to compare: \"us.mom\": September 2025 is not in "
        "the data | ask first whether there is a value, as in \"x and x > 0\", or "
        "say what stands for it with ??");
    assert_false(truth_of(*state, "us.mom and us.mom > 0"));
    assert_true(truth_of(*state, "(us.mom ?? 1) > 0"));
}

static void test_conditions_ask_whether_there_is_a_value(void **state)
{
    assert_true(truth_of(*state, "total"));
    assert_true(truth_of(*state, "total.mom"));
    assert_false(truth_of(*state, "us.mom"));
    assert_false(truth_of(*state, "holes"));
    assert_false(truth_of(*state, "total.high"));
    assert_true(truth_of(*state, "total.low"));
    assert_false(truth_of(*state, "nothing"));
    assert_true(truth_of(*state, "focus"));
    assert_true(truth_of(*state, "0"));
    assert_true(truth_of(*state, "not us.mom"));
    assert_true(truth_of(*state, "us.mom or total.mom"));
}

static void test_mistakes_are_found_in_branches_that_are_not_taken(void **state)
{
    assert_error(*state, "total.mom ?? totl.mom",
                 "78 1:14+4 nothing is named \"totl\" | did you mean \"total\"?");
    assert_error(*state, "us.mom and (us.mom | dleta)",
                 "78 1:22+5 a series has no filter \"dleta\" | did you mean \"delta\"?");
    assert_error(*state, "us.mom.momentum",
                 "78 1:8+8 a series has no property \"momentum\"");
    assert_error(*state, "total or us.mom.streak.cuont",
                 "78 1:24+5 what is none has no property \"cuont\" | did you mean "
                 "\"count\"?");
    assert_true(truth_of(*state, "total.mom ?? us.mom > 0"));
}

static void test_names_are_those_of_the_scope(void **state)
{
    assert_error(
        *state, "exports",
        "78 1:1+7 nothing is named \"exports\" | known are: total, us, holes, "
        "from_zero, value, monthly, bare, partners, period, as_of, focus, nothing");
}

static void test_only_groups_have_members(void **state)
{
    assert_error(*state, "total['x']",
                 "78 1:1+5 only a group of series has members, this is a series");
    assert_error(*state, "partners[1]",
                 "78 1:10+1 a member is named by text, this is a number");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_sums_want_equal_units),
        unit_case(test_the_difference_of_rates_is_in_points),
        unit_case(test_products_and_quotients_keep_one_unit),
        unit_case(test_results_have_the_weakest_status),
        unit_case(test_arithmetic_is_exact),
        unit_case(test_arithmetic_is_of_numbers),
        unit_case(test_numbers_compare_where_their_units_are_equal),
        unit_case(test_a_constant_compares_with_any_unit),
        unit_case(test_periods_dates_and_texts_compare),
        unit_case(test_what_is_missing_says_why),
        unit_case(test_a_year_to_date_without_a_base_names_its_months),
        unit_case(test_a_reason_travels_through_everything),
        unit_case(test_what_is_missing_never_becomes_text),
        unit_case(test_what_is_missing_is_not_compared),
        unit_case(test_conditions_ask_whether_there_is_a_value),
        unit_case(test_mistakes_are_found_in_branches_that_are_not_taken),
        unit_case(test_names_are_those_of_the_scope),
        unit_case(test_only_groups_have_members),
    };
    return unit_run(tests);
}
