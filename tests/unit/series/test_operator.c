/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void test_previous_and_year_ago_go_by_the_calendar_never_by_the_row(void **state)
{
    const struct series *series =
        figures(*state, "2024-10 4725, 2025-08 6145.623, 2025-10 5473");
    assert_at(*state, operator_previous(*state, series), "2025-10", 0, "2025-10 missing M");
    assert_at(*state, operator_year_ago(*state, series), "2025-10", 0, "2025-10 4725 A");
    assert_at(*state, operator_year_ago(*state, series), "2025-08", 0, "2025-08 missing M");
}

static void test_a_longer_period_looks_back_by_its_own_length(void **state)
{
    const struct series *series = figures(
        *state, "2024-11..12 10374E, 2025-01..02 10, 2024-H2 7, 2025-H1 8, 2024 1, 2025 2");
    const struct series *previous = operator_previous(*state, series);
    assert_at(*state, previous, "2025-01..02", 0, "2025-01..02 10374 E");
    assert_at(*state, previous, "2025-H1", 0, "2025-H1 7 A");
    assert_at(*state, previous, "2025", 0, "2025 1 A");
    assert_at(*state, previous, "2024-H2", 0, "2024-H2 missing M");
    const struct series *year_ago = operator_year_ago(*state, series);
    assert_at(*state, year_ago, "2025", 0, "2025 1 A");
    assert_at(*state, year_ago, "2025-01..02", 0, "2025-01..02 missing M");
}

static void test_combined_months_compare_with_the_two_months_of_another_year(void **state)
{
    const struct series *series =
        figures(*state, "2024-01..02 100, 2025-01 60, 2025-02 70E, 2026-01..02 169");
    const struct series *year_ago = operator_year_ago(*state, series);
    assert_at(*state, year_ago, "2026-01..02", 0, "2026-01..02 130 E");
    assert_at(*state, year_ago, "2025-01", 0, "2025-01 missing M");
    const struct series *change = operator_change(*state, series, RATE_YEAR_AGO);
    assert_at(*state, change, "2025-01..02", 0, "2025-01..02 30 E");
    assert_at(*state, change, "2026-01..02", 0, "2026-01..02 39 E");
    assert_at(*state, change, "2025-02", 0, "2025-02 missing M");
    const struct series *rate = operator_rate(*state, series, RATE_YEAR_AGO);
    assert_at(*state, rate, "2025-01..02", 1, "2025-01..02 30.0 E");
    assert_at(*state, rate, "2026-01..02", 1, "2026-01..02 30.0 E");
    assert_possible(*state, rate, "2026-01..02", 2, "28.63 to 31.40");
}

static void test_months_are_not_added_for_the_period_before(void **state)
{
    const struct series *series = figures(*state, "2024-11 5, 2024-12 6, 2025-01..02 22");
    assert_at(*state, operator_rate(*state, series, RATE_PREVIOUS), "2025-01..02", 0,
              "2025-01..02 missing M");
}

static void test_longer_rows_are_never_taken_for_months(void **state)
{
    const struct series *series =
        figures(*state, "2024 1200, 2024-H1 600, 2024-01..10 1000, 2025-01 90, 2025-06 80");
    const struct series *yoy = operator_rate(*state, series, RATE_YEAR_AGO);
    assert_at(*state, yoy, "2025-01", 0, "2025-01 missing M");
    assert_at(*state, yoy, "2025-06", 0, "2025-06 missing M");
    assert_int_equal(yoy->count, series->count);
    assert_at(*state, operator_rolling_sum(*state, series, 2), "2025-01", 0,
              "2025-01 missing M");
}

static void test_sums_of_rates_stand_in_for_nothing(void **state)
{
    struct series *series = figures(*state, "2024-01..02 1, 2025-01 5, 2025-02 6");
    series->is_rate = true;
    assert_at(*state, operator_change(*state, series, RATE_YEAR_AGO), "2025-01..02", 0,
              "2025-01..02 absent M");
}

static void test_what_a_result_was_computed_from_can_be_asked(void **state)
{
    const struct series *series =
        figures(*state, "2024-01..02 100, 2025-01 60, 2025-02 70, 2025-03 6, 2026-03 -");
    const struct series *change = operator_change(*state, series, RATE_YEAR_AGO);
    assert_precedents(*state, change, "2025-01..02",
                      "2025-01 60 A, 2025-02 70 A, 2024-01..02 100 A");
    assert_precedents(*state, change, "2026-03", "2026-03 missing A, 2025-03 6 A");
    assert_precedents(*state, change, "2025-03", "2025-03 6 A, 2024-03 absent M");
    assert_string_equal(change->derivation->formula, "x(t) - x(t - 12 months)");
    assert_ptr_equal(change->derivation->of, series);
    const struct series *twice = operator_previous(*state, change);
    assert_precedents(*state, twice, "2025-03", "2025-02 missing M");
    assert_ptr_equal(twice->derivation->of, change);
}

