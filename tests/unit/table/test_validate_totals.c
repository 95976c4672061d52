/* SPDX-License-Identifier: MIT */
#include "validating.h"

static const char partners[] = "{partner: {role: dimension, aggregates: [World, EU27]}}";

static str parts_of(const struct validation *validation, size_t index)
{
    const struct validation_parts *parts = &validation->parts.at[index];
    return str_print(validation->arena, "%.*s %.*s %zu: %zu %zu %zu %zu",
                     STR_ARG(parts->dimension), STR_ARG(parts->measure), parts->compared,
                     parts->equal, parts->rounded, parts->above, parts->below);
}

static void test_parts_are_compared_with_their_total_in_each_period(void **state)
{
    const struct validation *validation =
        validating(state, partners,
                   "partner,period,t\nWorld,2025-01,10\nA,2025-01,4\nB,2025-01,6\n"
                   "World,2025-02,10\nA,2025-02,4\nB,2025-02,1\n");
    assert_str(parts_of(validation, 0), "partner t 2: 1 0 0 1");
    assert_str(notices_of(validation, NOTICE_RESIDUAL),
               "5: World 2025-02: t 10, 2 parts 5, residual 5 (50.0%)\n");
    assert_str(notices_of(validation, NOTICE_EXCESS), "");
}

static void test_parts_above_their_total_are_a_doubt(void **state)
{
    const struct validation *validation =
        validating(state, partners,
                   "partner,period,t\nA,2025-01,4\nB,2025-01,7.5\nWorld,2025-01,10\n");
    assert_str(notices_of(validation, NOTICE_EXCESS),
               "4: World 2025-01: t 10, 2 parts 11.5, residual -1.5 (-15.0%)\n");
    assert_int_equal(notice_weight(NOTICE_EXCESS), NOTICE_DOUBT);
    assert_int_equal(notice_weight(NOTICE_RESIDUAL), NOTICE_INFORMATION);
}

static void test_aggregates_are_no_parts(void **state)
{
    const struct validation *validation = validating(
        state, partners,
        "partner,period,t\nWorld,2025-01,10\nEU27,2025-01,4\nA,2025-01,4\nB,2025-01,6\n");
    assert_str(parts_of(validation, 0), "partner t 1: 1 0 0 0");
}

static void test_the_first_aggregate_is_the_total_where_no_word_is_known(void **state)
{
    const struct validation *validation =
        validating(state, "{partner: {role: dimension, aggregates: [Everyone]}}",
                   "partner,period,t\nEveryone,2025-01,10\nA,2025-01,4\nB,2025-01,6\n");
    assert_str(parts_of(validation, 0), "partner t 1: 1 0 0 0");
}

static void test_a_known_word_for_the_whole_needs_no_schema(void **state)
{
    const struct validation *validation =
        validating(state, NULL, "partner,period,t\nTOTAL,2025-01,10\nA,2025-01,7\n");
    assert_str(notices_of(validation, NOTICE_RESIDUAL),
               "2: TOTAL 2025-01: t 10, 1 part 7, residual 3 (30.0%)\n");
}

static void test_what_rounding_explains_is_no_residual(void **state)
{
    /* 10 may be 10.5, 3.3 may be 3.25: three parts and a total explain 0.65. */
    const struct validation *validation =
        validating(state, partners,
                   "partner,period,t\nWorld,2025-01,10\nA,2025-01,3.3\nB,2025-01,3.3\n"
                   "C,2025-01,2.8\nWorld,2025-02,10\nA,2025-02,3.3\nB,2025-02,3.3\n"
                   "C,2025-02,2.7\n");
    assert_str(parts_of(validation, 0), "partner t 2: 0 1 0 1");
}

static void test_parts_without_a_figure_are_counted(void **state)
{
    const struct validation *validation = validating(
        state, partners,
        "partner,period,t\nWorld,2025-01,10\nA,2025-01,4\nB,2025-01,c\nC,2025-01,\n");
    assert_str(
        notices_of(validation, NOTICE_RESIDUAL),
        "2: World 2025-01: t 10, 1 part 4, residual 6 (60.0%); 2 parts have no figure\n");
}

static void test_a_total_stands_alone_where_its_parts_or_itself_have_no_figure(void **state)
{
    const struct validation *validation =
        validating(state, partners,
                   "partner,period,t\nWorld,2025-01,10\nA,2025-01,\nWorld,2025-02,\n"
                   "A,2025-02,3\nA,2025-03,3\nWorld,2025-04,8\n");
    assert_str(parts_of(validation, 0), "partner t 0: 0 0 0 0");
}

