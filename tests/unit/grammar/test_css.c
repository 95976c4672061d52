/* SPDX-License-Identifier: MIT */
/* Colours as CSS Color 4 writes them; its own examples where it has some. */
#include "unit.h"

#include "grammar/css.h"

static void is(const char *text, unsigned red, unsigned green, unsigned blue,
               double opacity)
{
    color parsed;
    double found;
    if (!css_color(str_from(text), &parsed, &found)) {
        fail_msg("%s is no colour", text);
    }
    assert_int_equal(parsed.red, red);
    assert_int_equal(parsed.green, green);
    assert_int_equal(parsed.blue, blue);
    assert_float_equal(found, opacity, 0.005);
}

static void is_none(const char *text)
{
    color parsed;
    double opacity;
    assert_false(css_color(str_from(text), &parsed, &opacity));
}

static void test_names_are_those_of_css(void **state)
{
    (void)state;
    is("rebeccapurple", 0x66, 0x33, 0x99, 1);
    is("SteelBlue", 0x46, 0x82, 0xb4, 1);
    is("aliceblue", 0xf0, 0xf8, 0xff, 1);
    is("yellowgreen", 0x9a, 0xcd, 0x32, 1);
    is_none("steel blue");
    is_none("");
}

static void test_digits_are_read_by_one_and_by_two(void **state)
{
    (void)state;
    is("#0B5C94", 0x0b, 0x5c, 0x94, 1);
    is("#abc", 0xaa, 0xbb, 0xcc, 1);
    is("#abc8", 0xaa, 0xbb, 0xcc, 0.533);
    is("#00000080", 0, 0, 0, 0.502);
    is_none("#ab");
    is_none("#abcde");
    is_none("#12345g");
}

static void test_functions_take_numbers_and_per_cent(void **state)
{
    (void)state;
    is("rgb(255, 0, 10)", 255, 0, 10, 1);
    is("rgba(100%, 50%, 0%, 0.25)", 255, 128, 0, 0.25);
    is("rgb(300 -5 0 / 50%)", 255, 0, 0, 0.5);
    is("hsl(120, 100%, 50%)", 0, 255, 0, 1);
    is("hsla(210deg, 50%, 40%, 0.5)", 51, 102, 153, 0.5);
    is("hsl(-120, 100%, 25%)", 0, 0, 128, 1);
    is_none("rgb(1, 2)");
    is_none("rgb(1, 2, x)");
    is_none("rgb(1, 2, 3");
    is_none("lab(1, 2, 3)");
}

static void test_transparent_is_a_colour_without_opacity(void **state)
{
    (void)state;
    is("transparent", 0, 0, 0, 0);
    is("none", 0, 0, 0, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_names_are_those_of_css),
        unit_case(test_digits_are_read_by_one_and_by_two),
        unit_case(test_functions_take_numbers_and_per_cent),
        unit_case(test_transparent_is_a_colour_without_opacity),
    };
    return unit_run(tests);
}