static void test_an_earlier_figure_keeps_its_decimals(void **state)
{
    const struct series *series = figures(*state, "2025-09 420.5, 2025-10 656");
    struct observation previous =
        series_at(operator_previous(*state, series), period_of("2025-10"));
    assert_int_equal(previous.places, 1);
}

static void test_a_change_has_the_weakest_status_of_its_operands(void **state)
{
    const struct series *series =
        figures(*state, "2025-08 5, 2025-09 7E, 2025-10 6P, 2025-11 6, 2025-12 0");
    const struct series *change = operator_change(*state, series, RATE_PREVIOUS);
    assert_at(*state, change, "2025-09", 0, "2025-09 2 E");
    assert_at(*state, change, "2025-10", 0, "2025-10 -1 E");
    assert_at(*state, change, "2025-11", 0, "2025-11 0 P");
    assert_at(*state, change, "2025-12", 0, "2025-12 -6 A");
    assert_str(change->unit, "t");
    assert_true(change->is_rate);
    assert_int_equal(series_at(change, period_of("2025-12")).places, -1);
}

static void test_a_change_of_per_cent_is_in_percentage_points(void **state)
{
    struct series *series = figures(*state, "2024-10 15.8, 2025-10 -5.2");
    series->unit = S("%");
    const struct series *change = operator_change(*state, series, RATE_YEAR_AGO);
    assert_at(*state, change, "2025-10", 1, "2025-10 -21.0 A");
    assert_str(change->unit, "pp");
}

static void test_no_kind_of_nothing_becomes_a_number(void **state)
{
    const struct series *series =
        figures(*state, "2025-01 1, 2025-02 -, 2025-03 3, 2025-04 c, 2025-05 5, 2025-07 7");
    static const char *const months[] = {"2025-01", "2025-02", "2025-03",
                                         "2025-04", "2025-05", "2025-07"};
    const struct series *results[] = {
        operator_change(*state, series, RATE_PREVIOUS),
        operator_rate(*state, series, RATE_PREVIOUS),
        operator_rate(*state, series, RATE_YEAR_AGO),
    };
    for (size_t i = 0; i < COUNT_OF(results); i++) {
        assert_int_equal(results[i]->count, COUNT_OF(months));
        for (size_t k = 0; k < COUNT_OF(months); k++) {
            struct observation result = series_at(results[i], period_of(months[k]));
            assert_int_equal(result.state, OBSERVATION_MISSING);
        }
        assert_null(operator_overflow(results[i]));
    }
}

static void test_a_share_is_of_the_same_period(void **state)
{
    const struct series *germany =
        figures(*state, "2025-08 1341.08, 2025-09 1288, 2025-10 1118");
    struct series *total =
        figures(*state, "2025-08 0, 2025-10 5473, 2025-01..09 39817, 2025-01..10 45290");
    const struct series *share = operator_share(*state, germany, total);
    assert_at(*state, share, "2025-10", 1, "2025-10 20.4 A");
    assert_at(*state, share, "2025-09", 1, "2025-09 missing M");
    assert_at(*state, share, "2025-08", 1, "2025-08 missing M");
    assert_str(share->unit, "%");

    total->is_to_date = true;
    share = operator_share(*state, germany, total);
    assert_at(*state, share, "2025-09", 1, "2025-09 missing M");
}

static void test_operators_work_on_the_results_of_operators(void **state)
{
    struct series *series = figures(*state, "2024-01 10, 2024-02 10, 2024-03 10, "
                                            "2025-01 12, 2025-02 12, 2025-03 3");
    const struct series *to_date = operator_to_date(*state, series);
    const struct series *growth = operator_rate(*state, to_date, RATE_YEAR_AGO);
    assert_true(growth->is_to_date);
    assert_at(*state, growth, "2025-03", 1, "2025-Q1 -10.0 A");
    struct streak streak = finding_streak(growth, period_of("2025-02"));
    assert_int_equal(streak.sign, 1);
    assert_int_equal(streak.count, 2);
    const struct series *acceleration = operator_change(*state, growth, RATE_YEAR_AGO);
    assert_at(*state, acceleration, "2025-03", 1, "2025-Q1 missing M");
    assert_at(*state,
              operator_rate(*state, operator_share(*state, series, series), RATE_PREVIOUS),
              "2025-03", 1, "2025-03 0.0 A");
}

