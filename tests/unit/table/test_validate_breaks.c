/* SPDX-License-Identifier: MIT */
#include "validating.h"

/* Monthly figures from January 2022 on. */
static const struct validation *months_of(void **state, const int *figures, int count)
{
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "period,t\n");
    for (int i = 0; i < count; i++) {
        buffer_print(&csv, "%d-%02d,%d\n", 2022 + i / 12, i % 12 + 1, figures[i]);
    }
    return validating(state, NULL, str_c(*state, buffer_text(&csv)));
}

static void test_a_year_wholly_above_the_year_before_is_a_shift(void **state)
{
    int figures[24];
    for (int i = 0; i < 24; i++) {
        figures[i] = i < 12 ? 100 + i : 300 + i;
    }
    assert_str(notices_of(months_of(state, figures, 24), NOTICE_SHIFT),
               "14: 2023-01: t: 12 months wholly above the 12 before, median 105.5, then "
               "317.5 (3.0 times); see 13\n");
}

static void test_a_year_wholly_below_is_one_too(void **state)
{
    int figures[24];
    for (int i = 0; i < 24; i++) {
        figures[i] = i < 12 ? 1000 : 250;
    }
    assert_str(notices_of(months_of(state, figures, 24), NOTICE_SHIFT),
               "14: 2023-01: t: 12 months wholly below the 12 before, median 1000, then "
               "250 (4.0 times less); see 13\n");
}

static void test_years_that_overlap_or_are_near_have_not_shifted(void **state)
{
    int figures[24];
    for (int i = 0; i < 24; i++) {
        figures[i] = i < 12 ? 100 : 190;
    }
    assert_str(notices_of(months_of(state, figures, 24), NOTICE_SHIFT), "");
    for (int i = 12; i < 24; i++) {
        figures[i] = 1000;
    }
    figures[20] = 90;
    assert_str(notices_of(months_of(state, figures, 24), NOTICE_SHIFT), "");
}

static void
test_of_neighbouring_months_the_one_with_the_widest_gap_is_the_shift(void **state)
{
    int figures[36];
    for (int i = 0; i < 36; i++) {
        figures[i] = i < 16 ? 100 : i < 18 ? 110 : 900;
    }
    assert_str(notices_of(months_of(state, figures, 36), NOTICE_SHIFT),
               "20: 2023-07: t: 12 months wholly above the 12 before, median 100, then "
               "900 (9.0 times); see 19\n");
}

static void test_a_hole_or_less_than_two_years_tell_no_shift(void **state)
{
    int figures[23];
    for (int i = 0; i < 23; i++) {
        figures[i] = i < 12 ? 100 : 900;
    }
    assert_str(notices_of(months_of(state, figures, 23), NOTICE_SHIFT), "");
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "period,t\n");
    for (int i = 0; i < 30; i++) {
        const char *figure = i == 12 ? "" : i < 12 ? "100" : "900";
        buffer_print(&csv, "%d-%02d,%s\n", 2022 + i / 12, i % 12 + 1, figure);
    }
    assert_str(
        notices_of(validating(state, NULL, str_c(*state, buffer_text(&csv))), NOTICE_SHIFT),
        "");
}

static void test_trade_that_begins_is_no_shift(void **state)
{
    int figures[24];
    for (int i = 0; i < 24; i++) {
        figures[i] = i < 12 ? 0 : 900;
    }
    assert_str(notices_of(months_of(state, figures, 24), NOTICE_SHIFT), "");
}

static void test_breaks_that_the_source_marks_are_listed(void **state)
{
    assert_str(notices_of(validating(state, NULL,
                                     "partner,period,t,status\nA,2024-01,1,A\n"
                                     "A,2024-02,9,B\nB,2024-02,9,A\n"),
                          NOTICE_BREAK),
               "3: A 2024-02: status B\n");
}

static void test_the_break_of_2018_is_found_in_the_real_file(void **state)
{
    const struct validation *validation = validating_shared(
        state, "comtrade-rare-earth-monthly/china_exports_world_hs6_201701_202412.csv");
    if (!validation) {
        skip();
    }
    assert_str(notices_of(validation, NOTICE_SHIFT),
               "16: 850511 2018-01: netweight_kg: 12 months wholly above the 12 before, "
               "median 3196553.0995, then 8723317.5 (2.7 times); see 13\n"
               "161: 280530 2022-02: value_usd: 12 months wholly above the 12 before, "
               "median 12616053.5, then 31125778.5 (2.5 times); see 158\n");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_year_wholly_above_the_year_before_is_a_shift),
        unit_case(test_a_year_wholly_below_is_one_too),
        unit_case(test_years_that_overlap_or_are_near_have_not_shifted),
        unit_case(test_of_neighbouring_months_the_one_with_the_widest_gap_is_the_shift),
        unit_case(test_a_hole_or_less_than_two_years_tell_no_shift),
        unit_case(test_trade_that_begins_is_no_shift),
        unit_case(test_breaks_that_the_source_marks_are_listed),
        unit_case(test_the_break_of_2018_is_found_in_the_real_file),
    };
    return unit_run(tests);
}
