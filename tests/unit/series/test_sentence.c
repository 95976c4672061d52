/* SPDX-License-Identifier: MIT */
#include "figures.h"

static void test_a_high_names_the_month_and_its_year_only_where_it_is_another(void **state)
{
    struct since since = {.is_high = true, .months = 9, .month = period_of("2025-01")};
    assert_str(finding_since_phrase(*state, since, period_of("2025-11")),
               "the highest since January");
    since.month = period_of("2024-11");
    assert_str(finding_since_phrase(*state, since, period_of("2025-11")),
               "the highest since November 2024");
    since.is_high = false;
    assert_str(finding_since_phrase(*state, since, period_of("2024-12")),
               "the lowest since November");
}

static void test_a_window_that_ends_early_says_at_least(void **state)
{
    struct since since = {.is_high = true, .months = 5};
    assert_str(finding_since_phrase(*state, since, period_of("2025-10")),
               "the highest in at least six months");
    since = (struct since){.months = 11};
    assert_str(finding_since_phrase(*state, since, period_of("2025-10")),
               "the lowest in at least 12 months");
    since = (struct since){.is_high = true, .month = period_of("2025-09")};
    assert_str(finding_since_phrase(*state, since, period_of("2025-10")), "");
}

static void test_a_streak_counts_from_two_and_says_when_it_may_be_longer(void **state)
{
    static const struct {
        struct streak streak;
        enum rate_base base;
        const char *phrase;
    } cases[] = {
        {{-1, 2, true}, RATE_PREVIOUS, "the second consecutive monthly fall"},
        {{-1, 2, false}, RATE_PREVIOUS, "at least the second consecutive monthly fall"},
        {{1, 3, true}, RATE_YEAR_AGO, "the third consecutive annual rise"},
        {{1, 11, false}, RATE_YEAR_AGO, "at least the 11th consecutive annual rise"},
        {{1, 4, true}, RATE_NONE, "the fourth consecutive rise"},
        {{1, 1, true}, RATE_PREVIOUS, ""},
        {{1, 1, false}, RATE_PREVIOUS, ""},
        {{0, 0, false}, RATE_PREVIOUS, ""},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(finding_streak_phrase(*state, cases[i].streak, cases[i].base),
                   cases[i].phrase);
    }
}

