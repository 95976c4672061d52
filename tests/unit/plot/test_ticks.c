/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "plot/ticks.h"

#include <math.h>

/* The steps and weights of the published algorithm, and what it yields. */
static void test_the_search_gives_the_published_ticks(void **state)
{
    (void)state;
    static const double steps[] = {1, 5, 2, 2.5, 4, 3};
    static const struct {
        double low, high;
        size_t wanted;
        double first, step;
        size_t count;
    } cases[] = {
        {0, 6958, 5, 0, 2000, 5}, {0, 6745, 4, 0, 2500, 4},     {0, 656, 4, 0, 200, 4},
        {0, 1118, 4, 0, 400, 4},  {-12.8, 56.1, 5, -20, 20, 5}, {0, 45290, 5, 0, 10000, 5},
        {0, 0.83, 5, 0, 0.2, 5},  {97.2, 131.5, 5, 100, 10, 4}, {-61, 55, 5, -60, 30, 5},
        {46, 660, 5, 0, 200, 4},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct ticks ticks = ticks_search(cases[i].low, cases[i].high, cases[i].wanted,
                                          steps, COUNT_OF(steps));
        assert_true(fabs(ticks.first - cases[i].first) < 1e-9);
        assert_true(fabs(ticks.step - cases[i].step) < 1e-9);
        assert_int_equal(ticks.count, cases[i].count);
    }
}

static void test_the_house_never_steps_by_three(void **state)
{
    (void)state;
    for (int high = 1; high < 3000; high += 7) {
        struct ticks ticks = ticks_for_range(-high / 2.0, high, 110);
        double leading = ticks.step / pow(10, floor(log10(ticks.step) + 1e-9));
        assert_true(fabs(leading - 3) > 1e-6);
    }
}

static void test_a_plot_has_at_most_five_lines_and_zero(void **state)
{
    (void)state;
    for (int high = 10; high < 10000; high += 13) {
        struct ticks ticks = ticks_for_range(0, high, 250);
        assert_in_range(ticks.count, 2, 6);
    }
}

static void test_labels_have_the_decimals_of_the_step(void **state)
{
    (void)state;
    assert_int_equal(ticks_for_range(0, 6958, 140).places, 0);
    assert_int_equal(ticks_for_range(0, 0.83, 140).places, 1);
    static const double quarter[] = {2.5, 25};
    struct ticks ticks = ticks_search(0, 1, 5, quarter, COUNT_OF(quarter));
    assert_int_equal(ticks.places, 2);
    struct ticks millions = {.first = 0, .step = 2500000, .count = 3};
    assert_int_equal(ticks_divide(&millions, 1e6).places, 1);
}

static void test_the_smallest_and_largest_ranges_have_ticks(void **state)
{
    (void)state;
    assert_in_range(ticks_for_range(0, 1e12, 100).count, 2, 6);
    assert_in_range(ticks_for_range(0, 1e-9, 100).count, 2, 6);
    assert_in_range(ticks_for_range(1e9, 1e9 + 1, 100).count, 2, 6);
}

static str months(struct arena *arena, int year, int month, int count, double step)
{
    struct period window = {period_month(year, month).first - count + 1, count};
    struct month_ticks ticks = ticks_for_months(arena, NULL, window, step);
    str *texts = arena_array(arena, str, ticks.count);
    for (size_t i = 0; i < ticks.count; i++) {
        texts[i] = ticks.at[i].text;
    }
    return str_join(arena, texts, ticks.count, S(" "));
}

static void test_every_month_is_named_where_there_is_room(void **state)
{
    assert_str(months(*state, 2025, 2, 4, 40), "Nov 2024 Dec Jan 2025 Feb");
}

static void test_months_are_dropped_by_the_ladder(void **state)
{
    assert_str(months(*state, 2025, 10, 13, 17), "Oct 2024 Jan 2025 Apr Jul Oct");
    assert_str(months(*state, 2025, 10, 25, 18.7),
               "Jan 2024 Mar May Jul Sep Nov Jan 2025 Mar May Jul Oct");
    assert_str(months(*state, 2025, 10, 25, 8.9), "Jan 2024 Jul Jan 2025 Jul Oct");
}

static void test_the_last_month_is_always_named(void **state)
{
    for (int count = 1; count <= 60; count++) {
        for (int month = 1; month <= 12; month++) {
            str text = months(*state, 2025, month, count, 220.0 / count);
            struct period last = period_month(2025, month);
            str name = str_slice(period_name(*state, last), 0, 3);
            bool has_year = str_ends(text, S("2025"));
            size_t back = has_year ? 8 : 3;
            assert_true(text.length >= back);
            assert_true(str_equal(
                str_slice(text, text.length - back, text.length - back + 3), name));
        }
    }
}

static void test_the_year_moves_to_a_later_month_where_january_has_no_room(void **state)
{
    assert_str(months(*state, 2026, 2, 13, 12), "Apr 2025 Jul Oct Feb 2026");
}

static void test_labels_keep_their_distance(void **state)
{
    for (int count = 2; count <= 60; count++) {
        double step = 220.0 / count;
        struct period window = {period_month(2025, 10).first - count + 1, count};
        struct month_ticks ticks = ticks_for_months(*state, NULL, window, step);
        for (size_t i = 1; i < ticks.count; i++) {
            double room =
                (ticks.at[i - 1].has_year ? 20 : 13) + (ticks.at[i].has_year ? 20 : 13);
            int between = ticks.at[i].month.first - ticks.at[i - 1].month.first;
            assert_true(between * step >= room);
        }
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_the_search_gives_the_published_ticks),
        unit_case(test_the_house_never_steps_by_three),
        unit_case(test_a_plot_has_at_most_five_lines_and_zero),
        unit_case(test_labels_have_the_decimals_of_the_step),
        unit_case(test_the_smallest_and_largest_ranges_have_ticks),
        unit_case(test_every_month_is_named_where_there_is_room),
        unit_case(test_months_are_dropped_by_the_ladder),
        unit_case(test_the_last_month_is_always_named),
        unit_case(test_the_year_moves_to_a_later_month_where_january_has_no_room),
        unit_case(test_labels_keep_their_distance),
    };
    return unit_run(tests);
}
