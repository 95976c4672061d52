/* SPDX-License-Identifier: MIT */
#include "briefings.h"

#define QUERIES \
    "queries:\n  total: {from: trade, where: {partner: World}}\n" \
    "  partners: {from: trade, by: partner, total: World}\n"

static str check_with(struct folder *folder, const char *trade, const char *checks,
                      const char *data, const char *queries)
{
    folder_write(folder, "trade.csv", trade);
    str front = str_print(&folder->arena, "checks: %s\n%s%s", checks, data, queries);
    folder->warnings = (struct warnings){.arena = &folder->arena};
    bool is_good = folder_load(folder, front.at, "") &&
                   briefing_check(&folder->arena, folder->briefing, folder->facts,
                                  &folder->warnings, &folder->error);
    return is_good ? S("good") : folder_error(folder);
}

/* Runs the checks on the data; "good", or the error. */
static str check(struct folder *folder, const char *trade, const char *checks)
{
    return check_with(folder, trade, checks, BRIEFING_DATA, QUERIES);
}

/* "line: message" of the only warning. */
static str warning_of(struct folder *folder)
{
    assert_int_equal(folder->warnings.count, 1);
    const struct warning *warning = &folder->warnings.at[0];
    return str_print(&folder->arena, "%zu: %.*s", warning->place.line,
                     STR_ARG(warning->message));
}

#define HEAD "partner,period,tonnes,yoy,released\n"

static void test_good_data_pass_all_checks(void **state)
{
    assert_str(check(*state, BRIEFING_TRADE,
                     "[unique-keys, parts-within-total, to-date-adds-up, no-stale-period,"
                     " rates-agree]"),
               "good");
}

static void test_parts_must_not_exceed_their_total(void **state)
{
    assert_str(check(*state,
                     HEAD
                     "World,2025-10,100,,\nGermany,2025-10,60,,\nJapan,2025-10,41.0,,\n",
                     "[parts-within-total]"),
               "good"); /* 100 may be 100.5, 60 may be 59.5, 41.0 may be 40.95 */
    assert_str(check(*state,
                     HEAD
                     "World,2025-10,100,,\nGermany,2025-10,60,,\nJapan,2025-10,41.6,,\n",
                     "[parts-within-total]"),
               "1 briefing.md:2:10+18 the check parts-within-total has failed (1 figure)");
    assert_str(warning_of(*state), "2: the parts of \"partners\" in October 2025 add up to "
                                   "101.6, above the total of 100");
}

static void test_sums_must_be_within_the_rounding_of_their_months(void **state)
{
    assert_str(check(*state,
                     HEAD
                     "World,2025-01,50,,\nWorld,2025-02,50,,\nWorld,2025-01..02,101,,\n",
                     "[to-date-adds-up]"),
               "good");
    assert_str(check(*state,
                     HEAD
                     "World,2025-01,50,,\nWorld,2025-02,50,,\nWorld,2025-01..02,102,,\n",
                     "[{to-date-adds-up: warning}]"),
               "good");
    assert_str(warning_of(*state),
               "4: \"total\" is published as 102 for "
               "January\u2013February 2025, but its parts add up to 100");
}

static void test_an_issue_must_be_the_latest_month(void **state)
{
    struct folder *folder = *state;
    folder->options.period = period_month(2025, 10);
    assert_str(check(folder, BRIEFING_TRADE, "[no-stale-period]"),
               "1 briefing.md:2:10+15 the check no-stale-period has failed (1 figure)");
    assert_str(warning_of(*state),
               "6: the issue is October 2025, but \"total\" already has November 2025");
    folder->options.as_of = (struct date){2025, 11, 20};
    assert_str(check(folder, BRIEFING_TRADE, "[no-stale-period]"), "good");
}

