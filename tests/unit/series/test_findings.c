/* SPDX-License-Identifier: MIT */
#include "findings.h"

/* World, as published by November 2025. */
static const char magnets[] =
    "2024-07 5278, 2024-08 5325, 2024-09 4915, 2024-10 4725, 2025-01 6357, "
    "2025-02..03 8908.53E, 2025-04 2627, 2025-05 1238.47, 2025-06 3188, 2025-07 5577, "
    "2025-08 6145.623, 2025-09 5774, 2025-10 5473";

static void test_changes_say_their_size_and_the_level(void **state)
{
    const struct findings *findings = findings_of_text(*state, magnets, "2025-10");
    assert_said(*state, findings, "total.change_month",
                "Total fell 5.2% in October from a month earlier, to 5,473\u00A0t.");
    assert_said(*state, findings, "total.change_year",
                "Total rose 15.8% in October from a year earlier, to 5,473\u00A0t.");
    findings = findings_of_text(*state, magnets, "2025-06");
    assert_said(*state, findings, "total.change_month",
                "Total more than doubled in June from a month earlier, to 3,188\u00A0t.");
}

static void test_a_change_on_a_month_not_known_is_withheld_with_its_reason(void **state)
{
    const struct findings *findings =
        findings_of_text(*state, "2025-08 5, 2025-10 7, 2024-10 -", "2025-10");
    assert_said(*state, findings, "total.change_month",
                "withheld: September 2025 is not in the data");
    assert_said(*state, findings, "total.change_year", "withheld: October 2024 is missing");
    assert_said(*state, findings, "total.streak_month", "none");
    findings = findings_of_text(*state, "2025-09 c, 2025-10 7", "2025-10");
    assert_said(*state, findings, "total.change_month",
                "withheld: September 2025 is suppressed");
}

static void test_nothing_is_said_of_a_period_without_a_value(void **state)
{
    assert_int_equal(findings_of_text(*state, magnets, "2025-02")->count, 0);
    assert_int_equal(findings_of_text(*state, magnets, "2025-11")->count, 0);
}

static void test_a_sum_to_date_needs_the_months_of_both_years(void **state)
{
    static const char text[] = "2024-01 10, 2024-02 20, 2024-03 30, 2025-01..02 27, "
                               "2025-03 45";
    const struct findings *findings = findings_of_text(*state, text, "2025-03");
    assert_said(*state, findings, "total.to_date",
                "Total came to 72\u00A0t from January to March, 20.0% more than a year "
                "earlier.");
    findings = findings_of_text(*state,
                                "2024-01 10, 2024-03 30, 2025-01 1, 2025-02 2, "
                                "2025-03 3",
                                "2025-03");
    assert_said(*state, findings, "total.to_date",
                "withheld: not all months from January to March 2024 are known");
    assert_said(*state, findings_of_text(*state, "2024-01 1, 2025-01 2", "2025-01"),
                "total.to_date", "none");
}

static void test_a_sum_of_december_is_that_of_the_year(void **state)
{
    const struct findings *findings = findings_of_text(
        *state, "2024 58152, 2025 57392, 2025-11 6150, 2025-12 5952", "2025-12");
    assert_said(
        *state, findings, "total.to_date",
        "Total came to 57,392\u00A0t in the whole of 2025, 1.3% less than in 2024.");
}

static void test_a_high_goes_back_to_the_month_that_ends_its_window(void **state)
{
    static const char text[] = "2025-01 6357, 2025-02 3586, 2025-03 5323, 2025-04 2627, "
                               "2025-05 1238, 2025-06 5577, 2025-07 6200";
    assert_said(*state, findings_of_text(*state, text, "2025-07"), "total.since_high",
                "Total rose to 6,200\u00A0t in July, the highest since January.");
    assert_said(*state, findings_of_text(*state, magnets, "2025-10"), "total.since_low",
                "Total fell to 5,473\u00A0t in October, the lowest since June.");
    static const char early[] = "2025-04 1, 2025-05 1, 2025-06 2, 2025-07 9";
    assert_said(*state, findings_of_text(*state, early, "2025-07"), "total.since",
                "Total rose to 9\u00A0t in July, the highest in at least four months.");
}

static void test_a_hole_that_leaves_no_window_withholds_highs_and_lows(void **state)
{
    const struct findings *findings =
        findings_of_text(*state, "2025-06 1, 2025-07 2, 2025-09 3, 2025-10 4", "2025-10");
    assert_said(*state, findings, "total.since",
                "withheld: August 2025 is not in the data");
}

