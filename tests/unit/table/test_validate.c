/* SPDX-License-Identifier: MIT */
#include "validating.h"

static void test_a_file_of_ten_thousand_rows_may_be_cut_off(void **state)
{
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "code,t\n");
    for (int i = 0; i < 10000; i++) {
        buffer_print(&csv, "c%d,%d\n", i, i);
    }
    const char *whole = str_c(*state, buffer_text(&csv));
    assert_str(notices_of(validating(state, NULL, whole), NOTICE_CUT),
               "10001: exactly 10,000 rows: portals end a download there without a word\n");
    buffer_print(&csv, "one more,1\n");
    const char *more = str_c(*state, buffer_text(&csv));
    assert_str(notices_of(validating(state, NULL, more), NOTICE_CUT), "");
}

static void test_rows_left_out_and_warnings_become_notices(void **state)
{
    struct loading *loading = arena_new(*state, struct loading);
    const struct table *table;
    *loading = loading_of(state, NULL, "partner,t\nA,1\n", &table);
    *arena_push(*state, &loading->report.at[0].exclusions) =
        (struct load_exclusion){S("footnote"), 3, 17};
    warning_add(&loading->warnings, table_place(table, 0), "odd");
    warning_add(&loading->warnings, table_place(table, 0), "odd");
    const struct validation *validation =
        validation_run(*state, table, &loading->report, &loading->warnings, NULL);
    assert_str(notices_of(validation, NOTICE_EXCLUDED), "17: 3 rows: footnote\n");
    assert_str(notices_of(validation, NOTICE_WARNING),
               "2: odd (2 times; this is the first)\n");
    assert_int_equal(validation->counts[NOTICE_WARNING], 1);
}

static void test_overlapping_downloads_are_told_with_what_they_changed(void **state)
{
    struct loading *loading = arena_new(*state, struct loading);
    const struct table *table;
    *loading = loading_of(state, NULL, "partner,t\nA,1\n", &table);
    loading->report.overlap = (struct overlap){
        12, 9, {.file = S("a.csv"), .line = 4}, {.file = S("b.csv"), .line = 2}};
    const struct validation *validation =
        validation_run(*state, table, &loading->report, &loading->warnings, NULL);
    assert_str(notices_of(validation, NOTICE_OVERLAP),
               "2: 12 rows are in a later file again, which counts; 3 with other figures; "
               "see 4\n");
}

static void test_months_that_are_missing_are_told_the_fullest_series_first(void **state)
{
    const struct validation *validation =
        validating(state, NULL,
                   "partner,period,t\nA,2024-01,1\nA,2024-04,1\nB,2024-01,1\nB,2024-02,1\n"
                   "B,2024-04,1\nB,2024-06,1\nC,2024-01,1\nC,2024-02,1\n");
    assert_str(notices_of(validation, NOTICE_GAP), "5: B: 2024-03, 2024-05\n"
                                                   "2: A: 2024-02 to 2024-03\n");
    assert_str(notices_of(validation, NOTICE_MONTH), "5: 2024-03, 2024-05\n");
    assert_int_equal(validation_notices(validation, NOTICE_GAP).first->count, 2);
}

static void test_two_months_in_one_figure_are_not_missing(void **state)
{
    const struct validation *validation =
        validating(state, NULL,
                   "period,t\n2023-12,1\n2024-01..02,2\n2024-03,1\n2024-05,1\n2024-Q2,9\n");
    assert_str(notices_of(validation, NOTICE_GAP), "4: 2024-04\n");
    assert_str(notices_of(validation, NOTICE_MONTH), "4: 2024-04\n");
    assert_int_equal(validation->coverages.at[0].month_count, 3);
    assert_int_equal(validation->coverages.at[0].other_count, 2);
    assert_int_equal(validation->coverages.whole.month_count, 3);
}

static void test_months_that_others_have_are_counted_as_absent(void **state)
{
    /* A has two of the four months of the file, B all but one; C has a year alone. */
    const struct validation *validation =
        validating(state, NULL,
                   "partner,period,t\nA,2024-01,1\nA,2024-04,1\nB,2024-02,1\n"
                   "B,2024-03,1\nB,2024-04,1\nC,2024,1\n");
    assert_int_equal(validation->coverages.absent_count, 3);
}

