/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void test_an_index_is_100_at_its_base(void **state)
{
    const struct series *series = figures(*state, "2024-10 4725, 2025-10 5473, 2025-11 -");
    const struct series *index = operator_index(*state, series, period_of("2024-10"));
    assert_at(*state, index, "2024-10", 4, "2024-10 100.0000 A");
    assert_at(*state, index, "2025-10", 4, "2025-10 115.8307 A");
    assert_at(*state, index, "2025-11", 4, "2025-11 missing M");
    assert_str(index->unit, "points");
    assert_possible(*state, index, "2024-10", 2, "100.00 to 100.00");
    assert_possible(*state, index, "2025-10", 3, "115.808 to 115.854");
    assert_precedents(*state, index, "2025-10", "2025-10 5473 A, 2024-10 4725 A");
    assert_true(period_equal(index->derivation->base, period_of("2024-10")));
    assert_int_equal(
        observation_places(series_at(index, period_of("2025-10")), index->unit), 1);
}

static void test_a_month_compares_with_the_average_of_a_year(void **state)
{
    const struct series *series =
        figures(*state, "2024 1200, 2025-01 110, 2025-01..02 180, 2025 1320");
    const struct series *index = operator_index(*state, series, period_of("2024"));
    assert_at(*state, index, "2025-01", 0, "2025-01 110 A");
    assert_at(*state, index, "2025-01..02", 0, "2025-01..02 90 A");
    assert_at(*state, index, "2025", 0, "2025 110 A");
}

static void test_a_base_may_be_the_sum_of_its_months(void **state)
{
    const struct series *series =
        figures(*state, "2024-01 80, 2024-02 120, 2024-03 100, 2025-01 110");
    assert_at(*state, operator_index(*state, series, period_of("2024-Q1")), "2025-01", 0,
              "2025-01 110 A");
    assert_at(*state, operator_index(*state, series, period_of("2024-Q2")), "2025-01", 0,
              "2025-01 missing M");
}

static void test_rates_and_unit_values_are_compared_as_they_are(void **state)
{
    struct series *series = figures(*state, "2024 50, 2025-01 55");
    series->is_rate = true;
    assert_at(*state, operator_index(*state, series, period_of("2024")), "2025-01", 0,
              "2025-01 110 A");
}

static void test_sums_to_date_are_compared_by_the_month(void **state)
{
    const struct series *to_date = operator_to_date(
        *state, figures(*state, "2024-01 10, 2024-02 10, 2025-01 10, 2025-02 20"));
    const struct series *index = operator_index(*state, to_date, period_of("2024-02"));
    assert_at(*state, index, "2025-02", 0, "2025-01..02 150 A");
    assert_at(*state, index, "2025-01", 0, "2025-01 100 A");
}

static void test_nothing_is_a_part_of_zero_or_less(void **state)
{
    const struct series *series = figures(*state, "2024-01 0, 2024-02 -4, 2025-01 10");
    assert_at(*state, operator_index(*state, series, period_of("2024-01")), "2025-01", 0,
              "2025-01 missing M");
    assert_at(*state, operator_index(*state, series, period_of("2024-02")), "2025-01", 0,
              "2025-01 missing M");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_an_index_is_100_at_its_base),
        unit_case(test_a_month_compares_with_the_average_of_a_year),
        unit_case(test_a_base_may_be_the_sum_of_its_months),
        unit_case(test_rates_and_unit_values_are_compared_as_they_are),
        unit_case(test_sums_to_date_are_compared_by_the_month),
        unit_case(test_nothing_is_a_part_of_zero_or_less),
    };
    return unit_run(tests);
}