static void test_a_record_beats_all_months_of_data_without_a_hole(void **state)
{
    struct random random = {9};
    struct series *series = random_months(*state, &random, 24, 50);
    series->unit = S("t");
    add_number(*state, series, period_of("2022-01"), 50, 'A');
    assert_said(
        *state, findings_of(*state, series, "2022-01"), "total.record",
        "Total reached 50\u00A0t in January, a record in data that begin in January "
        "2020.");
    assert_null(finding_named(findings_of(*state, series, "2022-01"), "total.since"));
    series->at[3].state = OBSERVATION_MISSING;
    assert_said(*state, findings_of(*state, series, "2022-01"), "total.since",
                "Total rose to 50\u00A0t in January, the highest in at least 21 months.");
}

static void test_a_streak_says_at_least_where_its_beginning_is_not_known(void **state)
{
    assert_said(
        *state, findings_of_text(*state, magnets, "2025-10"), "total.streak_month",
        "Total fell 5.2% to 5,473\u00A0t in October, the second consecutive monthly "
        "fall.");
    assert_said(*state,
                findings_of_text(*state, "2025-08 9, 2025-09 8, 2025-10 7", "2025-10"),
                "total.streak_month",
                "Total fell 12.5% to 7\u00A0t in October, at least the second consecutive "
                "monthly fall.");
}

static void test_a_streak_on_the_year_counts_months(void **state)
{
    assert_said(*state, findings_of_text(*state, magnets, "2025-10"), "total.streak_year",
                "Total rose 15.8% in October from a year earlier, to 5,473\u00A0t, and has "
                "been above the level of a year before for at least four months in a row.");
}

static void test_what_is_unchanged_in_print_is_no_streak(void **state)
{
    const struct findings *findings =
        findings_of_text(*state, "2025-08 9, 2025-09 9999, 2025-10 10000", "2025-10");
    assert_said(*state, findings, "total.streak", "none");
    assert_said(*state, findings, "total.change",
                "Total was unchanged in October from a month earlier, at 10,000\u00A0t.");
}

static void test_the_first_rise_comes_after_two_falls_or_more(void **state)
{
    static const char text[] = "2025-06 5, 2025-07 7, 2025-08 6, 2025-09 5, 2025-10 6";
    assert_said(
        *state, findings_of_text(*state, text, "2025-10"), "total.first_month",
        "Total jumped 20.0% to 6\u00A0t in October, the first monthly rise in three "
        "months.");
    static const char early[] = "2025-08 6, 2025-09 5, 2025-10 4, 2025-11 5";
    assert_said(*state, findings_of_text(*state, early, "2025-11"), "total.first_month",
                "Total jumped 25.0% to 5\u00A0t in November, the first monthly rise in at "
                "least three months.");
    assert_said(*state, findings_of_text(*state, text, "2025-08"), "total.first_month",
                "none");
}

static void test_a_shipment_is_the_first_only_after_months_known_to_be_zero(void **state)
{
    static const char text[] = "2025-06 4, 2025-07 0, 2025-08 0, 2025-09 0, 2025-10 6";
    assert_said(*state, findings_of_text(*state, text, "2025-10"), "total.first_shipment",
                "Total came to 6\u00A0t in October, after three months without any.");
    assert_said(*state, findings_of_text(*state, "2025-06 4, 2025-10 6", "2025-10"),
                "total.first_shipment", "none");
}

static void test_the_usual_range_is_that_of_three_years_or_more(void **state)
{
    static const char text[] = "2021-10 4, 2022-10 7, 2023-10 5, 2024-10 6, 2025-10 8";
    assert_said(*state, findings_of_text(*state, text, "2025-10"), "total.usual_range",
                "Total came to 8\u00A0t in October, more than in the same month of any of "
                "the four years before.");
    assert_said(*state, findings_of_text(*state, text, "2024-10"), "total.usual_range",
                "none");
    static const char hole[] = "2020-10 1, 2022-10 7, 2023-10 5, 2024-10 6, 2025-10 8";
    assert_said(*state, findings_of_text(*state, hole, "2025-10"), "total.usual_range",
                "Total came to 8\u00A0t in October, more than in the same month of any of "
                "the three years before.");
    static const char near[] = "2020-10 1, 2024-10 6, 2025-10 8";
    assert_said(*state, findings_of_text(*state, near, "2025-10"), "total.usual_range",
                "withheld: October 2023 is not in the data");
}

static void test_a_level_shift_is_a_quarter_or_more_for_three_months(void **state)
{
    static const char text[] =
        "2024-07 100, 2024-08 100, 2024-09 100, 2024-10 100, 2025-07 120, 2025-08 125, "
        "2025-09 180, 2025-10 150";
    assert_said(
        *state, findings_of_text(*state, text, "2025-10"), "total.level_shift",
        "Total was 50.0% above the level of a year before in October, at 150\u00A0t: "
        "the third month in a row with a gap of a quarter or more.");
    assert_said(*state, findings_of_text(*state, text, "2025-09"), "total.level_shift",
                "none");
}

