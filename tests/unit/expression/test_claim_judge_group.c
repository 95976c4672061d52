/* SPDX-License-Identifier: MIT */
#include "claims.h"

static void test_a_rank_is_open_while_others_are_not_known(void **state)
{
    assert_judged(
        "of: 'partners[\"Germany\"]', rank: 1",
        "not decidable: Germany, with 1,118 t, was first of those known in October "
        "2025; not known: Vietnam, which has up to 3,132 t");
    assert_judged("of: 'partners[\"South Korea\"]', rank: 2",
                  "false: South Korea was at best third in October 2025, with 569 t");
    assert_judged("of: 'partners[\"South Korea\"]', rank: 5",
                  "false: South Korea was at best third in October 2025, with 569 t");
}

static void test_a_rank_is_certain_where_all_are_known(void **state)
{
    assert_judged("of: 'partners[\"United States\"]', period: 2024-10, rank: 2",
                  "not decidable: United States, with 628 t, was second of those known in "
                  "October 2024; not known: South Korea, Vietnam, which have up to 3,382 t "
                  "together");
    assert_judged(
        "of: 'partners[\"Vietnam\"]', rank: 1",
        "not decidable: \"Vietnam\" has no value for October 2025: it is missing");
}

static void test_a_rank_is_that_of_a_member(void **state)
{
    assert_judged(
        "of: total, rank: 1",
        "1:25+5 rank is said of a member of a group | as in partners[\"Germany\"]");
    assert_judged("of: 'partners[\"Germny\"]', rank: 1",
                  "1:35+8 \"partners\" has no member \"Germny\" | did you mean "
                  "\"Germany\"?");
}

static void test_an_order_is_of_the_members_that_it_names(void **state)
{
    assert_judged(
        "of: partners, order: [Germany, United States, South Korea]",
        "true: in October 2025: Germany 1,118 t, United States 656 t, South Korea "
        "569 t");
    assert_judged("of: partners, order: [United States, Germany]",
                  "false: United States had 656 t in October 2025, Germany 1,118 t");
    assert_judged(
        "of: partners, order: [Germany, Vietnam]",
        "not decidable: \"Vietnam\" has no value for October 2025: it is missing");
    assert_judged("of: partners, order: [Germany, Germany]",
                  "not decidable: Germany had 1,118 t in October 2025, Germany 1,118 t");
}

static void test_a_top_is_an_order_with_ranks(void **state)
{
    assert_judged(
        "of: partners, top: [Germany, United States]",
        "not decidable: Germany, with 1,118 t, was first of those known in October "
        "2025; not known: Vietnam, which has up to 3,132 t");
    assert_judged(
        "of: partners, top: [Germany, South Korea]",
        "not decidable: Germany, with 1,118 t, was first of those known in October "
        "2025; not known: Vietnam, which has up to 3,132 t");
}

static void test_an_order_is_said_of_a_group(void **state)
{
    assert_judged("of: total, top: [Germany]",
                  "1:25+5 top is said of a group, not a series");
    assert_judged("of: partners, top: [Germny]",
                  "1:41+6 \"partners\" has no member \"Germny\" | did you mean "
                  "\"Germany\"?");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_rank_is_open_while_others_are_not_known),
        unit_case(test_a_rank_is_certain_where_all_are_known),
        unit_case(test_a_rank_is_that_of_a_member),
        unit_case(test_an_order_is_of_the_members_that_it_names),
        unit_case(test_a_top_is_an_order_with_ranks),
        unit_case(test_an_order_is_said_of_a_group),
    };
    return unit_run(tests);
}
