/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "table/numeral.h"

/* What the text says with that decimal mark ('?' for none given), or "no". */
static str read(struct arena *arena, const char *text, char mark)
{
    struct decimal number;
    char used;
    bool is_read = numeral_parse(str_from(text), mark == '?' ? '\0' : mark, &number, &used);
    return is_read ? decimal_print(arena, number) : S("no");
}

static void test_what_can_be_read_in_one_way_needs_no_decimal_mark(void **state)
{
    static const struct {
        const char *text, *number;
    } cases[] = {
        {"1234.5", "1234.5"},       {"-7", "-7"},
        {"\u22127", "-7"},          {"+7", "7"},
        {"1,234,567", "1234567"},   {"1,234,567.8", "1234567.8"},
        {"1.234.567", "1234567"},   {"1.234.567,8", "1234567.8"},
        {"1 234 567", "1234567"},   {"1 234,5", "1234.5"},
        {"1\u00A0234", "1234"},     {"1\u202F234,50", "1234.50"},
        {"1\u2009234", "1234"},     {"1'234.5", "1234.5"},
        {"1\u2019234", "1234"},     {"12,5", "12.5"},
        {"0,125", "0.125"},         {"1234,567", "1234.567"},
        {"1.234", "1.234"},         {"   1,234.5 ", "1234.5"},
        {"\u00A0 42\u3000", "42"},  {"=\"0042\"", "42"},
        {"'850'", "850"},           {"12,34,567", "1234567"},
        {"1,00,000.5", "100000.5"},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        assert_str(read(*state, cases[i].text, '?'), cases[i].number);
    }
}

static void test_what_is_no_number_is_refused(void **state)
{
    static const char *const texts[] = {
        "",         "twelve",   "1,234",  "1,23,45",   "12,34.5",       "1.2.3",
        "1,234,56", "1234,5,6", "1 2345", "1,234 567", "1,234.567.890", ".5",
        "5.",       "1e5",      "--1",    "0,123,456", "1''234",        "1,",
    };
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        assert_str(read(*state, texts[i], '?'), "no");
    }
}

static void test_a_given_decimal_mark_decides(void **state)
{
    assert_str(read(*state, "1,234", '.'), "1234");
    assert_str(read(*state, "1,234", ','), "1.234");
    assert_str(read(*state, "1.234", ','), "1234");
    assert_str(read(*state, "12,5", '.'), "no");
    assert_str(read(*state, "12.5", ','), "no");
}

static void test_only_one_comma_is_ambiguous(void **state)
{
    (void)state;
    assert_true(numeral_is_ambiguous(S("1,234")));
    assert_true(numeral_is_ambiguous(S(" -12,345 ")));
    assert_false(numeral_is_ambiguous(S("12,34")));
    assert_false(numeral_is_ambiguous(S("1,234,567")));
    assert_false(numeral_is_ambiguous(S("1.234")));
}

static void test_more_digits_than_fit_are_no_number(void **state)
{
    assert_str(read(*state, "999,999,999,999,999,999,999,999,999,999,999,999,999", '.'),
               "no");
    assert_str(read(*state, "170,141,183,460,469,231,731,687,303,715,884,105,727", '.'),
               "170141183460469231731687303715884105727");
}

static void test_marks_of_nothing_are_missing_or_suppressed_and_never_numbers(void **state)
{
    static const char *const missing[] = {
        "",   "-",   "\u2014", "..",  "...", "\u2026", ":",    "?",
        "NA", "N/A", "#N/A",   "NaN", "n/a", "null",   "n.a.", "  NA ",
    };
    (void)state;
    for (size_t i = 0; i < COUNT_OF(missing); i++) {
        assert_true(numeral_is_missing(str_from(missing[i])));
        assert_false(numeral_is_suppressed(str_from(missing[i])));
    }
    assert_true(numeral_is_suppressed(S("x")));
    assert_true(numeral_is_suppressed(S("c")));
    assert_false(numeral_is_missing(S("0")));
    assert_false(numeral_is_missing(S("x")));
}

static void test_flags_stand_behind_numbers(void **state)
{
    (void)state;
    str rest;
    assert_str(numeral_flag(S("628 e"), &rest), "e");
    assert_str(rest, "628");
    assert_str(numeral_flag(S("290.1 bp "), &rest), "bp");
    assert_str(rest, "290.1");
    assert_str(numeral_flag(S(": m"), &rest), "m");
    assert_str(rest, ":");
    assert_str(numeral_flag(S("301.2 "), &rest), "");
    assert_str(rest, "301.2");
    assert_str(numeral_flag(S("NA"), &rest), "");
    assert_str(rest, "NA");
}

static void test_a_hint_says_why_what_is_nearly_a_number_is_none(void **state)
{
    static const char *const odd[] = {"1.5E+06", "2e3",  "$5.50", "5 \u20AC",
                                      "US$ 5",   "5.2%", "(5)",   "1,234-"};
    static const char *const plain[] = {"12", "E10", "EU27", "$", "%",
                                        "()", "a-",  "",     "2E"};
    (void)state;
    for (size_t i = 0; i < COUNT_OF(odd); i++) {
        assert_non_null(numeral_oddity(str_from(odd[i])));
    }
    for (size_t i = 0; i < COUNT_OF(plain); i++) {
        assert_null(numeral_oddity(str_from(plain[i])));
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_what_can_be_read_in_one_way_needs_no_decimal_mark),
        unit_case(test_what_is_no_number_is_refused),
        unit_case(test_a_given_decimal_mark_decides),
        unit_case(test_only_one_comma_is_ambiguous),
        unit_case(test_more_digits_than_fit_are_no_number),
        unit_case(test_marks_of_nothing_are_missing_or_suppressed_and_never_numbers),
        unit_case(test_flags_stand_behind_numbers),
        unit_case(test_a_hint_says_why_what_is_nearly_a_number_is_none),
    };
    return unit_run(tests);
}