static void test_rates_have_highs_and_lows_only(void **state)
{
    struct series *rates =
        figures(*state, "2025-06 1, 2025-07 2, 2025-08 3, 2025-09 4, 2025-10 5");
    rates->is_rate = true;
    rates->unit = S("%");
    const struct findings *findings = findings_of(*state, rates, "2025-10");
    assert_int_equal(findings->count, 1);
    assert_said(*state, findings, "total.since_high",
                "Total rose to 5% in October, the highest in at least five months.");
}

static void test_a_price_is_compared_with_the_year_before(void **state)
{
    struct series *price = figures(*state, "2024-10 40, 2025-10 50");
    price->unit = S("USD/kg");
    struct finding_inputs inputs = {0};
    *arena_push(*state, &inputs) = (struct finding_input){
        .query = S("value"), .series = figures(*state, "2025-10 7"), .unit_value = price};
    const struct findings *findings =
        findings_make(*state, &inputs, period_of("2025-10"), NULL, NULL);
    assert_said(
        *state, findings, "value.unit_value",
        "Value: the average value was 50\u00A0USD/kg in October, 25.0% up on a year "
        "earlier.");
}

/* --- groups --------------------------------------------------------------------- */

static void test_a_leader_is_certain_where_no_unknown_member_could_be_larger(void **state)
{
    static const char text[] = "World: 2025-10 100; Germany: 2025-10 40; Japan: 2025-10 30;"
                               "India: 2025-09 9";
    assert_said(*state, findings_of_group(*state, group_of(*state, text), "2025-10"),
                "partners.Germany.leader",
                "Germany was the largest in October, at 40\u00A0t.");
    static const char open[] = "World: 2025-10 120; Germany: 2025-10 40; Japan: 2025-10 30";
    assert_said(*state, findings_of_group(*state, group_of(*state, open), "2025-10"),
                "partners.Germany.leader",
                "withheld: members without a figure may have up to 50 t");
}

static void test_without_a_total_a_leader_needs_every_member(void **state)
{
    static const char text[] = "Germany: 2025-10 40; Japan: 2025-10 30; India: 2025-09 9";
    assert_said(*state, findings_of_group(*state, group_of(*state, text), "2025-10"),
                "partners.Germany.leader", "withheld: 1 of the members have no figure");
    static const char full[] = "Germany: 2025-09 20, 2025-10 40; Japan: 2025-09 25, "
                               "2025-10 30";
    const struct findings *findings =
        findings_of_group(*state, group_of(*state, full), "2025-10");
    assert_said(*state, findings, "partners.Germany.leader",
                "Germany was the largest in October, at 40\u00A0t, up from second place a "
                "month earlier.");
    assert_said(*state, findings, "partners.Germany.overtakes",
                "Germany overtook Japan in October, with 40\u00A0t against 30\u00A0t.");
}

static void test_a_rank_is_compared_with_that_a_year_before(void **state)
{
    static const char text[] =
        "World: 2024-10 60, 2025-10 60; Germany: 2024-10 30, 2025-10 10; "
        "Japan: 2024-10 20, 2025-10 20; India: 2024-10 10, 2025-10 30";
    const struct findings *findings =
        findings_of_group(*state, group_of(*state, text), "2025-10");
    assert_said(*state, findings, "partners.India.rank_change",
                "India took first place in October, at 30\u00A0t, up from third a year "
                "earlier.");
    assert_said(*state, findings, "partners.Germany.rank_change",
                "Germany took third place in October, at 10\u00A0t, down from first a year "
                "earlier.");
    assert_said(*state, findings, "partners.Japan.rank_change", "none");
    assert_said(
        *state, findings, "partners.India.share",
        "India made up 50.0% of the total in October, up from 16.7% a year earlier.");
}

static void test_a_share_that_is_the_same_in_print_has_not_moved(void **state)
{
    static const char text[] =
        "World: 2024-10 100000, 2025-10 100000; Germany: 2024-10 30010, 2025-10 29990; "
        "Japan: 2024-10 20000, 2025-10 20000";
    const struct findings *findings =
        findings_of_group(*state, group_of(*state, text), "2025-10");
    assert_said(*state, findings, "partners.Germany.share",
                "Germany made up 30.0% of the total in October, as a year earlier.");
}

