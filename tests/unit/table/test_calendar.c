/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "table/calendar.h"

static str read(struct arena *arena, const char *text)
{
    struct period period;
    return calendar_parse(str_from(text), &period) ? period_print(arena, period) : S("no");
}

static void test_every_spelling_of_a_month_is_that_month(void **state)
{
    static const char *const texts[] = {
        "2025-10",    "202510",       "2025/10",    "2025.10",    "2025M10",   "2025-M10",
        "2025年10月", "October 2025", "Oct 2025",   "Oct-25",     "oct. 2025", "2025 Oct",
        "2025-Oct",   "20251001",     "2025-10-01", "2025/10/01", " 202510 ",  "OCT 25",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_str(read(*state, texts[i]), "2025-10");
    }
    assert_str(read(*state, "January 2014"), "2014-01");
    assert_str(read(*state, "Sept-98"), "1998-09");
    assert_str(read(*state, "2025年1月"), "2025-01");
    assert_str(read(*state, "1960M01"), "1960-01");
}

static void test_longer_periods_are_read(void **state)
{
    assert_str(read(*state, "2025"), "2025");
    assert_str(read(*state, "202552"), "2025");
    assert_str(read(*state, "2025年"), "2025");
    assert_str(read(*state, "2010 [YR2010]"), "2010");
    assert_str(read(*state, "2025-Q4"), "2025-Q4");
    assert_str(read(*state, "2025Q4"), "2025-Q4");
    assert_str(read(*state, "Q4 2025"), "2025-Q4");
    assert_str(read(*state, "2020-S1"), "2020-H1");
    assert_str(read(*state, "2020S2"), "2020-H2");
    assert_str(read(*state, "2025年1-2月"), "2025-01..02");
    assert_str(read(*state, "2025-01..10"), "2025-01..10");
    assert_str(read(*state, "Jan-Feb 2025"), "2025-01..02");
    assert_str(read(*state, "Jan.\u2013Feb. 2025"), "2025-01..02");
    assert_str(read(*state, "January to October 2025"), "2025-01..10");
    assert_str(read(*state, "January - December 2025"), "2025");
}

static void test_what_is_no_period_is_refused(void **state)
{
    static const char *const texts[] = {
        "",           "2016.1",   "2016-3",         "201613",
        "2025-13",    "2020-W05", "2020W05",        "20251017",
        "2025-10-17", "10/2025",  "20252",          "2024-2025",
        "May",        "Q5 2025",  "2025-Q5",        "2025年13月",
        "WORLD",      "0000-01",  "TOTAL",          "Feb-Jan 2025",
        "2025-S3",    "Ju-25",    "2010 [YR20100]",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_str(read(*state, texts[i]), "no");
    }
}

static void assert_hint(const char *text, const char *hint)
{
    struct error error = {0};
    error_set(&error, ERROR_DATA, "no period");
    calendar_hint(str_from(text), &error);
    assert_string_equal(error.hint, hint);
}

static void test_a_hint_says_why_a_text_is_no_period(void **state)
{
    (void)state;
    assert_hint("2016.1", "the month has one digit: .1 can be January, or October after a "
                          "spreadsheet took its zero");
    assert_hint("2020-W05", "weeks do not add up to months");
    assert_hint("2025-10-17", "days are not read; the first of a month stands for it");
    assert_hint("20251017", "days are not read; the first of a month stands for it");
    assert_hint("soon",
                "periods are written 2025-10, 202510, Oct-25, 2025-Q4, 2025-H1, 2025 "
                "or 2025-01..10");
}

static void test_months_have_names_and_numbers(void **state)
{
    (void)state;
    int month;
    assert_true(calendar_month(S("Jan"), &month) && month == 1);
    assert_true(calendar_month(S("december"), &month) && month == 12);
    assert_true(calendar_month(S("07"), &month) && month == 7);
    assert_true(calendar_month(S("9月"), &month) && month == 9);
    assert_false(calendar_month(S("Year"), &month));
    assert_false(calendar_month(S("13"), &month));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_every_spelling_of_a_month_is_that_month),
        unit_case(test_longer_periods_are_read),
        unit_case(test_what_is_no_period_is_refused),
        unit_case(test_a_hint_says_why_a_text_is_no_period),
        unit_case(test_months_have_names_and_numbers),
    };
    return unit_run(tests);
}
