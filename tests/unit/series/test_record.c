/* SPDX-License-Identifier: MIT */
#include "figures.h"

#include "series/record.h"

/* "highest of 4 since 2025-01, before 2025-03 20 A, certain" */
static str record_of(struct arena *arena, const char *text, const char *period)
{
    struct record record = record_at(arena, figures(arena, text), period_of(period));
    str first = period_print(arena, record.first);
    str before = shown(arena, record.before, 0);
    if (!record.sign) {
        return S("none");
    }
    return str_print(arena, "%s of %zu since %.*s, before %.*s%s",
                     record.sign > 0 ? "highest" : "lowest", record.count, STR_ARG(first),
                     STR_ARG(before), record.is_certain ? ", certain" : "");
}

static void test_a_record_is_above_or_below_all_earlier_months(void **state)
{
    static const char months[] = "2025-01 10, 2025-02 30, 2025-03 20, 2025-04 31,"
                                 "2025-05 31, 2025-06 9, 2025-07 12";
    assert_str(record_of(*state, months, "2025-04"),
               "highest of 3 since 2025-01, before 2025-02 30 A");
    assert_str(record_of(*state, months, "2025-05"), "none"); /* equal to April */
    assert_str(record_of(*state, months, "2025-06"),
               "lowest of 5 since 2025-01, before 2025-01 10 A");
    assert_str(record_of(*state, months, "2025-07"), "none");
    assert_str(record_of(*state, months, "2025-01"), "none");
    assert_str(record_of(*state, months, "2025-08"), "none");
    assert_str(record_of(*state, "2025-01 10, 2025-02 12", "2025-02"),
               "highest of 1 since 2025-01, before 2025-01 10 A, certain");
}

static void test_a_hole_in_the_data_holds_no_record(void **state)
{
    assert_str(record_of(*state, "2025-01 10, 2025-03 20, 2025-04 31", "2025-04"), "none");
    assert_str(record_of(*state, "2025-01 10, 2025-02 -, 2025-03 31", "2025-03"), "none");
}

static void test_a_combined_period_below_the_month_counts_for_its_months(void **state)
{
    assert_str(record_of(*state, "2025-01..02 25, 2025-03 20, 2025-04 31", "2025-04"),
               "highest of 3 since 2025-01, before 2025-03 20 A, certain");
    assert_str(record_of(*state, "2025-01..02 35, 2025-03 20, 2025-04 31", "2025-04"),
               "none");
    assert_str(record_of(*state, "2025-01..02 25, 2025-03 20, 2025-04 5", "2025-04"),
               "none"); /* one of the two may have been lower */
    assert_str(record_of(*state, "2024-12 -9, 2025-01..02 25, 2025-03 31", "2025-03"),
               "none"); /* where figures can be below zero, so can a part */
}

static void test_longer_periods_compare_with_their_like(void **state)
{
    static const char figures_of[] =
        "2023-01..02 50, 2024-01 20, 2024-02 20, 2025-01..02 60,"
        "2023-Q2 5, 2023-Q3 6, 2023-Q4 7";
    assert_str(record_of(*state, figures_of, "2025-01..02"),
               "highest of 2 since 2023-01, before 2023-01..02 50 A, certain");
    assert_str(record_of(*state, "2023-Q2 5, 2023-Q3 6, 2023-Q4 7", "2023-Q4"),
               "highest of 2 since 2023-04, before 2023-Q3 6 A");
}

static void test_rates_have_records_from_where_they_begin(void **state)
{
    const struct series *series =
        figures(*state, "2025-01 10, 2025-02 12, 2025-03 13, 2025-04 30");
    const struct series *rate = operator_rate(*state, series, RATE_PREVIOUS);
    struct record record = record_at(*state, rate, period_of("2025-04"));
    assert_int_equal(record.sign, 1);
    assert_int_equal(record.count, 2);
    assert_true(period_equal(record.first, period_of("2025-02")));
}

static void test_sums_to_date_have_no_record(void **state)
{
    const struct series *to_date =
        operator_to_date(*state, figures(*state, "2025-01 10, 2025-02 12"));
    assert_int_equal(record_at(*state, to_date, period_of("2025-02")).sign, 0);
}

static struct first_in first_of(struct arena *arena, const char *text)
{
    const struct series *series = figures(arena, text);
    return record_first_in(series, series->at[series->count - 1].period);
}

static void test_a_first_shipment_comes_after_months_of_zero(void **state)
{
    struct first_in first = first_of(*state, "2025-01 3, 2025-02 0, 2025-03 0, 2025-04 7");
    assert_int_equal(first.count, 2);
    assert_true(first.is_exact);
}

static void test_a_first_is_at_least_that_where_the_zeros_end_in_a_hole(void **state)
{
    struct first_in first = first_of(*state, "2025-01 3, 2025-03 0, 2025-04 7");
    assert_int_equal(first.count, 1);
    assert_false(first.is_exact);
    assert_false(first_of(*state, "2025-03 0, 2025-04 7").is_exact);
    assert_false(first_of(*state, "2025-02 -, 2025-03 0, 2025-04 7").is_exact);
}

static void test_nothing_is_first_after_a_month_that_is_not_zero(void **state)
{
    assert_int_equal(first_of(*state, "2025-03 1, 2025-04 7").count, 0);
    assert_int_equal(first_of(*state, "2025-03 c, 2025-04 7").count, 0);
    assert_int_equal(first_of(*state, "2025-03 0, 2025-04 0").count, 0);
    assert_int_equal(first_of(*state, "2025-03 0, 2025-04 -").count, 0);
    assert_int_equal(first_of(*state, "2025-03 0, 2025-04..05 7").count, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_record_is_above_or_below_all_earlier_months),
        unit_case(test_a_hole_in_the_data_holds_no_record),
        unit_case(test_a_combined_period_below_the_month_counts_for_its_months),
        unit_case(test_longer_periods_compare_with_their_like),
        unit_case(test_rates_have_records_from_where_they_begin),
        unit_case(test_sums_to_date_have_no_record),
        unit_case(test_a_first_shipment_comes_after_months_of_zero),
        unit_case(test_a_first_is_at_least_that_where_the_zeros_end_in_a_hole),
        unit_case(test_nothing_is_first_after_a_month_that_is_not_zero),
    };
    return unit_run(tests);
}