static void test_the_main_part_of_a_change_is_said_of_one_member_only(void **state)
{
    static const char text[] = "World: 2025-09 100, 2025-10 80; Germany: 2025-09 50, "
                               "2025-10 38; Japan: 2025-09 30, 2025-10 28";
    const struct findings *findings =
        findings_of_group(*state, group_of(*state, text), "2025-10");
    assert_said(*state, findings, "partners.Germany.contribution",
                "Germany accounted for 60.0% of the fall in the total in October.");
    static const char more[] = "World: 2025-09 100, 2025-10 80; Germany: 2025-09 50, "
                               "2025-10 20; Japan: 2025-09 30, 2025-10 40";
    findings = findings_of_group(*state, group_of(*state, more), "2025-10");
    assert_said(*state, findings, "partners.Germany.contribution",
                "Germany fell by more than the total in October, from 50\u00A0t to "
                "20\u00A0t.");
    static const char two[] = "World: 2025-09 100, 2025-10 80; Germany: 2025-09 50, "
                              "2025-10 38; Japan: 2025-09 30, 2025-10 18";
    findings = findings_of_group(*state, group_of(*state, two), "2025-10");
    assert_said(*state, findings, "partners.*.contribution", "none");
}

static void test_concentration_needs_to_know_who_the_three_largest_are(void **state)
{
    static const char text[] =
        "World: 2024-10 100, 2025-10 100; A: 2024-10 30, 2025-10 40; "
        "B: 2024-10 30, 2025-10 30; C: 2024-10 20, 2025-10 20; D: 2024-10 15, 2025-10 5";
    assert_said(*state, findings_of_group(*state, group_of(*state, text), "2025-10"),
                "partners.concentration",
                "The three largest together made up 90.0% of the total in October, up from "
                "80.0% a year earlier.");
    static const char open[] =
        "World: 2024-10 130, 2025-10 100; A: 2024-10 30, 2025-10 40; "
        "B: 2024-10 30, 2025-10 30; C: 2024-10 20, 2025-10 20; D: 2024-10 15, 2025-10 5";
    assert_said(*state, findings_of_group(*state, group_of(*state, open), "2025-10"),
                "partners.concentration",
                "withheld: which the three largest were in October 2024 is not certain");
}

static void test_a_query_by_itself_speaks_for_the_member_with_its_figures(void **state)
{
    const struct series_group *group =
        group_of(*state, "World: 2025-09 9, 2025-10 9; Japan: 2025-09 2, 2025-10 3");
    struct finding_inputs inputs = {0};
    *arena_push(*state, &inputs) =
        (struct finding_input){.query = S("partners"), .group = group};
    *arena_push(*state, &inputs) = (struct finding_input){
        .query = S("japan"), .series = figures(*state, "2025-09 2, 2025-10 3")};
    const struct findings *findings =
        findings_make(*state, &inputs, period_of("2025-10"), NULL, NULL);
    assert_non_null(finding_named(findings, "japan.change_month"));
    assert_null(finding_named(findings, "partners.Japan.change_month"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_changes_say_their_size_and_the_level),
        unit_case(test_a_change_on_a_month_not_known_is_withheld_with_its_reason),
        unit_case(test_nothing_is_said_of_a_period_without_a_value),
        unit_case(test_a_sum_to_date_needs_the_months_of_both_years),
        unit_case(test_a_sum_of_december_is_that_of_the_year),
        unit_case(test_a_high_goes_back_to_the_month_that_ends_its_window),
        unit_case(test_a_hole_that_leaves_no_window_withholds_highs_and_lows),
        unit_case(test_a_record_beats_all_months_of_data_without_a_hole),
        unit_case(test_a_streak_says_at_least_where_its_beginning_is_not_known),
        unit_case(test_a_streak_on_the_year_counts_months),
        unit_case(test_what_is_unchanged_in_print_is_no_streak),
        unit_case(test_the_first_rise_comes_after_two_falls_or_more),
        unit_case(test_a_shipment_is_the_first_only_after_months_known_to_be_zero),
        unit_case(test_the_usual_range_is_that_of_three_years_or_more),
        unit_case(test_a_level_shift_is_a_quarter_or_more_for_three_months),
        unit_case(test_rates_have_highs_and_lows_only),
        unit_case(test_a_price_is_compared_with_the_year_before),
        unit_case(test_a_leader_is_certain_where_no_unknown_member_could_be_larger),
        unit_case(test_without_a_total_a_leader_needs_every_member),
        unit_case(test_a_rank_is_compared_with_that_a_year_before),
        unit_case(test_a_share_that_is_the_same_in_print_has_not_moved),
        unit_case(test_the_main_part_of_a_change_is_said_of_one_member_only),
        unit_case(test_concentration_needs_to_know_who_the_three_largest_are),
        unit_case(test_a_query_by_itself_speaks_for_the_member_with_its_figures),
    };
    return unit_run(tests);
}
