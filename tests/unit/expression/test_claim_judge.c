/* SPDX-License-Identifier: MIT */
#include "claims.h"

#include "base/buffer.h"

static void test_a_figure_is_compared_as_it_is_printed(void **state)
{
    assert_judged("of: total, figure: \"5,473 t\"",
                  "true: total was 5,473 t in October 2025");
    assert_judged("of: total, figure: \"5,474 t\"",
                  "false: total was 5,473 t in October 2025");
    assert_judged("of: us, period: 2025-09, figure: 420 t",
                  "true: us was 420.5 t in September 2025");
    assert_judged("of: us, period: 2025-09, figure: 420.6 t",
                  "false: us was 420.5 t in September 2025");
}

static void test_a_rate_is_judged_by_the_interval_of_its_figures(void **state)
{
    assert_judged("of: total.mom, figure: -5.2%",
                  "true: total.mom was −5.2% in October 2025");
    assert_judged("of: total.yoy, figure: 15.8%",
                  "true: total.yoy was 15.8% in October 2025");
    assert_judged("of: us.mom, figure: 56.1%",
                  "not decidable: us.mom was 56.0% in October 2025, but the figures behind "
                  "it are rounded: anything from 55.87% to 56.14% is possible");
    assert_judged("of: us.mom, figure: 56.4%", "false: us.mom was 56.0% in October 2025");
}

static void test_an_amount_that_the_figures_make_exactly_is_true(void **state)
{
    assert_judged("of: total.change, figure: -301 t",
                  "true: total.change was −301 t in October 2025");
    assert_judged("of: total.change, figure: -302 t",
                  "not decidable: total.change was −301 t in October 2025, but the figures "
                  "behind it are rounded: anything from −302.0 t to −300.0 t is possible");
    assert_judged("of: total.change, figure: -303 t",
                  "false: total.change was −301 t in October 2025");
}

static void test_a_published_rate_decides_where_the_base_is_not_known(void **state)
{
    assert_judged("of: earths.yoy, figure: -8.62%",
                  "true: earths.yoy was −8.62% in October 2025");
    assert_judged(
        "of: earths.yoy_computed, figure: -8.62%",
        "not decidable: \"earths.yoy_computed\": October 2024 is not in the data");
    assert_judged("of: earths.yoy, figure: -8.7%",
                  "false: earths.yoy was −8.6% in October 2025");
}

static void test_bounds_take_the_rounding_into_account(void **state)
{
    assert_judged("of: us, more-than: 655 t", "true: us was 656 t in October 2025");
    assert_judged("of: us, more-than: 656 t",
                  "not decidable: us was 656 t in October 2025, but the figures behind it "
                  "are rounded: anything from 655.5 t to 656.5 t is possible");
    assert_judged("of: us, more-than: 657 t", "false: us was 656 t in October 2025");
    assert_judged("of: us, at-least: 656 t", "true: us was 656 t in October 2025");
    assert_judged("of: us, at-most: 656 t", "true: us was 656 t in October 2025");
    assert_judged("of: us, at-least: 657 t", "false: us was 656 t in October 2025");
    assert_judged("of: us, less-than: 657 t", "true: us was 656 t in October 2025");
    assert_judged("of: us, between: [600 t, 700 t]", "true: us was 656 t in October 2025");
    assert_judged("of: us, between: [600 t, 650 t]", "false: us was 656 t in October 2025");
}

static void test_about_is_a_twentieth_or_the_last_digit(void **state)
{
    assert_judged("of: us, about: 650 t", "true: us was 656 t in October 2025");
    assert_judged("of: us, about: 600 t", "false: us was 656 t in October 2025");
    assert_judged("of: us, about: 500 t", "false: us was 656 t in October 2025");
}

