/* SPDX-License-Identifier: MIT */
#include "expressions.h"

static void test_num_prints_digits_without_unit(void **state)
{
    assert_text(*state, "total | num", "5,473");
    assert_text(*state, "total | num(0)", "5,473");
    assert_text(*state, "us.at('2025-08') | num(1)", "589.9");
    assert_text(*state, "total.mom | num(1)", "\u22125.2");
    assert_text(*state, "1 / 3 | num(6)", "0.333333");
}

static void test_amount_keeps_number_and_unit_together(void **state)
{
    assert_text(*state, "total | amount", "5,473\u00a0t");
    assert_text(*state, "us.at('2025-08') | amount(1)", "589.9\u00a0t");
    assert_text(*state, "total.mom | amount(1)", "\u22125.2%");
    assert_text(*state, "3 | amount", "3");
}

static void test_pct_multiplies_a_plain_number_by_a_hundred(void **state)
{
    assert_text(*state, "0.158 | pct", "15.8%");
    assert_text(*state, "total.yoy | pct", "15.8%");
    assert_text(*state, "total.yoy | pct(2)", "15.83%");
    assert_error(*state, "total | pct",
                 "78 1:9+3 \"pct\" wants a plain number or one in %, not t");
}

static void test_delta_says_up_down_or_unchanged(void **state)
{
    assert_text(*state, "total.mom | delta", "down 5.2%");
    assert_text(*state, "total.yoy | delta", "up 15.8%");
    assert_text(*state, "total.yoy | delta(0)", "up 16%");
    assert_text(*state, "total.change | delta", "down 301\u00a0t");
    assert_text(*state, "total.yoy - us.yoy | delta", "up 11.4\u00a0pp");
    assert_text(*state, "0.04 | delta(1)", "unchanged");
    assert_text(*state, "total.mom * 0 | delta", "unchanged");
}

static void test_a_rate_that_was_published_whole_is_printed_so(void **state)
{
    struct series *rates = series_create(*state, "rates", "2025-10 12");
    rates->unit = S("%");
    struct series *coarse = series_create(*state, "coarse", "2024-10 8, 2025-10 9");
    coarse->rates[RATE_YEAR_AGO] = rates;
    static const struct {
        const char *filter, *expected;
    } cases[] = {{"delta", "up 12%"},
                 {"signed", "+12%"},
                 {"pct", "12%"},
                 {"pct(1)", "12.0%"},
                 {"abs | pct", "12%"}};
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        struct scope scope = {.issue = period_month(2025, 10)};
        scope_add(*state, &scope, S("coarse"), value_from_series(coarse));
        struct source source = {.text =
                                    str_print(*state, "coarse.yoy | %s", cases[i].filter)};
        struct error error = {0};
        str text = {0};
        const struct expression *expression =
            expression_parse(*state, &source, 0, source.text.length, &error);
        assert_true(expression_text(*state, expression, &scope, &text, &error));
        assert_str(text, cases[i].expected);
    }
}

static void test_delta_of_a_figure_that_is_no_change_is_an_error(void **state)
{
    assert_error(*state, "total | delta",
                 "78 1:9+5 \"delta\" wants a change, this is a figure | as in total.mom or "
                 "total.change");
    assert_error(
        *state, "us.share(total) | delta",
        "78 1:19+5 \"delta\" wants a change, this is a figure | as in total.mom or "
        "total.change");
}

static void test_signed_prints_the_sign_and_the_unit(void **state)
{
    assert_text(*state, "total.yoy | signed", "+15.8%");
    assert_text(*state, "total.mom | signed", "\u22125.2%");
    assert_text(*state, "total.change_year | signed", "+748\u00a0t");
    assert_text(*state, "total.mom * 0 | signed", "0.0%");
    assert_text(*state, "3 | signed", "+3");
}

static void test_months_and_dates_have_names(void **state)
{
    assert_text(*state, "period | month", "October");
    assert_text(*state, "period | month_year", "October 2025");
    assert_text(*state, "total.max.period | month", "January");
    assert_text(*state, "as_of | month", "November");
    assert_text(*state, "as_of | month_year", "November 2025");
    assert_text(*state, "as_of | date", "20 November 2025");
}

/* The text, or the message of the error, of the filter "month" on a period. */
static str month_of(struct arena *arena, const char *text)
{
    struct scope scope = {0};
    struct period period;
    assert_true(period_parse(str_from(text), &period));
    scope_add(arena, &scope, S("p"), value_from_period(period));
    struct source source = {.text = S("p | month")};
    struct error error = {0};
    str month = {0};
    const struct expression *expression =
        expression_parse(arena, &source, 0, source.text.length, &error);
    return expression_text(arena, expression, &scope, &month, &error)
               ? month
               : str_print(arena, "error: %s", error.message);
}