static void test_zero_missing_and_suppressed_are_counted_apart(void **state)
{
    const struct validation *validation =
        validating(state, NULL, "partner,t\nA,1\nB,0\nC,\nD,c\nE,0.00\n");
    const struct cell_counts *cells = &validation->cells[1];
    assert_int_equal(cells->values, 1);
    assert_int_equal(cells->zeros, 2);
    assert_int_equal(cells->missing, 1);
    assert_int_equal(cells->suppressed, 1);
}

static void test_vintages_that_differ_are_told_with_their_days(void **state)
{
    const struct validation *validation =
        validating(state, NULL,
                   "period,t,usd,released\n2025-08,7338,1,2025-09-18\n"
                   "2025-08,7336,1,2025-12-18\n2025-09,1,1,2025-10-18\n"
                   "2025-09,1,1,2025-12-18\n");
    assert_str(notices_of(validation, NOTICE_VINTAGE),
               "3: 2025-08: t 7338 on 2025-09-18, now 7336 on 2025-12-18 (-2); see 2\n");
}

static void test_checks_look_at_the_latest_vintage(void **state)
{
    const struct validation *validation =
        validating(state, NULL,
                   "partner,period,t,released\nWorld,2025-08,10,2025-09-18\n"
                   "World,2025-08,30,2025-12-18\nA,2025-08,30,2025-09-18\n");
    assert_int_equal(validation->parts.at[0].equal, 1);
    assert_int_equal(validation->parts.at[0].compared, 1);
}

static void test_of_many_notices_a_thousand_are_kept_and_all_counted(void **state)
{
    struct buffer csv = {.arena = *state};
    buffer_print(&csv, "period,t,status\n");
    for (int i = 0; i < 1200; i++) {
        buffer_print(&csv, "%d-%02d,1,B\n", 1900 + i / 12, i % 12 + 1);
    }
    const struct validation *validation =
        validating(state, NULL, str_c(*state, buffer_text(&csv)));
    assert_int_equal(validation->counts[NOTICE_BREAK], 1200);
    assert_int_equal(validation_notices(validation, NOTICE_BREAK).count, 1000);
}

static void test_a_plain_list_has_nothing_to_notice(void **state)
{
    const struct validation *validation = validating(state, NULL, "name,n\nYtterby,4\n");
    assert_int_equal(validation->notices.count, 0);
    assert_int_equal(validation->coverages.count, 0);
}

static void test_a_table_without_rows_has_nothing_to_notice(void **state)
{
    struct loading *loading = arena_new(*state, struct loading);
    const struct table *table;
    *loading =
        loading_of(state, NULL, "partner,period,usd,kg\nWorld,2025-01,1,1\n", &table);
    const struct table *empty = table_pick(*state, table, NULL, 0);
    const struct validation *validation =
        validation_run(*state, empty, &loading->report, &loading->warnings, table);
    assert_int_equal(validation->notices.count, 0);
    assert_int_equal(validation->comparison.earlier_count, 1);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_file_of_ten_thousand_rows_may_be_cut_off),
        unit_case(test_rows_left_out_and_warnings_become_notices),
        unit_case(test_overlapping_downloads_are_told_with_what_they_changed),
        unit_case(test_months_that_are_missing_are_told_the_fullest_series_first),
        unit_case(test_two_months_in_one_figure_are_not_missing),
        unit_case(test_months_that_others_have_are_counted_as_absent),
        unit_case(test_zero_missing_and_suppressed_are_counted_apart),
        unit_case(test_vintages_that_differ_are_told_with_their_days),
        unit_case(test_checks_look_at_the_latest_vintage),
        unit_case(test_of_many_notices_a_thousand_are_kept_and_all_counted),
        unit_case(test_a_plain_list_has_nothing_to_notice),
        unit_case(test_a_table_without_rows_has_nothing_to_notice),
    };
    return unit_run(tests);
}
