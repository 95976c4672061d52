/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void test_a_level_is_taken_for_as_many_periods_as_a_year_has(void **state)
{
    const struct series *series = figures(
        *state, "2025-01 10, 2025-01..02 22, 2025-Q1 36, 2025-H1 60, 2025 130, 2025-02 -");
    const struct series *annual = operator_annual_level(*state, series);
    assert_at(*state, annual, "2025-01", 0, "2025-01 120 A");
    assert_at(*state, annual, "2025-01..02", 0, "2025-01..02 132 A");
    assert_at(*state, annual, "2025-Q1", 0, "2025-Q1 144 A");
    assert_at(*state, annual, "2025-H1", 0, "2025-H1 120 A");
    assert_at(*state, annual, "2025", 0, "2025 130 A");
    assert_at(*state, annual, "2025-02", 0, "2025-02 missing M");
    assert_possible(*state, annual, "2025-01", 0, "114 to 126");
    assert_precedents(*state, annual, "2025-01", "2025-01 10 A");
}

static void test_a_sum_to_date_is_taken_for_the_months_that_it_has(void **state)
{
    const struct series *to_date =
        operator_to_date(*state, figures(*state, "2025-01..10 45290"));
    assert_at(*state, operator_annual_level(*state, to_date), "2025-10", 0,
              "2025-01..10 54348 A");
}

static const struct series *monthly_rates(struct arena *arena)
{
    struct series *rates = figures(
        arena,
        "2025-01 1, 2025-02 0, 2025-03 -100, 2025-Q1 2, 2025-01..05 3, 2025-04 -5.2");
    rates->is_rate = true;
    rates->unit = S("%");
    return operator_annual_rate(arena, rates);
}

static void test_a_rate_is_compounded(void **state)
{
    const struct series *annual = monthly_rates(*state);
    assert_at(*state, annual, "2025-01", 10, "2025-01 12.6825030132 A");
    assert_at(*state, annual, "2025-02", 0, "2025-02 0 A");
    assert_at(*state, annual, "2025-03", 0, "2025-03 -100 A");
    assert_at(*state, annual, "2025-Q1", 6, "2025-Q1 8.243216 A");
    assert_at(*state, annual, "2025-04", 6, "2025-04 -47.313415 A");
    assert_str(annual->unit, "%");
    assert_possible(*state, annual, "2025-01", 4, "6.1678 to 19.5618");
}

/* Five months do not make up a year. */
static void test_nothing_is_compounded_over_a_part_of_its_period(void **state)
{
    assert_at(*state, monthly_rates(*state), "2025-01..05", 0, "2025-01..05 missing M");
}

/* (5473/5774)^12 has 45 digits over 45. */
static void test_a_power_beyond_128_bits_is_right_to_every_printed_digit(void **state)
{
    const struct series *series = figures(*state, "2025-09 5774, 2025-10 5473");
    const struct series *rate = operator_rate(*state, series, RATE_PREVIOUS);
    const struct series *annual = operator_annual_rate(*state, rate);
    assert_at(*state, annual, "2025-10", 6, "2025-10 -47.400208 A");
    assert_null(operator_overflow(annual));
}

/* 1437^12 just fits, but not a hundred times that. */
static void test_a_power_that_just_fits_leaves_room_for_per_cent(void **state)
{
    const struct series *series = figures(*state, "2019-08 1437, 2019-09 791");
    const struct series *rate = operator_rate(*state, series, RATE_PREVIOUS);
    assert_at(*state, operator_annual_rate(*state, rate), "2019-09", 6,
              "2019-09 -99.922619 A");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_level_is_taken_for_as_many_periods_as_a_year_has),
        unit_case(test_a_sum_to_date_is_taken_for_the_months_that_it_has),
        unit_case(test_a_rate_is_compounded),
        unit_case(test_nothing_is_compounded_over_a_part_of_its_period),
        unit_case(test_a_power_that_just_fits_leaves_room_for_per_cent),
        unit_case(test_a_power_beyond_128_bits_is_right_to_every_printed_digit),
    };
    return unit_run(tests);
}
