/* SPDX-License-Identifier: MIT */
/* Formats print what d3-format and d3-time-format 4 print. */
#include "unit.h"

#include "base/compiler.h"
#include "grammar/clock.h"
#include "grammar/format.h"

#include <math.h>

struct example {
    const char *specifier;
    double number;
    const char *text;
};

static void check_all(struct arena *arena, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        str text =
            format_number(arena, NULL, str_from(examples[i].specifier), examples[i].number);
        if (!str_equal(text, str_from(examples[i].text))) {
            fail_msg("\"%s\" of %g is %.*s, expected %s", examples[i].specifier,
                     examples[i].number, STR_ARG(text), examples[i].text);
        }
    }
}

static void test_the_examples_of_the_documentation(void **state)
{
    static const struct example examples[] = {
        {".0%", 0.123, "12%"},
        {"($.2f", -3.5, "($3.50)"},
        {"+20", 42, "                 +42"},
        {".^20", 42, ".........42........."},
        {".2s", 42e6, "42M"},
        {"#x", 48879, "0xbeef"},
        {",.2r", 4223, "4,200"},
        {"s", 1500, "1.50000k"},
        {"~s", 1500, "1.5k"},
        {".2", 42, "42"},
        {".2", 4.2, "4.2"},
        {".1", 42, "4e+1"},
        {".1", 4.2, "4"},
        {"s", 0.00042, "420.000\u00B5"},
        {".3s", 0.0042, "4.20m"},
        {".3s", 4200, "4.20k"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_numbers_are_grouped_and_padded(void **state)
{
    static const struct example examples[] = {
        {",d", 1234567, "1,234,567"}, {"01,d", 123, "123"},
        {"08,d", 1234, "0,001,234"},  {"010,d", 1234, "00,001,234"},
        {"*<8", 12.5, "12.5****"},    {"=+8d", 12, "+     12"},
        {",.1f", 999.95, "1,000.0"},  {" >10.1f", 3.25, "       3.3"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_halves_go_away_from_zero_as_the_double_is(void **state)
{
    static const struct example examples[] = {
        {".0f", 0.5, "1"},       {".0f", 1.5, "2"},      {".0f", 2.5, "3"},
        {"d", 2.5, "3"},         {".2f", 1.005, "1.00"}, {".0f", -2.5, "\u22123"},
        {".1e", 1.25, "1.3e+0"}, {".1r", 0.049, "0.05"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_signs(void **state)
{
    static const struct example examples[] = {
        {"+d", 1, "+1"},       {"+d", -1, "\u22121"}, {"+d", 0, "+0"},
        {" d", 1, " 1"},       {"d", -0.4, "0"},      {"+.1f", -0.04, "\u22120.0"},
        {".1f", -0.04, "0.0"}, {"(d", -5, "(5)"},     {"+.1%", 0.052, "+5.2%"},
    };
    check_all(*state, examples, COUNT_OF(examples));
}

static void test_types(void **state)
{
    static const struct example examples[] = {
        {"b", 10, "1010"},
        {"o", 8, "10"},
        {"X", 48879, "BEEF"},
        {"#b", 3, "0b11"},
        {"c", 4.25, "4.25"},
        {"e", 1234.5, "1.234500e+3"},
        {"~e", 1200, "1.2e+3"},
        {"g", 0.0000001, "1.00000e-7"},
        {"n", 12345.678, "12,345.7"},
        {".3p", 0.12345, "12.3%"},
        {"r", 0, "0"},
        {"", 0.1 + 0.2, "0.3"},
        {"", 1e21, "1e+21"},
        {",d", 1e21, "1,000,000,000,000,000,000,000"},
        {"f", HUGE_VAL, "Infinity"},
        {".1f", -HUGE_VAL, "\u2212Infinity"},
    };
    check_all(*state, examples, COUNT_OF(examples));
    assert_str(format_number(*state, NULL, S(".1f"), (double)NAN), "NaN");
}

static void test_what_is_no_specifier_is_known(void **state)
{
    (void)state;
    assert_true(format_number_is_valid(S("")));
    assert_true(format_number_is_valid(S("$,.2~f")));
    assert_true(format_number_is_valid(S("→^8")));
    assert_false(format_number_is_valid(S("z")));
    assert_false(format_number_is_valid(S(".f")));
    assert_false(format_number_is_valid(S(",.1f t")));
}

static void test_marks_are_those_of_the_language(void **state)
{
    const struct language *german = language_find(S("de"));
    const struct language *french = language_find(S("fr"));
    assert_str(format_number(*state, german, S(",.1f"), 5473.2), "5.473,2");
    assert_str(format_number(*state, french, S(",.1f"), -5473.2), "\u22125\u202F473,2");
    assert_str(format_time(*state, german, S("%d. %B %Y, %a"), clock_day(2025, 2, 4)),
               "04. März 2025, Di");
    assert_str(format_time(*state, language_find(S("ja")), S("%b"), clock_day(2025, 9, 1)),
               "10月");
}

static struct ratio fraction(int64_t numerator, int64_t denominator)
{
    return ratio_divide(ratio_from(numerator), ratio_from(denominator));
}

static void test_exact_numbers_are_rounded_once(void **state)
{
    str text;
    assert_true(format_exact(*state, NULL, S(".2f"), fraction(1005, 1000), &text));
    assert_str(text, "1.01"); /* the double is a little less */
    assert_true(format_exact(*state, NULL, S(",.0f"), fraction(-5, 2), &text));
    assert_str(text, "\u22123");
    assert_true(format_exact(*state, NULL, S("+.1%"), fraction(-52, 1000), &text));
    assert_str(text, "\u22125.2%");
    assert_true(format_exact(*state, NULL, S(","), fraction(12345678, 1000), &text));
    assert_str(text, "12,345.678");
    assert_true(format_exact(*state, NULL, S(""), fraction(2, 3), &text));
    assert_str(text, "0.666666666667");
    assert_true(format_exact(*state, NULL, S(".1f"), fraction(-1, 100), &text));
    assert_str(text, "0.0");
    assert_false(format_exact(*state, NULL, S(".2s"), fraction(1, 2), &text));
}

static void test_plain_numbers_have_a_true_minus(void **state)
{
    assert_str(format_plain(*state, -0.5), "\u22120.5");
    assert_str(format_plain(*state, 1234567.25), "1234567.25");
}

static void test_every_directive_of_a_time(void **state)
{
    double time = clock_of(2012, 1, 5, 16, 7, 9, 45);
    assert_str(format_time(*state, NULL, S("%a %A %b %B %d %e %-d %_m %0d"), time),
               "Sun Sunday Feb February 05  5 5  2 05");
    assert_str(format_time(*state, NULL, S("%H %I %p %M %S %L %f %j %q"), time),
               "16 04 PM 07 09 045 045000 036 1");
    assert_str(format_time(*state, NULL, S("%U %W %V %u %w %y %Y %g %G"), time),
               "06 05 05 7 0 12 2012 12 2012");
    assert_str(format_time(*state, NULL, S("%Q %s %Z %%"), time),
               "1328458029045 1328458029 +0000 %");
    assert_str(format_time(*state, NULL, S("%c|%x|%X"), time),
               "2/5/2012, 4:07:09 PM|2/5/2012|4:07:09 PM");
}

static void test_without_a_specifier_the_least_part_decides(void **state)
{
    assert_str(format_time(*state, NULL, S(""), clock_day(2012, 0, 1)), "2012");
    assert_str(format_time(*state, NULL, S(""), clock_day(2012, 3, 1)), "April");
    assert_str(format_time(*state, NULL, S(""), clock_day(2012, 3, 8)), "Apr 08");
    assert_str(format_time(*state, NULL, S(""), clock_day(2012, 3, 9)), "Mon 09");
    assert_str(format_time(*state, NULL, S(""), clock_of(2012, 3, 9, 15, 0, 0, 0)),
               "03 PM");
    assert_str(format_time(*state, NULL, S(""), clock_of(2012, 3, 9, 15, 4, 0, 0)),
               "03:04");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_the_examples_of_the_documentation),
        unit_case(test_numbers_are_grouped_and_padded),
        unit_case(test_halves_go_away_from_zero_as_the_double_is),
        unit_case(test_signs),
        unit_case(test_types),
        unit_case(test_what_is_no_specifier_is_known),
        unit_case(test_marks_are_those_of_the_language),
        unit_case(test_exact_numbers_are_rounded_once),
        unit_case(test_plain_numbers_have_a_true_minus),
        unit_case(test_every_directive_of_a_time),
        unit_case(test_without_a_specifier_the_least_part_decides),
    };
    return unit_run(tests);
}
