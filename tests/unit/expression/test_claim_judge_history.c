/* SPDX-License-Identifier: MIT */
#include "claims.h"

static void test_a_high_reaches_back_to_the_month_that_was_higher(void **state)
{
    assert_judged("of: total, period: 2025-08, highest-since: 2025-01",
                  "true: total was 6,146 t in August 2025, after 6,357 t in January 2025");
    assert_judged(
        "of: total, period: 2025-08, highest-since: 2025-04",
        "false: total was 6,146 t in August 2025, the highest since January 2025");
    assert_judged("of: total, lowest-since: 2025-06",
                  "true: total was 5,473 t in October 2025, after 3,188 t in June 2025");
    assert_judged(
        "of: total, lowest-since: 2025-05",
        "false: total was 5,473 t in October 2025, but already 3,188 t in June 2025");
}

static void test_a_high_with_a_hole_in_its_window_is_open(void **state)
{
    assert_judged("of: us, highest-since: 2025-04",
                  "not decidable: us was the highest of the months that are known; not "
                  "known: April 2025, May 2025, June 2025");
    assert_judged("of: us, highest-since: 2025-06",
                  "not decidable: us was 656 t in October 2025, the highest in 4 months; "
                  "June 2025 is not known");
    assert_judged("of: us, highest-since: 2024-10",
                  "not decidable: us was the highest of the months that are known; not "
                  "known: October 2024, November 2024, December 2024, January 2025 and 5 "
                  "more");
    assert_judged("of: us, highest-since: 2025-08",
                  "false: us was 656 t in October 2025, the highest in at least 4 months");
}

static void test_a_high_by_less_than_the_rounding_is_open(void **state)
{
    assert_judged("of: flat, highest-in: 2",
                  "not decidable: flat was 380 t in October 2025, and 379.8 t in September "
                  "2025: which is the highest, their rounding does not tell");
    assert_judged("of: flat, lowest-since: 2025-09",
                  "not decidable: flat was 380 t in October 2025, and 379.8 t in September "
                  "2025: which is the lowest, their rounding does not tell");
}

static void test_a_high_in_so_many_months_counts_its_own(void **state)
{
    assert_judged("of: total, period: 2025-08, highest-in: 7",
                  "true: total was 6,146 t in August 2025, the highest in 7 months");
    assert_judged("of: total, period: 2025-08, highest-in: 8",
                  "false: total was 6,146 t in August 2025, but already 6,357 t in January "
                  "2025");
    assert_judged("of: us, highest-in: 9",
                  "not decidable: us was the highest of the months that are known; not "
                  "known: February 2025, March 2025, April 2025, May 2025 and 1 more");
    assert_judged("of: total, lowest-in: 4",
                  "true: total was 5,473 t in October 2025, the lowest in 4 months");
}

static void test_a_run_counts_up_to_the_period(void **state)
{
    assert_judged("of: total.mom, falls-in-a-row: 2",
                  "true: total.mom: the second fall in a row in October 2025; August 2025 "
                  "brought a rise");
    assert_judged("of: total, falls-in-a-row: 2",
                  "true: total: the second fall in a row in October 2025; August 2025 "
                  "brought a rise");
    assert_judged("of: total.mom, falls-in-a-row: 3",
                  "false: total.mom: the second fall in a row in October 2025; August 2025 "
                  "brought a rise");
    assert_judged("of: total.mom, rises-in-a-row: 2",
                  "false: total.mom has a fall in October 2025");
    assert_judged("of: us.mom, falls-in-a-row: 3, period: 2025-09",
                  "not decidable: us.mom: the second fall in a row in September 2025; July "
                  "2025 is not known");
    assert_judged("of: us.mom, falls-in-a-row: 1, period: 2025-09",
                  "false: us.mom: the second fall in a row in September 2025; July 2025 is "
                  "not known");
}

static void test_a_first_comes_after_the_other_sign(void **state)
{
    assert_judged("of: us.mom, first-rise-in: 3",
                  "not decidable: us.mom: the rise in October 2025 is the first in 3 "
                  "periods; July 2025 is not known");
    assert_judged("of: us.mom, first-rise-in: 2",
                  "false: us.mom: the rise in October 2025 is the first in 3 periods; July "
                  "2025 is not known");
    assert_judged("of: total.mom, period: 2025-09, first-fall-in: 4",
                  "true: total.mom: the fall in September 2025 is the first in 4 periods; "
                  "May 2025 brought a fall");
    assert_judged("of: total.mom, first-rise-in: 3",
                  "false: total.mom has a fall in October 2025");
}

static void test_history_is_that_of_a_series(void **state)
{
    assert_judged("of: total.at(\"2025-09\"), highest-in: 3",
                  "1:25+19 highest-in is said of a series, not a number");
    assert_judged("of: total.ytd, highest-in: 3",
                  "1:25+9 a sum since January grows until December: it has no highs");
    assert_judged("of: us, period: 2025-05, highest-in: 3",
                  "not decidable: \"us\": May 2025 is not in the data");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_high_reaches_back_to_the_month_that_was_higher),
        unit_case(test_a_high_with_a_hole_in_its_window_is_open),
        unit_case(test_a_high_by_less_than_the_rounding_is_open),
        unit_case(test_a_high_in_so_many_months_counts_its_own),
        unit_case(test_a_run_counts_up_to_the_period),
        unit_case(test_a_first_comes_after_the_other_sign),
        unit_case(test_history_is_that_of_a_series),
    };
    return unit_run(tests);
}
