/* SPDX-License-Identifier: MIT */
#include "validating.h"

#include "table/inspect.h"

static const char older[] = "partner,period,t\nA,2025-01,10\nA,2025-02,20\nB,2025-01,5\n"
                            "B,2025-02,\nA,2024-12,7\nC,2025-02,4\n";

static void test_revised_figures_are_listed_the_largest_difference_first(void **state)
{
    const struct validation *validation =
        validating_since(state, older,
                         "partner,period,t\nC,2025-02,4\nA,2025-01,11\nA,2025-02,12.5\n"
                         "B,2025-01,5.0\nB,2025-02,3\nA,2024-12,7\n");
    assert_str(notices_of(validation, NOTICE_REVISED),
               "4: A 2025-02: t 20, now 12.5 (-7.5); see 3\n"
               "6: B 2025-02: t missing, now 3; see 5\n"
               "3: A 2025-01: t 10, now 11 (+1); see 2\n");
    assert_int_equal(validation->comparison.matched_count, 6);
    assert_str(inspect_comparison(*state, validation), "6 rows in both, 3 figures revised");
}

static void test_what_came_and_went_is_told_from_months_that_only_one_file_has(void **state)
{
    const struct validation *validation =
        validating_since(state, older,
                         "partner,period,t\nA,2025-01,10\nA,2025-02,20\nB,2025-02,\n"
                         "C,2025-01,3\nA,2025-03,9\nC,2025-02,4\n");
    assert_str(notices_of(validation, NOTICE_GONE), "4: B 2025-01: t 5\n");
    assert_str(notices_of(validation, NOTICE_ADDED), "5: C 2025-01: t 3\n");
    assert_str(notices_of(validation, NOTICE_REVISED), "");
    assert_str(inspect_comparison(*state, validation),
               "4 rows in both, 1 gone, 1 added, 1 of periods that the older one lacks, "
               "1 in the older one alone, of periods that this one lacks");
}

static void test_all_measures_have_their_turn(void **state)
{
    const struct validation *validation =
        validating_since(state, "period,t,usd\n2025-01,1,1000\n2025-02,2,2000\n",
                         "period,t,usd\n2025-01,2,9000\n2025-02,4,2001\n");
    assert_str(notices_of(validation, NOTICE_REVISED),
               "3: 2025-02: t 2, now 4 (+2); see 3\n"
               "2: 2025-01: usd 1000, now 9000 (+8000); see 2\n"
               "2: 2025-01: t 1, now 2 (+1); see 2\n"
               "3: 2025-02: usd 2000, now 2001 (+1); see 3\n");
}

static str refusal(void **state, const char *csv, const char *before)
{
    struct error error = {0};
    assert_false(validation_can_compare(loading_table(state, NULL, csv),
                                        loading_table(state, NULL, before), &error));
    assert_int_equal(error.kind, ERROR_DATA);
    str text = str_from(error.message);
    return str_copy(*state, str_slice(text, 0, str_find(text, '/')));
}

static void test_only_tables_of_the_same_kind_are_compared(void **state)
{
    assert_str(refusal(state, "partner,period,t\nA,2025-01,1\n", "period,t\n2025-01,1\n"),
               "there is no dimension \"partner\", which ");
    assert_str(refusal(state, "period,t\n2025-01,1\n", "partner,period,t\nA,2025-01,1\n"),
               "there is no dimension \"partner\", which ");
    assert_str(refusal(state, "period,t\n2025-01,1\n", "period,kg\n2025-01,1\n"),
               "it has no measure that ");
    assert_str(refusal(state, "name,t\nA,1\n", "period,t\n2025-01,1\n"),
               "only tables with periods can be compared");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_revised_figures_are_listed_the_largest_difference_first),
        unit_case(test_what_came_and_went_is_told_from_months_that_only_one_file_has),
        unit_case(test_all_measures_have_their_turn),
        unit_case(test_only_tables_of_the_same_kind_are_compared),
    };
    return unit_run(tests);
}
