/* SPDX-License-Identifier: MIT */
#include "expressions.h"

static void test_a_finding_is_the_sentence_of_the_most_salient_one(void **state)
{
    assert_text(
        *state, "total.finding",
        "Total rose 15.8% in October from a year earlier, to 5,473\u00a0t, and has "
        "been above the level of a year before for at least three months in a row.");
    assert_text(
        *state, "total.finding(\"streak_month\")",
        "Total fell 5.2% to 5,473\u00a0t in October, the second consecutive monthly "
        "fall.");
    assert_text(*state, "total.finding(\"change_year\")",
                "Total rose 15.8% in October from a year earlier, to 5,473\u00a0t.");
    assert_text(*state, "monthly.finding(\"since\") ?? \"none\"", "none");
    assert_text(*state, "monthly.finding(\"record\")",
                "Monthly reached 120\u00a0t in October, a record in data that begin in "
                "January 2024.");
}

static void test_members_and_groups_have_findings_too(void **state)
{
    assert_text(
        *state, "partners[\"United States\"].finding(\"change_month\")",
        "United States jumped 56.0% in October from a month earlier, to 656\u00a0t.");
    assert_text(*state, "partners.leader.finding(\"change\")",
                "Germany jumped 55.9% in October from a year earlier, to 1,118\u00a0t.");
    assert_text(*state, "partners.finding(\"overtakes\")",
                "United States overtook South Korea in October, with 656\u00a0t against "
                "569\u00a0t.");
}

static void test_what_is_withheld_is_none_with_its_reason(void **state)
{
    assert_reason(*state, "us.finding(\"change_month\")",
                  "us.change_month is withheld: September 2025 is not in the data");
    assert_reason(*state, "holes.finding",
                  "\"holes\" has no value for October 2025: it is missing");
    assert_reason(*state, "from_zero.finding(\"record\")",
                  "there is no such finding about \"from_zero\"");
}

static void test_findings_are_about_queries_and_of_known_kinds(void **state)
{
    assert_error(*state, "total.mom.finding",
                 "78 1:11+7 \"finding\" wants a query, \"total.mom\" is computed");
    assert_error(*state, "total.finding(\"recrd\")",
                 "78 1:15+7 there is no kind of finding \"recrd\" | did you mean "
                 "\"record\"?");
}

static void test_a_title_is_the_headline_behind_its_subject(void **state)
{
    assert_text(
        *state, "total.title",
        "Total fell 5.2% to 5,473\u00a0t in October, the second consecutive monthly "
        "fall");
    assert_reason(*state, "holes.title",
                  "\"holes\" has no value for October 2025: it is missing");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_finding_is_the_sentence_of_the_most_salient_one),
        unit_case(test_members_and_groups_have_findings_too),
        unit_case(test_what_is_withheld_is_none_with_its_reason),
        unit_case(test_findings_are_about_queries_and_of_known_kinds),
        unit_case(test_a_title_is_the_headline_behind_its_subject),
    };
    return unit_run(tests);
}
