/* SPDX-License-Identifier: MIT */
#include "figures.h"

/* World, as known once the first half of 2025 had been taken apart. */
static const char magnets[] =
    "2025-01 6357, 2025-02 3585.7E, 2025-03 5323.2E, 2025-04 2627, 2025-05 1238.47, "
    "2025-06 3188, 2025-07 5577, 2025-08 6145.623, 2025-09 5774, 2025-10 5473, "
    "2025-11 6149.95, 2025-12 5952";

static const char to_united_states[] =
    "2024-09 595.7E, 2024-10 627.8E, 2025-01..04 2110.6E, 2025-05 46.4, 2025-06 353, "
    "2025-07 619, 2025-08 589.85, 2025-09 420.5, 2025-10 656";

static void assert_since(struct since since, size_t months, const char *month)
{
    struct arena arena = {0};
    assert_int_equal(since.months, months);
    assert_int_equal(period_is_set(since.month), *month != '\0');
    if (*month) {
        assert_str(period_print(&arena, since.month), month);
    }
    arena_finish(&arena);
}

static void test_august_2025_was_a_seven_month_high(void **state)
{
    const struct series *series = figures(*state, magnets);
    struct since since = finding_high_since(series, period_of("2025-08"));
    assert_true(since.is_high);
    assert_since(since, 6, "2025-01");
}

static void test_november_2025_was_the_highest_since_january(void **state)
{
    const struct series *series = figures(*state, magnets);
    assert_since(finding_high_since(series, period_of("2025-11")), 9, "2025-01");
}

static void test_october_2025_was_the_lowest_since_june(void **state)
{
    const struct series *series = figures(*state, magnets);
    struct since since = finding_low_since(series, period_of("2025-10"));
    assert_false(since.is_high);
    assert_since(since, 3, "2025-06");
    assert_since(finding_high_since(series, period_of("2025-10")), 0, "2025-09");
}

static void test_a_window_ends_where_a_month_is_not_known(void **state)
{
    const struct series *series = figures(*state, to_united_states);
    assert_since(finding_high_since(series, period_of("2025-10")), 5, "");
    series = figures(*state, "2025-07 1, 2025-08 -, 2025-09 c, 2025-10 5, 2025-11 9");
    assert_since(finding_high_since(series, period_of("2025-11")), 1, "");
}

static void test_a_combined_period_counts_where_its_whole_is_below(void **state)
{
    const struct series *series =
        figures(*state, "2024-12 900, 2025-01..04 655.9E, 2025-05 46.4, 2025-06 656");
    assert_since(finding_high_since(series, period_of("2025-06")), 5, "2024-12");
    series = figures(*state, "2024-12 900, 2025-01..04 656, 2025-05 46.4, 2025-06 656");
    assert_since(finding_high_since(series, period_of("2025-06")), 1, "");
    series = figures(*state, "2024-12 9, 2025-01..04 2000, 2025-05 500, 2025-06 400");
    assert_since(finding_low_since(series, period_of("2025-06")), 1, "");
}

static void
test_a_combined_period_of_rates_or_with_negative_parts_says_nothing(void **state)
{
    static const char text[] = "2024-12 900, 2025-01..04 5, 2025-05 4, 2025-06 6";
    struct series *series = figures(*state, text);
    assert_since(finding_high_since(series, period_of("2025-06")), 5, "2024-12");
    series->is_rate = true;
    assert_since(finding_high_since(series, period_of("2025-06")), 1, "");
    series = figures(*state, text);
    series_add(*state, series, observation_of(S("2024-06 -1")));
    assert_since(finding_high_since(series, period_of("2025-06")), 1, "");
}

static void test_an_equal_value_ends_the_window(void **state)
{
    const struct series *series =
        figures(*state, "2025-07 9, 2025-08 5, 2025-09 4, 2025-10 5.0");
    assert_since(finding_high_since(series, period_of("2025-10")), 1, "2025-08");
}

static void test_there_is_no_since_without_a_value_of_a_month(void **state)
{
    struct series *series = figures(*state, "2025-08 1, 2025-09 2, 2025-Q3 6, 2025-10 -");
    assert_since(finding_high_since(series, period_of("2025-10")), 0, "");
    assert_since(finding_high_since(series, period_of("2025-11")), 0, "");
    assert_since(finding_high_since(series, period_of("2025-Q3")), 0, "");
}

