/* SPDX-License-Identifier: MIT */
#include "validating.h"

/* A year at 10 to 11 US$ a kilogram, and then one more month. */
static const struct validation *year_and(void **state, const char *last)
{
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "period,value_usd,weight_kg\n");
    for (int month = 1; month <= 12; month++) {
        buffer_print(&csv, "2024-%02d,%d,100\n", month, 1000 + 10 * (month - 1));
    }
    buffer_print(&csv, "%s", last);
    return validating(state, NULL, str_c(*state, buffer_text(&csv)));
}

static void test_a_unit_value_far_from_the_median_is_shown_with_its_figures(void **state)
{
    assert_str(notices_of(year_and(state, "2025-01,1000,10\n"), NOTICE_UNIT_VALUE),
               "14: 2025-01: 100.0, usually 10.60 (9.4 times); value_usd 1000, weight_kg "
               "10; see 8\n");
    assert_str(notices_of(year_and(state, "2025-01,1000,1000\n"), NOTICE_UNIT_VALUE),
               "14: 2025-01: 1.000, usually 10.50 (10.5 times less); value_usd 1000, "
               "weight_kg 1000; see 7\n");
}

static void test_a_unit_value_within_twice_the_usual_is_not(void **state)
{
    assert_str(notices_of(year_and(state, "2025-01,1900,100\n"), NOTICE_UNIT_VALUE), "");
}

static void test_a_series_that_always_varies_has_no_outliers(void **state)
{
    assert_str(notices_of(validating(state, NULL,
                                     "period,usd,kg\n2024-01,1,1\n2024-02,4,1\n"
                                     "2024-03,16,1\n2024-04,2,1\n2024-05,8,1\n"
                                     "2024-06,32,1\n2024-07,3,1\n2024-08,64,1\n"),
                          NOTICE_UNIT_VALUE),
               "");
}

static void test_a_short_history_has_no_usual_unit_value(void **state)
{
    assert_str(notices_of(validating(state, NULL,
                                     "period,usd,kg\n2024-01,10,1\n2024-02,10,1\n"
                                     "2024-03,10,1\n2024-04,10,1\n2024-05,1000,1\n"),
                          NOTICE_UNIT_VALUE),
               "");
}

static void
test_each_series_has_its_own_usual_and_the_largest_trade_comes_first(void **state)
{
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "partner,period,usd,kg\n");
    for (int month = 1; month <= 9; month++) {
        buffer_print(&csv, "A,2024-%02d,10,1\nB,2024-%02d,1000,1\n", month, month);
    }
    buffer_print(&csv, "A,2024-10,1000,1\nB,2024-10,10000,1\n");
    assert_str(
        notices_of(validating(state, NULL, str_c(*state, buffer_text(&csv))),
                   NOTICE_UNIT_VALUE),
        "21: B 2024-10: 10000, usually 1000 (10.0 times); usd 10000, kg 1; see 11\n"
        "20: A 2024-10: 1000, usually 10.00 (100.0 times); usd 1000, kg 1; see 10\n");
}

static void test_units_of_the_schema_tell_value_and_quantity(void **state)
{
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "period,a,b\n");
    for (int month = 1; month <= 9; month++) {
        buffer_print(&csv, "2024-%02d,10,1\n", month);
    }
    buffer_print(&csv, "2024-10,100,1\n");
    assert_str(notices_of(validating(state,
                                     "{a: {role: measure, unit: EUR}, "
                                     "b: {role: measure, unit: t}}",
                                     str_c(*state, buffer_text(&csv))),
                          NOTICE_UNIT_VALUE),
               "11: 2024-10: 100.0 EUR/t, usually 10.00 (10.0 times); a 100, b 1; see 6\n");
}

static void test_values_with_a_quantity_of_zero_are_counted(void **state)
{
    assert_str(notices_of(validating(state, NULL,
                                     "period,usd,kg\n2024-01,5,0\n2024-02,0,0\n"
                                     "2024-03,7,0\n2024-04,7,\n"),
                          NOTICE_NO_QUANTITY),
               "2: 2 rows: usd above zero, kg zero\n");
}

static void test_two_measures_of_one_kind_have_no_unit_value(void **state)
{
    assert_str(notices_of(validating(state, NULL, "period,usd,eur\n2024-01,5,0\n"),
                          NOTICE_NO_QUANTITY),
               "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_unit_value_far_from_the_median_is_shown_with_its_figures),
        unit_case(test_a_unit_value_within_twice_the_usual_is_not),
        unit_case(test_a_series_that_always_varies_has_no_outliers),
        unit_case(test_a_short_history_has_no_usual_unit_value),
        unit_case(test_each_series_has_its_own_usual_and_the_largest_trade_comes_first),
        unit_case(test_units_of_the_schema_tell_value_and_quantity),
        unit_case(test_values_with_a_quantity_of_zero_are_counted),
        unit_case(test_two_measures_of_one_kind_have_no_unit_value),
    };
    return unit_run(tests);
}