static void test_units_of_a_kind_are_converted(void **state)
{
    assert_judged("of: us, figure: \"656,000 kg\"", "true: us was 656 t in October 2025");
    assert_judged("of: us, figure: \"656,400 kg\"",
                  "not decidable: us was 656 t in October 2025, but the figures behind it "
                  "are rounded: anything from 655.5 t to 656.5 t is possible");
    assert_judged("of: us, figure: 0.66 million kg", "true: us was 656 t in October 2025");
    assert_judged("of: us / total, figure: 12%",
                  "true: us / total was 0.12 in October 2025");
    assert_judged("of: us, figure: 5%", "1:37+2 the figure is in %, what is computed in t");
    assert_judged("of: us, figure: 5",
                  "1:37+1 the figure is in a plain number, what is computed in t");
}

static void test_what_is_missing_keeps_it_open(void **state)
{
    assert_judged("of: us.yoy, figure: 5%",
                  "not decidable: \"us.yoy\": October 2024 is not in the data");
    assert_judged("of: us, period: 2025-06, direction: fall",
                  "not decidable: \"us\": June 2025 is not in the data");
}

static void test_known_months_are_the_least_of_a_longer_period(void **state)
{
    assert_judged(
        "of: us, period: 2025, more-than: \"2,000 t\"",
        "true: \"us\": 2025 is not in the data; 4 of its months are known and come "
        "to at least 2,284 t");
    assert_judged("of: us, period: 2025, figure: 99 t",
                  "false: \"us\": 2025 is not in the data; 4 of its months are known and "
                  "come to at least 2,284 t");
    assert_judged(
        "of: us, period: 2025, figure: \"5,933 t\"",
        "not decidable: \"us\": 2025 is not in the data; 4 of its months are known "
        "and come to at least 2,284 t");
}

static void test_a_direction_is_that_of_a_change_or_of_a_level(void **state)
{
    assert_judged("of: total, direction: fall",
                  "true: total fell by 301 t in October 2025");
    assert_judged("of: total, direction: rise",
                  "false: total fell by 301 t in October 2025");
    assert_judged("of: us.share(total), direction: rise",
                  "true: us.share(total) rose by 4.7 pp in October 2025");
    assert_judged("of: us.share(total), direction: unchanged",
                  "false: us.share(total) rose by 4.7 pp in October 2025");
    assert_judged("of: total.yoy, direction: rise",
                  "true: total.yoy was 15.8% in October 2025");
    assert_judged("of: earths, direction: rise",
                  "true: earths rose by 343.2 t in October 2025");
    assert_judged("of: flat, period: 2025-09, direction: unchanged",
                  "not decidable: flat fell by 0.2 t in September 2025, which is within "
                  "the rounding of its figures");
    assert_judged("of: us - us, direction: unchanged",
                  "true: us - us was 0 t in October 2025");
    assert_judged("of: us - us.at(\"2025-09\") - 235.5, direction: unchanged",
                  "1:47+1 \"-\" wants two numbers of one unit, not t and a plain number");
}

/* What the source has published is a rate, and no change in tonnes. */
static void test_a_published_rate_is_no_other_change(void **state)
{
    assert_judged("of: earths.yoy, figure: -8.62%",
                  "true: earths.yoy was −8.62% in October 2025");
    assert_judged("of: earths.change_year, figure: -8.62 t",
                  "not decidable: \"earths.change_year\": October 2024 is not in the data");
    assert_judged(
        "of: earths.contribution_year(total), figure: -8.62 pp",
        "not decidable: \"earths.contribution_year\": October 2024 is not in the data");
}

static void test_an_index_is_said_in_points_or_without(void **state)
{
    assert_judged("of: 'total.index(\"2025-01\")', figure: 86.1 points",
                  "true: total.index(\"2025-01\") was 86.1 points in October 2025");
    assert_judged("of: 'total.index(\"2025-01\")', figure: 86.1",
                  "true: total.index(\"2025-01\") was 86.1 points in October 2025");
}

