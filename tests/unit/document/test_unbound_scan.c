/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "base/language.h"
#include "document/unbound.h"

/* The numbers of a text that count, with bars between them. */
static str found_in(struct arena *arena, const char *tag, const char *text)
{
    struct unbound_scan scan = {.text = str_from(text),
                                .language = language_find(str_from(tag))};
    str list = {0};
    for (str number; (number = unbound_next(&scan)).length;) {
        list = str_print(arena, "%.*s%s%.*s", STR_ARG(list), list.length ? "|" : "",
                         STR_ARG(number));
    }
    return list;
}

#define assert_found(text, expected) assert_str(found_in(*state, "en", text), expected)

static void test_figures_count(void **state)
{
    assert_found("5,473 t after 5,774.25 t, up 5.2%.", "5,473|5,774.25|5.2");
    assert_found("(17 elements)", "17");
    assert_found("17-element list, the 20th, 3x", "17|20|3");
    assert_found("US$26.74 and $2025", "26.74|2025");
    assert_found("at 11:30, 1.2.3", "11:30|1.2.3");
    assert_found("7", "7");
    assert_found("a\nb 12\nc", "12");
    assert_found("", "");
    assert_found("no digits", "");
}

static void test_years_do_not_but_amounts_like_them_do(void **state)
{
    assert_found("in 2025, 1999 and (2026); 1899 or 2100", "1899|2100");
    assert_found("2025 t, 2025%, 2025\u00a0kg and 2,025", "2025|2025|2025|2,025");
    assert_found("2025-26, 2025\u201326, 2024/2025 and 2025-7", "7");
    assert_found("12025 and 2025.5", "12025|2025.5");
}

static void test_dates_and_periods_do_not(void **state)
{
    assert_found("2025-10, 2025-10-20. 2025-Q1; 2025-01..10, 2025-H1", "");
    assert_found("on 20 November 2025 and November 20, in Nov 3", "");
    assert_found("20\u00a0November", "");
    assert_found("40 November, 20 Novembers", "40|20");
    assert_found("November 5 t", "5");
    assert_str(found_in(*state, "de", "am 20. November und 3. M\u00e4rz, 4. Rang"), "4");
    assert_str(found_in(*state, "fr", "le 20 octobre, 5 t"), "5");
    assert_str(found_in(*state, "ja", "2025年10月20日は17元素、5トン"), "17|5");
}

static void test_what_belongs_to_a_name_does_not(void **state)
{
    assert_found("G7, CO2, H1 and COVID-19; HS8505", "");
    assert_found("the -19 and a - 5", "19|5");
    assert_found("https://x.org/123?4=5 a1@b2.c www.7.org", "");
}

static void test_codes_after_hs_do_not(void **state)
{
    assert_found("(HS 85051110), 5 t", "5");
    assert_found("HS 280530 and 2846, of 17", "17");
    assert_found("HS 280530, 2846 or 8505 were 12", "12");
    assert_found("HS-Code 8505", "");
    assert_found("HS 8505.11 and 2805.30.10, of 17.5", "17.5");
    assert_found("HS codes 8505.11.10 and 2846, HS chapter 28 of 28 t", "28");
    assert_found("HS 8505 and 5473.2", "5473.2");
    assert_found("HSBC 8505", "8505");
}

static void test_marks_of_footnotes_do_not(void **state)
{
    assert_found("known[1] and [^2] but [3 t]", "3");
}

static void test_gaps_for_values_hold_words_apart(void **state)
{
    assert_found("\x01 5 and HS \x01, 6", "5|6");
    assert_found("\x01November 20", "20");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_figures_count),
        unit_case(test_years_do_not_but_amounts_like_them_do),
        unit_case(test_dates_and_periods_do_not),
        unit_case(test_what_belongs_to_a_name_does_not),
        unit_case(test_codes_after_hs_do_not),
        unit_case(test_marks_of_footnotes_do_not),
        unit_case(test_gaps_for_values_hold_words_apart),
    };
    return unit_run(tests);
}