static void test_month_names_longer_periods_without_their_years(void **state)
{
    static const struct {
        const char *period, *expected;
    } cases[] = {
        {"2025-01..02", "January\u2013February"},
        {"2025-Q1", "first quarter"},
        {"2025-H2", "second half"},
        {"2025-Q4", "fourth quarter"},
        {"2024-11..2025-02", "November\u2013February"},
        {"2025", "error: \"month\" wants a part of a year, this is a year"},
        {"2024-01..2025-03", "error: \"month\" wants a part of a year, this is longer"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(month_of(*state, cases[i].period), cases[i].expected);
    }
}

static void test_phrase_says_findings_in_english(void **state)
{
    assert_text(*state, "total.mom.streak | phrase", "the second consecutive monthly fall");
    assert_text(*state, "total.low | phrase", "the lowest in at least four months");
    assert_text(*state, "focus | phrase", "Germany");
}

static void test_a_streak_of_one_has_no_phrase(void **state)
{
    assert_reason(*state, "total.yoy_computed.change.streak | phrase",
                  "there is no phrase for a streak so short");
    assert_text(*state, "(total.yoy_computed.change.streak | phrase) ?? \"a turn\"",
                "a turn");
}

static void test_words_and_ordinals_are_of_whole_numbers(void **state)
{
    assert_text(*state, "3 | words", "three");
    assert_text(*state, "12 | words", "12");
    assert_text(*state, "partners['South Korea'].rank | ordinal", "third");
    assert_text(*state, "22 | ordinal", "22nd");
    assert_error(*state, "1.5 | words", "78 1:7+5 \"words\" wants a whole number from 0");
    assert_error(*state, "-1 | ordinal",
                 "78 1:6+7 \"ordinal\" wants a whole number from 0");
}

static void test_letters_change_case(void **state)
{
    assert_text(*state, "focus | upper", "GERMANY");
    assert_text(*state, "focus | lower", "germany");
    assert_text(*state, "total.low | phrase | sentence",
                "The lowest in at least four months");
    assert_text(*state, "nothing | sentence", "");
    assert_text(*state, "'\u00e9t\u00e9' | upper", "\u00c9T\u00c9");
}

static void test_abs_and_unit(void **state)
{
    assert_text(*state, "total.mom | abs | num(1)", "5.2");
    assert_text(*state, "total.mom | abs | unit", "%");
    assert_text(*state, "total | unit", "t");
    assert_text(*state, "total.mom.change | unit", "pp");
}

static void test_filters_name_what_they_want(void **state)
{
    assert_error(*state, "total | month",
                 "78 1:9+5 \"month\" wants a period or a date, this is a series");
    assert_error(*state, "3 | date", "78 1:5+4 \"date\" wants a date, this is a number");
    assert_error(*state, "period | num",
                 "78 1:10+3 \"num\" wants a number, this is a period");
    assert_error(*state, "total | upper",
                 "78 1:9+5 \"upper\" wants text, this is a series");
    assert_error(*state, "total | nun",
                 "78 1:9+3 a series has no filter \"nun\" | did you mean \"num\"?");
    assert_error(*state, "total | num('x')",
                 "78 1:13+3 \"num\" wants a number in parentheses, this is text");
    assert_error(*state, "total | num(1.5)",
                 "78 1:13+3 decimals are a whole number from 0 to 6");
    assert_error(*state, "total | num(7)",
                 "78 1:13+1 decimals are a whole number from 0 to 6");
    assert_error(*state, "focus | upper(1)", "78 1:9+5 \"upper\" takes no argument");
}

static void test_a_number_that_rounding_would_clamp_is_an_error(void **state)
{
    assert_error(*state, "1000000000000000001 | num",
                 "78 1:23+3 this number is too large to print");
    assert_text(*state, "1000000000000000000 | num", "1,000,000,000,000,000,000");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_num_prints_digits_without_unit),
        unit_case(test_amount_keeps_number_and_unit_together),
        unit_case(test_pct_multiplies_a_plain_number_by_a_hundred),
        unit_case(test_delta_says_up_down_or_unchanged),
        unit_case(test_a_rate_that_was_published_whole_is_printed_so),
        unit_case(test_delta_of_a_figure_that_is_no_change_is_an_error),
        unit_case(test_signed_prints_the_sign_and_the_unit),
        unit_case(test_months_and_dates_have_names),
        unit_case(test_month_names_longer_periods_without_their_years),
        unit_case(test_phrase_says_findings_in_english),
        unit_case(test_a_streak_of_one_has_no_phrase),
        unit_case(test_words_and_ordinals_are_of_whole_numbers),
        unit_case(test_letters_change_case),
        unit_case(test_abs_and_unit),
        unit_case(test_filters_name_what_they_want),
        unit_case(test_a_number_that_rounding_would_clamp_is_an_error),
    };
    return unit_run(tests);
}