/* No sentence is cut, not even within a character. */
static void test_a_long_sentence_is_whole(void **state)
{
    struct buffer keys = {.arena = *state};
    buffer_add(&keys, S("needs: "));
    for (int i = 0; i < 1000; i++) {
        buffer_add(&keys, S("\u4e16"));
    }
    str found = judged(*state, str_c(*state, buffer_text(&keys)));
    assert_int_equal(found.length, strlen("not decidable: the data do not have ") + 3000);
}

static void test_a_statement_may_be_about_each_month(void **state)
{
    assert_judged("of: us, period: 2025-07..10, each: month, more-than: 400 t",
                  "true: it is so in all of the 4 months");
    assert_judged("of: us, period: 2025-07..10, each: month, more-than: 500 t",
                  "false: us was 420.5 t in September 2025");
    assert_judged("of: us, period: 2025-06..10, each: month, more-than: 400 t",
                  "not decidable: it is so in 4 of the 5 months; of the others, the first: "
                  "\"us\": June 2025 is not in the data");
}

static void test_a_weekday_needs_no_data(void **state)
{
    struct error error = {0};
    struct claims claims = {0};
    struct judgement judgement;
    struct scope scope = {0};
    assert_true(claims_parse(*state,
                             "- {id: a, says: x, weekday: Monday, date: 2026-01-12}\n"
                             "- {id: b, says: x, weekday: Monday, date: 0001-01-02}\n"
                             "- {id: c, says: x, needs: other data}\n",
                             &claims, &error));
    assert_true(claim_judge(*state, &claims.at[0], &scope, &judgement, &error));
    assert_int_equal(judgement.verdict, VERDICT_TRUE);
    assert_str(judgement.why, "12 January 2026 is a Monday");
    assert_true(claim_judge(*state, &claims.at[1], &scope, &judgement, &error));
    assert_int_equal(judgement.verdict, VERDICT_FALSE);
    assert_str(judgement.why, "2 January 1 is a Tuesday");
    assert_true(claim_judge(*state, &claims.at[2], &scope, &judgement, &error));
    assert_int_equal(judgement.verdict, VERDICT_UNDECIDABLE);
    assert_str(judgement.why, "the data do not have other data");
}

static void test_mistakes_in_the_expression_are_errors(void **state)
{
    assert_judged("of: totl, figure: 5 t",
                  "1:25+4 nothing is named \"totl\" | did you mean \"total\"?");
    assert_judged("of: total.mon, figure: 5%",
                  "1:31+3 a series has no property \"mon\" | did you mean \"mom\"?");
    assert_judged("of: partners, figure: 5 t",
                  "1:25+8 figure is said of a number or a series, not a group of series");
    assert_judged("of: us + 1 > 2, figure: 5 t",
                  "1:28+1 \"+\" wants two numbers of one unit, not t and a plain number");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_figure_is_compared_as_it_is_printed),
        unit_case(test_a_rate_is_judged_by_the_interval_of_its_figures),
        unit_case(test_an_amount_that_the_figures_make_exactly_is_true),
        unit_case(test_a_published_rate_decides_where_the_base_is_not_known),
        unit_case(test_bounds_take_the_rounding_into_account),
        unit_case(test_about_is_a_twentieth_or_the_last_digit),
        unit_case(test_units_of_a_kind_are_converted),
        unit_case(test_what_is_missing_keeps_it_open),
        unit_case(test_known_months_are_the_least_of_a_longer_period),
        unit_case(test_a_direction_is_that_of_a_change_or_of_a_level),
        unit_case(test_a_published_rate_is_no_other_change),
        unit_case(test_an_index_is_said_in_points_or_without),
        unit_case(test_a_long_sentence_is_whole),
        unit_case(test_a_statement_may_be_about_each_month),
        unit_case(test_a_weekday_needs_no_data),
        unit_case(test_mistakes_in_the_expression_are_errors),
    };
    return unit_run(tests);
}
