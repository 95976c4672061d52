/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void test_a_month_is_never_a_longer_period(void **state)
{
    const struct series *series =
        figures(*state, "2025-01..04 2110.6E, 2025-05 46.4, 2025-H1 2510, 2025 5933");
    assert_at(*state, series, "2025-05", 1, "2025-05 46.4 A");
    assert_at(*state, series, "2025-01", 1, "2025-01 absent M");
    assert_at(*state, series, "2025-12", 1, "2025-12 absent M");
    assert_at(*state, series, "2025-01..04", 1, "2025-01..04 2110.6 E");
    assert_at(*state, series, "2025", 0, "2025 5933 A");
    assert_at(*state, series, "2025-01..05", 0, "2025-01..05 absent M");
}

static void test_missing_suppressed_and_zero_stay_what_they_are(void **state)
{
    const struct series *series = figures(*state, "2025-01 -, 2025-02 c, 2025-03 0");
    assert_at(*state, series, "2025-01", 0, "2025-01 missing A");
    assert_at(*state, series, "2025-02", 0, "2025-02 suppressed A");
    assert_at(*state, series, "2025-03", 0, "2025-03 0 A");
    assert_false(observation_has_value(series_at(series, period_of("2025-01"))));
    assert_true(observation_has_value(series_at(series, period_of("2025-03"))));
}

static void test_observations_find_their_place_by_period(void **state)
{
    const struct series *series = figures(
        *state, "2025-03 3, 2025 9, 2024-12 0, 2025-01 1, 2025-01..02 3, 2025-02 2");
    static const char *const order[] = {"2024-12", "2025-01", "2025-01..02",
                                        "2025",    "2025-02", "2025-03"};
    assert_int_equal(series->count, COUNT_OF(order));
    for (size_t i = 0; i < series->count; i++) {
        assert_str(period_print(*state, series->at[i].period), order[i]);
    }
}

static void test_a_month_of_a_to_date_series_is_january_to_it(void **state)
{
    struct series *series =
        figures(*state, "2025-01 6357, 2025-01..10 45290, 2025-H1 22319");
    series->is_to_date = true;
    assert_at(*state, series, "2025-10", 0, "2025-01..10 45290 A");
    assert_at(*state, series, "2025-01..10", 0, "2025-01..10 45290 A");
    assert_at(*state, series, "2025-06", 0, "2025-H1 22319 A");
    assert_at(*state, series, "2025-01", 0, "2025-01 6357 A");
    assert_at(*state, series, "2025-Q2", 0, "2025-Q2 absent M");
    assert_null(series_find(series, period_of("2025-10")));
    assert_non_null(series_find(series, period_of("2025-01..10")));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_month_is_never_a_longer_period),
        unit_case(test_missing_suppressed_and_zero_stay_what_they_are),
        unit_case(test_observations_find_their_place_by_period),
        unit_case(test_a_month_of_a_to_date_series_is_january_to_it),
    };
    return unit_run(tests);
}