static void test_sums_to_date_have_no_since_but_their_rates_do(void **state)
{
    const struct series *series =
        figures(*state, "2024-01 2, 2024-02 2, 2024-03 2, 2025-01 1, 2025-02 2, 2025-03 3");
    const struct series *to_date = operator_to_date(*state, series);
    assert_since(finding_high_since(to_date, period_of("2025-03")), 0, "");
    const struct series *growth = operator_rate(*state, to_date, RATE_YEAR_AGO);
    assert_since(finding_high_since(growth, period_of("2025-03")), 2, "");
}

static struct streak streak_at(struct arena *arena, const char *text, enum rate_base base,
                               const char *period)
{
    const struct series *rates = operator_rate(arena, figures(arena, text), base);
    return finding_streak(rates, period_of(period));
}

static void assert_streak(struct streak streak, int sign, size_t count, bool is_exact)
{
    assert_int_equal(streak.sign, sign);
    assert_int_equal(streak.count, count);
    assert_int_equal(streak.is_exact, is_exact);
}

static void test_october_2025_was_the_second_fall_in_a_row(void **state)
{
    assert_streak(streak_at(*state, magnets, RATE_PREVIOUS, "2025-10"), -1, 2, true);
    assert_streak(streak_at(*state, magnets, RATE_PREVIOUS, "2025-11"), 1, 1, true);
    assert_streak(streak_at(*state, magnets, RATE_PREVIOUS, "2025-08"), 1, 3, true);
}

static void test_a_streak_that_reaches_the_unknown_is_not_exact(void **state)
{
    assert_streak(streak_at(*state, to_united_states, RATE_PREVIOUS, "2025-07"), 1, 2,
                  false);
    assert_streak(streak_at(*state, to_united_states, RATE_PREVIOUS, "2025-05"), 0, 0,
                  false);
}

static void test_no_change_is_no_streak_and_ends_one(void **state)
{
    static const char text[] = "2025-06 4, 2025-07 5, 2025-08 5, 2025-09 6, 2025-10 7";
    assert_streak(streak_at(*state, text, RATE_PREVIOUS, "2025-08"), 0, 0, false);
    assert_streak(streak_at(*state, text, RATE_PREVIOUS, "2025-10"), 1, 2, true);
}

static void test_a_streak_steps_by_the_length_of_its_period(void **state)
{
    static const char text[] = "2024-Q4 9, 2025-Q1 8, 2025-Q2 7, 2025-Q3 9, 2024-10 9";
    assert_streak(streak_at(*state, text, RATE_PREVIOUS, "2025-Q2"), -1, 2, false);
    assert_streak(streak_at(*state, text, RATE_PREVIOUS, "2025-Q3"), 1, 1, true);
}

static void test_a_streak_of_sums_to_date_goes_on_over_the_new_year(void **state)
{
    const struct series *series =
        figures(*state, "2023 10, 2024 12, 2023-01 1, 2024-01 2, 2025-01 3, 2025-02 4, "
                        "2024-02 3, 2023-01..11 9, 2024-01..11 8");
    const struct series *growth =
        operator_rate(*state, operator_to_date(*state, series), RATE_YEAR_AGO);
    assert_streak(finding_streak(growth, period_of("2025-01")), 1, 2, true);
    assert_streak(finding_streak(growth, period_of("2025-01..02")), 1, 3, true);
}

static void test_october_2025_was_the_first_rise_in_three_months(void **state)
{
    const struct series *series =
        figures(*state, "2024-07 590.6E, 2024-08 668.9E, 2024-09 595.7E, 2024-10 627.8E, "
                        "2025-07 619, 2025-08 589.85, 2025-09 420.5, 2025-10 656");
    const struct series *rates = operator_rate(*state, series, RATE_YEAR_AGO);
    assert_int_equal(finding_first_after(rates, period_of("2025-10")), 2);
    assert_int_equal(finding_first_after(rates, period_of("2025-09")), 0);
    assert_int_equal(finding_first_after(rates, period_of("2025-08")), 1);
    assert_int_equal(finding_first_after(rates, period_of("2025-07")), 0);
    assert_int_equal(finding_first_after(rates, period_of("2025-12")), 0);
}

/* Naive: all values in an array by month, and a plain count backwards. */
static size_t months_below(const struct series *full, size_t at, int sign)
{
    size_t months = 0;
    while (months < at &&
           ratio_compare(full->at[at - 1 - months].value, full->at[at].value) == sign) {
        months++;
    }
    return months;
}

