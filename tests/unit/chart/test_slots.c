/* SPDX-License-Identifier: MIT */
#include "chart_fixture.h"

#include "chart/figure.h"
#include "chart/slots.h"

static struct period to_october(int months)
{
    return (struct period){period_month(2025, 10).first + 1 - months, months};
}

/* August and September together, beside the months given. */
static struct series *with_combined(struct arena *arena, const double *values, size_t count,
                                    double whole)
{
    struct series *series = fixture_series(arena, values, count, NULL);
    struct series *mixed = arena_new(arena, struct series);
    *mixed = (struct series){.name = series->name, .unit = series->unit};
    struct period both = period_of_months(2025, 8, 9);
    bool is_added = false;
    for (size_t i = 0; i < series->count; i++) {
        if (!is_added && period_compare(series->at[i].period, both) > 0) {
            *arena_push(arena, mixed) = fixture_value(both, whole, 'E');
            is_added = true;
        }
        *arena_push(arena, mixed) = series->at[i];
    }
    return mixed;
}

static void test_a_combined_period_stands_at_its_monthly_average(void **state)
{
    static const double values[] = {10, NONE, NONE, 40};
    struct series *series = with_combined(*state, values, 4, 90);
    struct slots slots = slots_create(*state, series, to_october(4));
    assert_int_equal(slots.spans.count, 1);
    assert_int_equal(slots.spans.at[0].first, 1);
    assert_int_equal(slots.spans.at[0].count, 2);
    assert_int_equal(ratio_compare(slots.spans.at[0].level, ratio_from(45)), 0);
    assert_int_equal(slots_gap(&slots, 1), 0);
}

static void test_a_unit_value_of_combined_months_is_not_divided(void **state)
{
    static const double values[] = {10, NONE, NONE, 40};
    struct series *series = with_combined(*state, values, 4, 90);
    series->is_rate = true;
    struct slots slots = slots_create(*state, series, to_october(4));
    assert_int_equal(ratio_compare(slots.spans.at[0].level, ratio_from(90)), 0);
}

static void test_a_combined_period_is_not_used_where_a_month_is_known(void **state)
{
    static const double values[] = {10, NONE, 20, 40};
    struct series *series = with_combined(*state, values, 4, 90);
    struct slots slots = slots_create(*state, series, to_october(4));
    assert_int_equal(slots.spans.count, 0);
    assert_int_equal(slots_gap(&slots, 1), 1);
}

static void test_a_combined_period_must_lie_in_the_window(void **state)
{
    static const double values[] = {10, NONE, NONE, 40};
    struct series *series = with_combined(*state, values, 4, 90);
    struct slots slots = slots_create(*state, series, to_october(2));
    assert_int_equal(slots.spans.count, 0);
    assert_int_equal(slots_gap(&slots, 0), 1);
}

static void test_the_rate_of_combined_months_is_not_divided(void **state)
{
    static const double values[] = {10, NONE, NONE, 40};
    struct series *series = with_combined(*state, values, 4, 9);
    series->unit = S("%");
    struct slots slots = slots_create(*state, series, to_october(4));
    assert_int_equal(ratio_compare(slots.spans.at[0].level, ratio_from(9)), 0);
}

static void test_the_shortest_of_overlapping_periods_is_used(void **state)
{
    static const double values[] = {10, NONE, NONE, 40};
    struct series *series = with_combined(*state, values, 4, 90);
    struct series *longer = arena_new(*state, struct series);
    *longer = (struct series){.unit = S("t")};
    *arena_push(*state, longer) = fixture_value(period_of_months(2025, 7, 9), 300, 'A');
    *arena_push(*state, longer) = series->at[1];
    struct slots slots = slots_create(*state, longer, to_october(4));
    assert_int_equal(slots.spans.count, 1);
    assert_int_equal(slots.spans.at[0].count, 2);
}

static str spelled(struct arena *arena, const char *unit, double value, double largest,
                   int published)
{
    struct ratio ratio = fixture_value(period_month(2025, 1), value, 'A').value;
    struct ratio bound = fixture_value(period_month(2025, 1), largest, 'A').value;
    struct figure_style style = figure_style_for(NULL, str_from(unit), bound, published);
    return figure_print_unit(arena, ratio, style, str_from(unit));
}

static void test_figures_share_the_decimals_of_the_largest(void **state)
{
    assert_str(spelled(*state, "t", 46.4, 656, 2), "46\u00A0t");
    assert_str(spelled(*state, "t", 46.4, 46.4, 2), "46.4\u00A0t");
    assert_str(spelled(*state, "t", 5, 5, 0), "5\u00A0t");
    assert_str(spelled(*state, "", 5473, 5473, 0), "5,473");
}

static void test_rates_have_one_decimal_below_a_hundred(void **state)
{
    assert_str(spelled(*state, "%", -5.2, 660, 1), "\u22125.2%");
    assert_str(spelled(*state, "%", 660.4, 660.4, 1), "660%");
}

static void test_large_figures_are_printed_in_millions(void **state)
{
    assert_str(spelled(*state, "USD", 12340000, 12340000, 0), "12.3\u00A0m\u00A0USD");
    assert_str(spelled(*state, "t", 1e12, 1e12, 0), "1,000\u00A0bn\u00A0t");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_combined_period_stands_at_its_monthly_average),
        unit_case(test_a_unit_value_of_combined_months_is_not_divided),
        unit_case(test_a_combined_period_is_not_used_where_a_month_is_known),
        unit_case(test_a_combined_period_must_lie_in_the_window),
        unit_case(test_the_rate_of_combined_months_is_not_divided),
        unit_case(test_the_shortest_of_overlapping_periods_is_used),
        unit_case(test_figures_share_the_decimals_of_the_largest),
        unit_case(test_rates_have_one_decimal_below_a_hundred),
        unit_case(test_large_figures_are_printed_in_millions),
    };
    return unit_run(tests);
}
