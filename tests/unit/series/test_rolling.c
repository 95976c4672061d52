/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void test_a_rolling_sum_is_of_the_months_up_to_each_one(void **state)
{
    const struct series *series =
        figures(*state, "2024-11 5, 2024-12 6, 2025-01 7, 2025-02 8E, 2025-03 9.5");
    const struct series *sum = operator_rolling_sum(*state, series, 3);
    assert_at(*state, sum, "2024-12", 0, "2024-12 missing M");
    assert_at(*state, sum, "2025-01", 0, "2025-01 18 A");
    assert_at(*state, sum, "2025-02", 0, "2025-02 21 E");
    assert_at(*state, sum, "2025-03", 1, "2025-03 24.5 E");
    assert_possible(*state, sum, "2025-03", 2, "23.45 to 25.55");
    assert_precedents(*state, sum, "2025-01", "2024-11 5 A, 2024-12 6 A, 2025-01 7 A");
    assert_str(sum->unit, "t");
    assert_true(sum->is_rate); /* a longer period has no sum of it */
}

static void test_combined_months_count_where_they_lie_within_the_window(void **state)
{
    const struct series *series =
        figures(*state, "2024-12 6, 2025-01..02 20, 2025-03 9, 2025-04 1");
    const struct series *sum = operator_rolling_sum(*state, series, 3);
    assert_at(*state, sum, "2025-02", 0, "2025-02 26 A");
    assert_at(*state, sum, "2025-03", 0, "2025-03 29 A");
    assert_at(*state, sum, "2025-04", 0, "2025-04 missing M"); /* February alone */
    assert_at(*state, sum, "2025-01", 0, "2025-01 missing M");
    assert_precedents(*state, sum, "2025-04", "2025-02 absent M");
}

static void test_twelve_months_that_are_a_published_year_are_that_year(void **state)
{
    struct series *series = figures(*state, "2025 120.5");
    for (int month = 1; month <= 12; month++) {
        add_number(*state, series, period_month(2025, month), 10, 'A');
    }
    const struct series *sum = operator_rolling_sum(*state, series, 12);
    assert_at(*state, sum, "2025-12", 1, "2025-12 120.5 A");
    assert_precedents(*state, sum, "2025-12", "2025 121 A");
}

static void test_a_mean_is_the_sum_by_the_number_of_months(void **state)
{
    const struct series *series = figures(*state, "2025-01..02 20, 2025-03 9, 2025-04 -");
    const struct series *mean = operator_rolling_mean(*state, series, 3);
    assert_at(*state, mean, "2025-03", 3, "2025-03 9.667 A");
    assert_possible(*state, mean, "2025-03", 3, "9.333 to 10.000");
    assert_at(*state, mean, "2025-04", 3, "2025-04 missing M");
    assert_at(*state, operator_rolling_mean(*state, series, 1), "2025-03", 0,
              "2025-03 9 A");
}

static void test_a_mean_of_rates_is_of_months_and_their_sum_is_none(void **state)
{
    struct series *rates = figures(*state, "2025-01..02 20, 2025-03 9, 2025-04 -3");
    rates->is_rate = true;
    rates->unit = S("%");
    const struct series *mean = operator_rolling_mean(*state, rates, 2);
    assert_at(*state, mean, "2025-04", 1, "2025-04 3.0 A");
    assert_at(*state, mean, "2025-02", 1, "2025-02 missing M");
    assert_int_equal(operator_rolling_sum(*state, rates, 2)->count, 0);
}

static void test_sums_to_date_have_no_window(void **state)
{
    const struct series *to_date =
        operator_to_date(*state, figures(*state, "2025-01 5, 2025-02 6"));
    assert_int_equal(operator_rolling_sum(*state, to_date, 2)->count, 0);
    assert_int_equal(operator_rolling_mean(*state, to_date, 2)->count, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_rolling_sum_is_of_the_months_up_to_each_one),
        unit_case(test_combined_months_count_where_they_lie_within_the_window),
        unit_case(test_twelve_months_that_are_a_published_year_are_that_year),
        unit_case(test_a_mean_is_the_sum_by_the_number_of_months),
        unit_case(test_a_mean_of_rates_is_of_months_and_their_sum_is_none),
        unit_case(test_sums_to_date_have_no_window),
    };
    return unit_run(tests);
}