static void test_since_agrees_with_a_plain_count(void **state)
{
    struct random random = {7338};
    for (int round = 0; round < 200; round++) {
        const struct series *full = random_months(*state, &random, 24, 3 + round % 20);
        for (size_t at = 0; at < full->count; at++) {
            struct period period = full->at[at].period;
            struct since high = finding_high_since(full, period);
            struct since low = finding_low_since(full, period);
            assert_int_equal(high.months, months_below(full, at, -1));
            assert_int_equal(low.months, months_below(full, at, 1));
            assert_int_equal(period_is_set(high.month), high.months < at);
            assert_int_equal(period_is_set(low.month), low.months < at);
        }
    }
}

static void test_a_streak_agrees_with_a_plain_count(void **state)
{
    struct random random = {5952};
    for (int round = 0; round < 200; round++) {
        struct series *changes = random_months(*state, &random, 24, 5);
        for (size_t i = 0; i < changes->count; i++) {
            changes->at[i].value = ratio_subtract(changes->at[i].value, ratio_from(1));
        }
        for (size_t at = 0; at < changes->count; at++) {
            int sign = ratio_sign(changes->at[at].value);
            size_t count = 0;
            while (sign && count <= at &&
                   ratio_sign(changes->at[at - count].value) == sign) {
                count++;
            }
            struct streak streak = finding_streak(changes, changes->at[at].period);
            assert_streak(streak, sign, count, sign && count <= at);
        }
    }
}

/* Some months left out; of some neighbours only the sum is left. */
static struct series *with_holes(struct arena *arena, struct random *random,
                                 const struct series *full)
{
    struct series *series = arena_new(arena, struct series);
    for (size_t i = 0; i < full->count; i++) {
        int fate = random_below(random, 8);
        if (fate == 0) {
            continue;
        }
        if (fate == 1 && i + 1 < full->count) {
            struct observation sum = full->at[i];
            sum.period.months = 2;
            sum.value = ratio_add(sum.value, full->at[i + 1].value);
            series_add(arena, series, sum);
            i++;
            continue;
        }
        series_add(arena, series, full->at[i]);
    }
    return series;
}

static void check_since(struct since seen, struct since real)
{
    assert_true(seen.months <= real.months);
    if (seen.months && period_is_set(seen.month)) {
        assert_int_equal(seen.months, real.months);
        assert_true(period_equal(seen.month, real.month));
    }
}

static void test_what_is_exact_stays_true_whatever_the_unknown_figures_are(void **state)
{
    struct random random = {2025};
    size_t exact = 0;
    for (int round = 0; round < 500; round++) {
        const struct series *full = random_months(*state, &random, 20, 2 + round % 40);
        const struct series *seen = with_holes(*state, &random, full);
        const struct series *rates = operator_rate(*state, full, RATE_PREVIOUS);
        const struct series *seen_rates = operator_rate(*state, seen, RATE_PREVIOUS);
        for (size_t i = 0; i < seen->count; i++) {
            struct period period = seen->at[i].period;
            if (period.months > 1) {
                continue;
            }
            check_since(finding_high_since(seen, period), finding_high_since(full, period));
            check_since(finding_low_since(seen, period), finding_low_since(full, period));
            struct streak streak = finding_streak(seen_rates, period);
            struct streak real = finding_streak(rates, period);
            assert_true(streak.count <= real.count);
            assert_true(!streak.is_exact || streak.count == real.count);
            exact += streak.is_exact;
        }
    }
    assert_true(exact > 1000);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_august_2025_was_a_seven_month_high),
        unit_case(test_november_2025_was_the_highest_since_january),
        unit_case(test_october_2025_was_the_lowest_since_june),
        unit_case(test_a_window_ends_where_a_month_is_not_known),
        unit_case(test_a_combined_period_counts_where_its_whole_is_below),
        unit_case(test_a_combined_period_of_rates_or_with_negative_parts_says_nothing),
        unit_case(test_an_equal_value_ends_the_window),
        unit_case(test_there_is_no_since_without_a_value_of_a_month),
        unit_case(test_sums_to_date_have_no_since_but_their_rates_do),
        unit_case(test_october_2025_was_the_second_fall_in_a_row),
        unit_case(test_a_streak_that_reaches_the_unknown_is_not_exact),
        unit_case(test_no_change_is_no_streak_and_ends_one),
        unit_case(test_a_streak_steps_by_the_length_of_its_period),
        unit_case(test_a_streak_of_sums_to_date_goes_on_over_the_new_year),
        unit_case(test_october_2025_was_the_first_rise_in_three_months),
        unit_case(test_since_agrees_with_a_plain_count),
        unit_case(test_a_streak_agrees_with_a_plain_count),
        unit_case(test_what_is_exact_stays_true_whatever_the_unknown_figures_are),
    };
    return unit_run(tests);
}