static void test_other_dimensions_and_measures_are_kept_apart(void **state)
{
    const struct validation *validation =
        validating(state, partners,
                   "product,partner,period,t,usd\nx,World,2025-01,10,5\nx,A,2025-01,10,3\n"
                   "y,World,2025-01,20,9\ny,A,2025-01,20,9\n");
    assert_str(parts_of(validation, 0), "partner t 2: 2 0 0 0");
    assert_str(parts_of(validation, 1), "partner usd 2: 1 0 0 1");
    assert_str(notices_of(validation, NOTICE_RESIDUAL),
               "2: x / World 2025-01: usd 5, 1 part 3, residual 2 (40.0%)\n");
}

static void test_names_of_codes_are_no_dimension_of_their_own(void **state)
{
    const struct validation *validation =
        validating(state, "{code: {role: dimension, aggregates: [W00]}}",
                   "code,name,period,t\nW00,All,2025-01,10\nA1,Austria,2025-01,4\n"
                   "B1,Belgium,2025-01,6\n");
    assert_str(parts_of(validation, 0), "code t 1: 1 0 0 0");
}

static void test_levels_of_a_nomenclature_add_up_step_by_step(void **state)
{
    const struct validation *validation = validating(
        state, "{hs: {role: dimension, aggregates: [TOTAL, '8505', '850511']}}",
        "hs,period,t\nTOTAL,2025-01,30\n8505,2025-01,20\n850511,2025-01,15\n"
        "85051110,2025-01,14\n85051190,2025-01,5\n850519,2025-01,5\n2846,2025-01,10\n");
    assert_str(parts_of(validation, 0), "hs t 3: 2 0 1 0");
    assert_str(notices_of(validation, NOTICE_EXCESS),
               "4: 850511 2025-01: t 15, 2 parts 19, residual -4 (-26.7%)\n");
}

static void test_the_largest_residual_comes_first(void **state)
{
    const struct validation *validation =
        validating(state, partners,
                   "partner,period,t\nWorld,2025-01,10\nA,2025-01,8\nWorld,2025-02,100\n"
                   "A,2025-02,50\n");
    assert_str(notices_of(validation, NOTICE_RESIDUAL),
               "4: World 2025-02: t 100, 1 part 50, residual 50 (50.0%)\n"
               "2: World 2025-01: t 10, 1 part 8, residual 2 (20.0%)\n");
}

static void test_sums_beyond_any_number_are_left_alone(void **state)
{
    const struct validation *validation =
        validating(state, partners,
                   "partner,period,t\nWorld,2025-01,10\nA,2025-01,"
                   "99999999999999999999999999999999999999\n"
                   "B,2025-01,99999999999999999999999999999999999999\n");
    assert_str(parts_of(validation, 0), "partner t 0: 0 0 0 0");
}

static void test_the_world_row_of_a_real_download_is_the_sum_of_its_partners(void **state)
{
    const struct validation *validation =
        validating_shared(state, "comtrade-plus/TradeData.csv");
    if (!validation) {
        skip();
    }
    assert_int_equal(validation->table->row_count, 1352);
    bool is_found = false;
    for (size_t i = 0; i < validation->parts.count; i++) {
        is_found |= str_equal(parts_of(validation, i), S("partner usd 6: 5 1 0 0"));
    }
    assert_true(is_found);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_parts_are_compared_with_their_total_in_each_period),
        unit_case(test_parts_above_their_total_are_a_doubt),
        unit_case(test_aggregates_are_no_parts),
        unit_case(test_the_first_aggregate_is_the_total_where_no_word_is_known),
        unit_case(test_a_known_word_for_the_whole_needs_no_schema),
        unit_case(test_what_rounding_explains_is_no_residual),
        unit_case(test_parts_without_a_figure_are_counted),
        unit_case(test_a_total_stands_alone_where_its_parts_or_itself_have_no_figure),
        unit_case(test_other_dimensions_and_measures_are_kept_apart),
        unit_case(test_names_of_codes_are_no_dimension_of_their_own),
        unit_case(test_levels_of_a_nomenclature_add_up_step_by_step),
        unit_case(test_the_largest_residual_comes_first),
        unit_case(test_sums_beyond_any_number_are_left_alone),
        unit_case(test_the_world_row_of_a_real_download_is_the_sum_of_its_partners),
    };
    return unit_run(tests);
}