static void test_published_rates_must_agree_with_the_figures(void **state)
{
    assert_str(check(*state, HEAD "World,2024-10,4725,,\nWorld,2025-10,5473,16.8,\n",
                     "[{rates-agree: warning}]"),
               "good");
    assert_str(warning_of(*state), "3: the rate of \"total\" for October 2025 is published "
                                   "as 16.8%, but the figures give 15.81 to 15.85%");
}

static void test_both_rates_of_a_row_can_fail(void **state)
{
    struct folder *folder = *state;
    assert_str(check_with(folder,
                          "period,tonnes,mom,yoy\n2024-10,4725,,\n"
                          "2025-09,5774,,\n2025-10,5473,-4.2,-4.2\n",
                          "[rates-agree]",
                          "data:\n  trade: {files: trade.csv, schema: {tonnes: measure,"
                          " mom: {role: rate, base: previous},"
                          " yoy: {role: rate, base: year-ago}}}\n",
                          "queries:\n  total: {from: trade}\n  again: {from: trade}\n"),
               "1 briefing.md:2:10+11 the check rates-agree has failed (2 figures)");
    assert_int_equal(folder->warnings.count, 2);
}

static void test_a_total_can_fail_under_each_of_its_groups(void **state)
{
    struct folder *folder = *state;
    assert_str(check_with(folder,
                          HEAD
                          "World,2025-10,100,,\nGermany,2025-10,60,,\nJapan,2025-10,43,,\n",
                          "[parts-within-total]", BRIEFING_DATA,
                          "queries:\n  a: {from: trade, by: partner, total: World}\n"
                          "  b: {from: trade, by: partner, total: World}\n"),
               "1 briefing.md:2:10+18 the check parts-within-total has failed (2 figures)");
    assert_int_equal(folder->warnings.count, 2);
}

/* Three partners may be off by half a tonne each, in each month and in their sum. */
static void test_sums_of_rows_are_as_uncertain_as_their_rows(void **state)
{
    static const char queries[] =
        "queries:\n  all: {from: trade, where: {partner: {not: World}}}\n";
    static const char months[] = HEAD "Germany,2025-01,10,,\nJapan,2025-01,10,,\n"
                                      "India,2025-01,10,,\nGermany,2025-02,10,,\n"
                                      "Japan,2025-02,10,,\nIndia,2025-02,10,,\n"
                                      "World,2025-02,60,,\nGermany,2025-01..02,21,,\n"
                                      "Japan,2025-01..02,21,,\n";
    str within =
        str_print(&((struct folder *)*state)->arena, "%sIndia,2025-01..02,22,,\n", months);
    str beyond =
        str_print(&((struct folder *)*state)->arena, "%sIndia,2025-01..02,23,,\n", months);
    assert_str(check_with(*state, within.at, "[to-date-adds-up]", BRIEFING_DATA, queries),
               "good");
    assert_str(check_with(*state, beyond.at, "[to-date-adds-up]", BRIEFING_DATA, queries),
               "1 briefing.md:2:10+15 the check to-date-adds-up has failed (1 figure)");
    assert_str(warning_of(*state),
               "9: \"all\" is published as 65 for January\u2013February 2025, "
               "but its parts add up to 60");
}

static void test_severities_are_known(void **state)
{
    assert_str(check(*state, BRIEFING_TRADE, "[{rates-agree: fatal}]"),
               "78 briefing.md:2:24+5 \"fatal\" is not a known rates-agree | known are: "
               "error, warning");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        folder_case(test_good_data_pass_all_checks),
        folder_case(test_parts_must_not_exceed_their_total),
        folder_case(test_sums_must_be_within_the_rounding_of_their_months),
        folder_case(test_an_issue_must_be_the_latest_month),
        folder_case(test_published_rates_must_agree_with_the_figures),
        folder_case(test_both_rates_of_a_row_can_fail),
        folder_case(test_a_total_can_fail_under_each_of_its_groups),
        folder_case(test_sums_of_rows_are_as_uncertain_as_their_rows),
        folder_case(test_severities_are_known),
    };
    return unit_run(tests);
}
