/* SPDX-License-Identifier: MIT */
#include "briefings.h"

#define QUERIES \
    "queries:\n  total: {from: trade, where: {partner: World}}\n" \
    "  partners: {from: trade, by: partner, total: World}\n"

/* Runs the checks on the data; "good", or the error. */
static str check(struct folder *folder, const char *trade, const char *checks)
{
    folder_write(folder, "trade.csv", trade);
    str front =
        str_print(&folder->arena, "checks: %s\n%s%s", checks, BRIEFING_DATA, QUERIES);
    folder->warnings.count = 0;
    bool is_good = folder_load(folder, front.at, "") &&
                   briefing_check(&folder->arena, folder->briefing, folder->facts,
                                  &folder->warnings, &folder->error);
    return is_good ? S("good") : folder_error(folder);
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
        folder_case(test_severities_are_known),
    };
    return unit_run(tests);
}
