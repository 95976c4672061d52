/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void test_a_share_is_of_the_same_period(void **state)
{
    const struct series *part = figures(*state, "2025-09 854, 2025-10 569, 2025-11 3");
    const struct series *total = figures(*state, "2025-10 5473, 2025-11 0, 2025-01..09 1");
    const struct series *share = operator_share(*state, part, total);
    assert_at(*state, share, "2025-10", 3, "2025-10 10.396 A");
    assert_at(*state, share, "2025-09", 0, "2025-09 missing M");
    assert_at(*state, share, "2025-11", 0, "2025-11 missing M");
    assert_possible(*state, share, "2025-10", 3, "10.386 to 10.407");
    assert_precedents(*state, share, "2025-10", "2025-10 569 A, 2025-10 5473 A");
    assert_ptr_equal(share->derivation->with, total);
    assert_str(share->unit, "%");
}

static void test_a_share_of_combined_months_is_of_their_sum(void **state)
{
    const struct series *part = figures(*state, "2025-01 10, 2025-02 20, 2026-01..02 50");
    const struct series *total = figures(*state, "2025-01..02 120, 2026-01 80, 2026-02 20");
    const struct series *share = operator_share(*state, part, total);
    assert_at(*state, share, "2025-01..02", 0, "2025-01..02 25 A");
    assert_at(*state, share, "2026-01..02", 0, "2026-01..02 50 A");
    assert_at(*state, share, "2025-01", 0, "2025-01 missing M");
}

static void test_a_month_has_a_share_of_its_year_so_far(void **state)
{
    const struct series *series = figures(
        *state, "2025-01..02 60, 2025-03 20, 2025-04 -, 2025-01..04 100, 2025-05 25");
    const struct series *share = operator_share_of_year(*state, series);
    assert_at(*state, share, "2025-03", 0, "2025-03 25 A");
    assert_at(*state, share, "2025-01..02", 0, "2025-01..02 100 A");
    assert_at(*state, share, "2025-04", 0, "2025-04 missing M");
    assert_at(*state, share, "2025-05", 0, "2025-05 20 A");
    assert_precedents(*state, share, "2025-05",
                      "2025-05 25 A, 2025-01..04 100 A, 2025-05 25 A");
    const struct series *to_date = operator_to_date(*state, series);
    assert_int_equal(operator_share_of_year(*state, to_date)->count, 0);
}

static void test_contributions_are_points_of_the_total(void **state)
{
    const struct series *total = figures(*state, "2024-10 200, 2025-09 240, 2025-10 250");
    const struct series *part = figures(*state, "2024-10 50, 2025-09 90, 2025-10 84");
    const struct series *month = operator_contribution(*state, part, total, RATE_PREVIOUS);
    assert_at(*state, month, "2025-10", 1, "2025-10 -2.5 A");
    assert_str(month->unit, "pp");
    assert_possible(*state, month, "2025-10", 3, "-2.923 to -2.079");
    const struct series *year = operator_contribution(*state, part, total, RATE_YEAR_AGO);
    assert_at(*state, year, "2025-10", 1, "2025-10 17.0 A");
    assert_at(*state, year, "2025-09", 1, "2025-09 missing M");
    assert_precedents(*state, year, "2025-10", "2025-10 84 A, 2024-10 50 A, 2024-10 200 A");
}

static void test_contributions_on_the_year_know_combined_months(void **state)
{
    const struct series *total = figures(*state, "2024-01..02 200, 2025-01..02 210");
    const struct series *part = figures(*state, "2024-01..02 50, 2025-01 30, 2025-02 26");
    const struct series *year = operator_contribution(*state, part, total, RATE_YEAR_AGO);
    assert_at(*state, year, "2025-01..02", 0, "2025-01..02 3 A");
    assert_at(*state, year, "2025-01", 0, "2025-01 missing M");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_share_is_of_the_same_period),
        unit_case(test_a_share_of_combined_months_is_of_their_sum),
        unit_case(test_a_month_has_a_share_of_its_year_so_far),
        unit_case(test_contributions_are_points_of_the_total),
        unit_case(test_contributions_on_the_year_know_combined_months),
    };
    return unit_run(tests);
}