static void test_nothing_comes_before_a_sum_to_date(void **state)
{
    const struct series *series =
        figures(*state, "2024 10, 2025-01 1, 2025-01..05 9, 2025 12");
    const struct series *to_date = operator_to_date(*state, series);
    assert_at(*state, to_date, "2025-12", 0, "2025 12 A");
    assert_at(*state, operator_previous(*state, to_date), "2025-12", 0, "2025 missing M");
    assert_at(*state, operator_rate(*state, to_date, RATE_PREVIOUS), "2025-12", 0,
              "2025 missing M");
    assert_at(*state, operator_change(*state, to_date, RATE_PREVIOUS), "2025-05", 0,
              "2025-01..05 missing M");
    assert_at(*state, operator_rate(*state, to_date, RATE_YEAR_AGO), "2025-12", 0,
              "2025 20 A");
}

static void test_maximum_and_minimum_are_of_single_months(void **state)
{
    const struct series *series =
        figures(*state, "2025-03 9, 2025-05 46.4, 2025-06 353, 2025-07 619, 2025-08 619, "
                        "2025-09 -, 2025-H1 2510, 2025-10 700");
    struct period window = period_of("2025-04..09");
    assert_str(shown(*state, series_maximum(series, window), 1), "2025-07 619.0 A");
    assert_str(shown(*state, series_minimum(series, window), 1), "2025-05 46.4 A");
    assert_str(shown(*state, series_maximum(series, period_of("2025-04")), 0),
               "2025-04 absent M");
}

static void test_an_overflow_is_missing_and_reported_however_often_it_is_used(void **state)
{
    struct series *series = figures(
        *state, "2025-01 -99999999999999999999999999999999999999, 2025-02 1, 2025-03 7, "
                "2025-04 -O");
    series->at[1].value.numerator = (int128)(~(uint128)0 >> 1);
    const struct series *change = operator_change(*state, series, RATE_PREVIOUS);
    assert_at(*state, change, "2025-02", 0, "2025-02 missing O");
    const struct series *again = operator_change(*state, change, RATE_PREVIOUS);
    assert_at(*state, again, "2025-03", 0, "2025-03 missing O");
    assert_str(period_print(*state, operator_overflow(change)->period), "2025-02");
    assert_str(period_print(*state, operator_overflow(again)->period), "2025-02");
    assert_null(operator_overflow(series));
}

static void test_results_do_not_depend_on_the_order_of_additions(void **state)
{
    struct random random = {1787};
    for (int round = 0; round < 50; round++) {
        struct series *ordered = random_months(*state, &random, 30, 100);
        struct series *shuffled = arena_new(*state, struct series);
        struct series rest = *ordered;
        rest.at = arena_array(*state, struct observation, rest.count);
        for (size_t i = 0; i < rest.count; i++) {
            rest.at[i] = ordered->at[i];
        }
        while (rest.count) {
            int picked = random_below(&random, (int)rest.count);
            series_add(*state, shuffled, rest.at[picked]);
            rest.at[picked] = rest.at[--rest.count];
        }
        const struct series *left = operator_to_date(*state, ordered);
        const struct series *right = operator_to_date(*state, shuffled);
        assert_int_equal(left->count, right->count);
        for (size_t i = 0; i < left->count; i++) {
            assert_true(period_equal(left->at[i].period, right->at[i].period));
            assert_int_equal(ratio_compare(left->at[i].value, right->at[i].value), 0);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_previous_and_year_ago_go_by_the_calendar_never_by_the_row),
        unit_case(test_a_longer_period_looks_back_by_its_own_length),
        unit_case(test_combined_months_compare_with_the_two_months_of_another_year),
        unit_case(test_months_are_not_added_for_the_period_before),
        unit_case(test_longer_rows_are_never_taken_for_months),
        unit_case(test_sums_of_rates_stand_in_for_nothing),
        unit_case(test_what_a_result_was_computed_from_can_be_asked),
        unit_case(test_an_earlier_figure_keeps_its_decimals),
        unit_case(test_a_change_has_the_weakest_status_of_its_operands),
        unit_case(test_a_change_of_per_cent_is_in_percentage_points),
        unit_case(test_no_kind_of_nothing_becomes_a_number),
        unit_case(test_a_share_is_of_the_same_period),
        unit_case(test_operators_work_on_the_results_of_operators),
        unit_case(test_nothing_comes_before_a_sum_to_date),
        unit_case(test_maximum_and_minimum_are_of_single_months),
        unit_case(test_an_overflow_is_missing_and_reported_however_often_it_is_used),
        unit_case(test_results_do_not_depend_on_the_order_of_additions),
    };
    return unit_run(tests);
}
