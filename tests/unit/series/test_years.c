/* SPDX-License-Identifier: MIT */
#include "figures.h"

static const char octobers[] = "2020-10 50, 2021-10 40, 2022-10 900, 2023-10 60,"
                               "2024-10 45, 2025-10 70, 2026-10 80E";

static const struct series *of_years(struct arena *arena, enum years_statistic statistic,
                                     int years)
{
    return operator_years(arena, figures(arena, octobers), statistic, years);
}

static void test_each_statistic_is_of_the_same_month_of_the_years_before(void **state)
{
    static const struct {
        enum years_statistic statistic;
        int years;
        const char *value, *possible;
    } cases[] = {
        {YEARS_MEAN, 5, "2025-10 219.0 A", "218.5 to 219.5"},
        {YEARS_MEDIAN, 5, "2025-10 50.0 A", "49.5 to 50.5"},
        {YEARS_MEDIAN, 4, "2025-10 52.5 A", "52.0 to 53.0"},
        {YEARS_MEDIAN, 1, "2025-10 45.0 A", "44.5 to 45.5"},
        {YEARS_MINIMUM, 5, "2025-10 40.0 A", "39.5 to 40.5"},
        {YEARS_MAXIMUM, 5, "2025-10 900.0 A", "899.5 to 900.5"},
        {YEARS_MAXIMUM, 2, "2025-10 60.0 A", "59.5 to 60.5"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        const struct series *result = of_years(*state, cases[i].statistic, cases[i].years);
        assert_at(*state, result, "2025-10", 1, cases[i].value);
        assert_possible(*state, result, "2025-10", 1, cases[i].possible);
        assert_str(result->unit, "t");
    }
    assert_precedents(*state, of_years(*state, YEARS_MINIMUM, 2), "2025-10",
                      "2024-10 45 A, 2023-10 60 A");
}

static void test_all_of_the_years_must_be_known(void **state)
{
    assert_at(*state, of_years(*state, YEARS_MINIMUM, 5), "2024-10", 0,
              "2024-10 missing M");
    assert_at(*state, of_years(*state, YEARS_MEAN, 6), "2025-10", 0, "2025-10 missing M");
    assert_at(*state, of_years(*state, YEARS_MEDIAN, 6), "2026-10", 0, "2026-10 55 A");
}

static void test_combined_months_have_the_sums_of_other_years(void **state)
{
    const struct series *series =
        figures(*state, "2023-01..02 100, 2024-01 40, 2024-02 50, 2025-01 50, 2025-02 70");
    const struct series *usual = operator_years(*state, series, YEARS_MEAN, 2);
    assert_at(*state, usual, "2025-01..02", 0, "2025-01..02 95 A");
    assert_at(*state, usual, "2025-01", 0, "2025-01 missing M");
    assert_precedents(*state, usual, "2025-01..02",
                      "2024-01 40 A, 2024-02 50 A, 2023-01..02 100 A");
    const struct series *against = operator_against_usual(*state, series, 2);
    assert_at(*state, against, "2025-01..02", 0, "2025-01..02 25 A");
}

/* September to October: -10%, -20%, +5% in earlier years; -4% is 6 points above usual. */
static void test_a_month_is_held_against_what_is_usual_for_it(void **state)
{
    const struct series *series =
        figures(*state, "2022-09 100, 2022-10 90, 2023-09 100, 2023-10 80, 2024-09 200,"
                        "2024-10 210, 2025-09 50, 2025-10 48");
    const struct series *mom = operator_rate(*state, series, RATE_PREVIOUS);
    const struct series *usual = operator_years(*state, mom, YEARS_MEDIAN, 3);
    assert_at(*state, usual, "2025-10", 1, "2025-10 -10.0 A");
    const struct series *against = operator_against_usual(*state, mom, 3);
    assert_at(*state, against, "2025-10", 1, "2025-10 6.0 A");
    assert_str(against->unit, "pp");
    assert_at(*state, against, "2025-09", 1, "2025-09 missing M");
    assert_possible(*state, against, "2025-10", 2, "3.10 to 8.93");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_each_statistic_is_of_the_same_month_of_the_years_before),
        unit_case(test_all_of_the_years_must_be_known),
        unit_case(test_combined_months_have_the_sums_of_other_years),
        unit_case(test_a_month_is_held_against_what_is_usual_for_it),
    };
    return unit_run(tests);
}
