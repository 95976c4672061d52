/* SPDX-License-Identifier: MIT */
#include "expressions.h"

static void test_texts_are_canonical(void **state)
{
    assert_text(*state, "focus", "Germany");
    assert_text(*state, "period", "October 2025");
    assert_text(*state, "as_of", "20 November 2025");
    assert_text(*state, "total", "5473");
    assert_text(*state, "1238.470", "1238.47");
    assert_text(*state, "-0.000001", "\u22120.000001");
    assert_text(*state, "-(1 - 1)", "0");
}

static void test_a_number_without_end_needs_a_filter(void **state)
{
    assert_error(
        *state, "1 / 3",
        "78 1:1+5 this number has more than 6 decimals | round it with a filter, as "
        "in \"| num(1)\"");
    assert_error(
        *state, "0.1234567",
        "78 1:1+9 this number has more than 6 decimals | round it with a filter, as "
        "in \"| num(1)\"");
}

static void test_what_has_no_text_says_what_to_do(void **state)
{
    assert_error(*state, "partners",
                 "78 1:1+8 a group of series has no text of its own | name a member, as in "
                 "partners[\"Germany\"]");
    assert_error(
        *state, "total.low",
        "78 1:1+9 a \"since\" has no text of its own | the filter \"phrase\" says it "
        "in words");
    assert_error(
        *state, "total.mom.streak",
        "78 1:1+16 a streak has no text of its own | the filter \"phrase\" says it "
        "in words");
    assert_error(*state, "1 == 1",
                 "78 1:1+6 true or false has no text of its own | it can be a condition");
}

static void test_a_date_that_is_not_set_is_none(void **state)
{
    (void)state;
    struct value value = value_from_date((struct date){0});
    assert_int_equal(value.kind, VALUE_NONE);
    assert_str(value.text, "the date is not set");
    assert_false(value_is_true(&value));
}

static void test_a_number_knows_its_period_unit_and_status(void **state)
{
    const struct series *series = series_create(*state, "us", "2024-10 628 E");
    struct value value = value_at(*state, series, period_month(2024, 10));
    assert_int_equal(value.kind, VALUE_NUMBER);
    assert_str(value.unit, "t");
    assert_int_equal(value.status, 'E');
    assert_true(period_equal(value.period, period_month(2024, 10)));
    assert_int_equal(ratio_compare(value.number, ratio_from(628)), 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_texts_are_canonical),
        unit_case(test_a_number_without_end_needs_a_filter),
        unit_case(test_what_has_no_text_says_what_to_do),
        unit_case(test_a_date_that_is_not_set_is_none),
        unit_case(test_a_number_knows_its_period_unit_and_status),
    };
    return unit_run(tests);
}
