/* SPDX-License-Identifier: MIT */
#include "near.h"

#include "scene/geometry.h"

static color parse(const char *text)
{
    color parsed;
    assert_true(color_parse(str_from(text), &parsed));
    return parsed;
}

static void test_a_colour_is_six_hexadecimal_digits(void **state)
{
    (void)state;
    color blue = parse("#0B5c94");
    assert_int_equal(blue.red, 0x0B);
    assert_int_equal(blue.green, 0x5C);
    assert_int_equal(blue.blue, 0x94);
    static const char *const wrong[] = {"", "#", "0B5C94", "#0B5C9", "#0B5C944", "#0B5G94"};
    for (size_t i = 0; i < COUNT_OF(wrong); i++) {
        assert_false(color_parse(str_from(wrong[i]), &blue));
    }
}

static void test_a_mix_goes_from_one_colour_to_the_other(void **state)
{
    (void)state;
    color white = parse("#FFFFFF");
    color blue = parse("#0B5C94");
    color tint = color_mix(white, blue, 0.2);
    assert_int_equal(tint.red, 206);
    assert_int_equal(tint.green, 222);
    assert_int_equal(tint.blue, 234);
    assert_int_equal(color_mix(white, blue, 0).red, 0xFF);
    assert_int_equal(color_mix(white, blue, 1).red, 0x0B);
}

static void test_luminance_spans_black_to_white(void **state)
{
    (void)state;
    assert_near(color_luminance(parse("#000000")), 0);
    assert_near(color_luminance(parse("#FFFFFF")), 1);
}

static void test_contrast_agrees_with_the_published_figures(void **state)
{
    (void)state;
    static const struct {
        const char *color;
        double on_white;
    } cases[] = {
        {"#000000", 21.0}, {"#FFFFFF", 1.0},  {"#0B5C94", 7.1}, {"#D9541E", 4.0},
        {"#4E9890", 3.4},  {"#5E1740", 12.6}, {"#DDB84E", 1.9}, {"#8DBBE8", 2.0},
        {"#1A1A1A", 17.4}, {"#4A5560", 7.6},  {"#5B6670", 5.9}, {"#8A949E", 3.1},
    };
    for (size_t i = 0; i < COUNT_OF(cases); i++) {
        color c = parse(cases[i].color);
        assert_within(color_contrast(c, parse("#FFFFFF")), cases[i].on_white, 0.051);
        assert_within(color_contrast(parse("#FFFFFF"), c), cases[i].on_white, 0.051);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_colour_is_six_hexadecimal_digits),
        unit_case(test_a_mix_goes_from_one_colour_to_the_other),
        unit_case(test_luminance_spans_black_to_white),
        unit_case(test_contrast_agrees_with_the_published_figures),
    };
    return unit_run(tests);
}