static void test_a_verb_suits_the_rate_as_it_is_printed(void **state)
{
    (void)state;
    static const struct {
        const char *rate, *verb;
    } cases[] = {
        {"100.01", "more than doubled"},
        {"100", "doubled"},
        {"99.99", "jumped"},
        {"19.95", "jumped"},
        {"19.94", "rose"},
        {"0.45", "rose"},
        {"0.44", "edged up"},
        {"0.05", "edged up"},
        {"0.049", "was unchanged"},
        {"0", "was unchanged"},
        {"-0.049", "was unchanged"},
        {"-0.05", "slipped"},
        {"-1.94", "slipped"},
        {"-1.95", "fell"},
        {"-19.94", "fell"},
        {"-19.95", "plunged"},
        {"-100", "plunged"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(finding_verb(number(cases[i].rate)), cases[i].verb);
    }
}

static str headline(struct arena *arena, const char *text, const char *period)
{
    return finding_headline(arena, figures(arena, text), period_of(period));
}

/* World, as known on 2025-12-20: February and March only together. */
static const char magnets[] =
    "2025-01 6357, 2025-02..03 8908.53E, 2025-04 2627, 2025-05 1238.47, 2025-06 3188, "
    "2025-07 5577, 2025-08 6145.623, 2025-09 5774, 2025-10 5473, 2025-11 6149.95, "
    "2025-12 5952";

static void test_a_headline_says_the_move_the_level_and_what_is_remarkable(void **state)
{
    static const struct {
        const char *figures, *period, *headline;
    } cases[] = {
        {magnets, "2025-10",
         "fell 5.2% to 5,473\u00A0t in October, the second consecutive monthly fall"},
        {magnets, "2025-11",
         "rose 12.4% to 6,150\u00A0t in November, the highest in at least eight months"},
        {magnets, "2025-12", "fell 3.2% to 5,952\u00A0t in December"},
        {magnets, "2025-05", "plunged 52.9% to 1,238\u00A0t in May"},
        {magnets, "2025-06", "more than doubled to 3,188\u00A0t in June"},
        {magnets, "2025-07",
         "jumped 74.9% to 5,577\u00A0t in July, the second consecutive monthly rise"},
        {"2024-11 6, 2024-12 5, 2025-01 4, 2025-02 3, 2025-03 5.325", "2025-03",
         "jumped 77.5% to 5\u00A0t in March, the highest since November 2024"},
        {"2025-06 3, 2025-07 5577, 2025-08 6146, 2025-09 6200, 2025-10 5473", "2025-10",
         "fell 11.7% to 5,473\u00A0t in October, the lowest since June"},
        {"2025-08 9, 2025-09 8, 2025-10 7", "2025-10",
         "fell 12.5% to 7\u00A0t in October, at least the second consecutive monthly fall"},
        {"2025-07 2, 2025-08 3, 2025-09 10000, 2025-10 10002", "2025-10",
         "was unchanged at 10,002\u00A0t in October"},
        {"2025-07 2, 2025-08 1, 2025-09 1000, 2025-10 1003", "2025-10",
         "edged up 0.3% to 1,003\u00A0t in October, the second consecutive monthly rise"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(headline(*state, cases[i].figures, cases[i].period), cases[i].headline);
    }
}

static void test_a_move_to_below_zero_has_no_size(void **state)
{
    assert_str(headline(*state, "2025-09 10, 2025-10 -10", "2025-10"),
               "fell to \u221210\u00A0t in October");
    assert_str(headline(*state, "2025-09 -10, 2025-10 20", "2025-10"), "");
}
static void test_a_headline_takes_the_published_rate_with_its_decimals(void **state)
{
    struct series *series = figures(*state, "2025-07 590, 2025-08 589.85, 2025-09 420.5, "
                                            "2025-10 656, 2025-11 9, 2025-12 15");
    series->rates[RATE_PREVIOUS] = figures(*state, "2025-10 56.1, 2025-12 67");
    assert_str(
        finding_headline(*state, series, period_of("2025-10")),
        "jumped 56.1% to 656\u00A0t in October, the highest in at least four months");
    assert_str(finding_headline(*state, series, period_of("2025-12")),
               "jumped 67% to 15\u00A0t in December");
}

static void test_there_is_no_headline_without_a_rate_of_a_month(void **state)
{
    assert_str(headline(*state, magnets, "2025-01"), "");
    assert_str(headline(*state, magnets, "2025-04"), "");
    assert_str(headline(*state, magnets, "2026-01"), "");
    assert_str(headline(*state, "2025-Q1 3, 2025-Q2 4", "2025-Q2"), "");
    const struct series *to_date = operator_to_date(*state, figures(*state, magnets));
    assert_str(finding_headline(*state, to_date, period_of("2025-10")), "");
}

static void test_a_per_cent_sign_stands_close(void **state)
{
    struct series *series = figures(*state, "2025-09 20, 2025-10 21");
    series->unit = S("%");
    assert_str(finding_headline(*state, series, period_of("2025-10")),
               "rose 5.0% to 21% in October");
    series->unit = S("");
    assert_str(finding_headline(*state, series, period_of("2025-10")),
               "rose 5.0% to 21 in October");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_high_names_the_month_and_its_year_only_where_it_is_another),
        unit_case(test_a_window_that_ends_early_says_at_least),
        unit_case(test_a_streak_counts_from_two_and_says_when_it_may_be_longer),
        unit_case(test_a_verb_suits_the_rate_as_it_is_printed),
        unit_case(test_a_headline_says_the_move_the_level_and_what_is_remarkable),
        unit_case(test_a_move_to_below_zero_has_no_size),
        unit_case(test_a_headline_takes_the_published_rate_with_its_decimals),
        unit_case(test_there_is_no_headline_without_a_rate_of_a_month),
        unit_case(test_a_per_cent_sign_stands_close),
    };
    return unit_run(tests);
}
