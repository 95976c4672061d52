/* SPDX-License-Identifier: MIT */
#include "claims.h"

static void test_a_wrong_figure_is_found_in_another_series(void **state)
{
    assert_judged("of: total, figure: \"4,343.5 t\"",
                  "wrong series: total was 5,473 t in October 2025; 4,343.5 t is earths in "
                  "October 2025");
    assert_judged(
        "of: total.yoy, figure: -8.62%",
        "wrong series: total.yoy was 15.83% in October 2025; -8.62% is earths.yoy in "
        "October 2025");
    assert_judged("of: total, figure: \"1,118 t\"",
                  "wrong series: total was 5,473 t in October 2025; 1,118 t is "
                  "partners[\"Germany\"] in October 2025");
    assert_judged(
        "of: 'partners[\"Germany\"]', figure: 656 t",
        "wrong series: partners[\"Germany\"] was 1,118 t in October 2025; 656 t is us "
        "in October 2025");
    assert_judged("of: 'partners[\"Germany\"].share(total)', figure: 12.0%",
                  "wrong series: partners[\"Germany\"].share(total) was 20.4% in October "
                  "2025; 12.0% is us.share(total) in October 2025");
}

static void test_a_whole_group_has_no_other_series_in_its_place(void **state)
{
    assert_judged("of: partners.leader, figure: 656 t",
                  "false: partners.leader was 1,118 t in October 2025");
}

static void test_figures_of_few_digits_are_met_by_chance(void **state)
{
    assert_judged("of: total.mom, figure: 56%",
                  "false: total.mom was −5.2% in October 2025");
    assert_judged("of: total.mom, figure: 56%, series-candidates: [earths, us]",
                  "wrong series: total.mom was −5.2% in October 2025; 56% is us.mom in "
                  "October 2025");
    assert_judged("of: total, figure: \"4,343.5 t\", series-candidates: [us]",
                  "false: total was 5,473 t in October 2025");
}

static void test_a_wrong_figure_is_found_at_another_period(void **state)
{
    assert_judged(
        "of: us, period: 2025, figure: 590 t",
        "false: \"us\": 2025 is not in the data; 4 of its months are known and come to at "
        "least 2,284 t; 590 t is us in August 2025");
    assert_judged("of: us, period: 2025-06, figure: 619 t",
                  "not decidable: \"us\": June 2025 is not in the data");
    assert_judged("of: us, period: 2025-09, figure: 590 t",
                  "false: us was 420.5 t in September 2025; 590 t is us in August 2025");
    assert_judged("of: total, figure: \"4,725 t\"",
                  "false: total was 5,473 t in October 2025; 4,725 t is total in October "
                  "2024");
    assert_judged(
        "of: total, period: 2025-02..03, figure: 100 t",
        "false: \"total\": February–March 2025 is not in the data; 2 of its months "
        "are known and come to at least 8,908 t");
}

static void test_candidates_are_series(void **state)
{
    assert_judged("of: total, figure: 1 t, series-candidates: [partners]",
                  "1:65+8 no series is named \"partners\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_wrong_figure_is_found_in_another_series),
        unit_case(test_a_whole_group_has_no_other_series_in_its_place),
        unit_case(test_figures_of_few_digits_are_met_by_chance),
        unit_case(test_a_wrong_figure_is_found_at_another_period),
        unit_case(test_candidates_are_series),
    };
    return unit_run(tests);
}
