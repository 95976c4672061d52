/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/plot/color_space.h"
#include "../../../src/plot/scheme.h"

static void assert_color(color found, const char *expected)
{
    color wanted;
    assert_true(color_parse(str_from(expected), &wanted));
    assert_int_equal(found.red, wanted.red);
    assert_int_equal(found.green, wanted.green);
    assert_int_equal(found.blue, wanted.blue);
}

static const color steel = {70, 130, 180}, brown = {165, 42, 42};

/* As d3-interpolate gives them. */
static void test_the_middle_lies_in_the_space_that_is_named(void **state)
{
    (void)state;
    assert_color(color_between(steel, brown, 0.2, S("rgb"), 1), "#597098");
    assert_color(color_between(steel, brown, 0.2, S("lab"), 1), "#6d7497");
    assert_color(color_between(steel, brown, 0.2, S("hcl"), 1), "#6572b6");
    assert_color(color_between(steel, brown, 0.2, S("hsl"), 1), "#4044b2");
}

static void test_ends_are_the_colours_themselves(void **state)
{
    (void)state;
    static const str spaces[] = {S("rgb"), S("lab"), S("hcl"), S("hsl"), S("cubehelix")};
    for (size_t i = 0; i < COUNT_OF(spaces); i++) {
        assert_true(color_space_is_known(spaces[i]));
        assert_color(color_between(steel, brown, 0, spaces[i], 1), "#4682b4");
        assert_color(color_between(steel, brown, 1, spaces[i], 1), "#a52a2a");
    }
}

static void test_grey_has_no_hue_of_its_own(void **state)
{
    (void)state;
    const color white = {255, 255, 255}, red = {255, 0, 0};
    color between = color_between(white, red, 0.5, S("hsl"), 1);
    assert_int_equal(between.green, between.blue);
}

static void test_schemes_are_known_in_any_case(void **state)
{
    (void)state;
    const struct scheme *scheme = scheme_named(S("TABLEAU10"));
    assert_non_null(scheme);
    assert_int_equal(scheme_count(scheme), 10);
    assert_color(scheme_color(scheme, 0), "#4c78a8");
    assert_true(scheme_named(S("viridis"))->is_continuous);
    assert_null(scheme_named(S("mauve")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_the_middle_lies_in_the_space_that_is_named),
        unit_case(test_ends_are_the_colours_themselves),
        unit_case(test_grey_has_no_hue_of_its_own),
        unit_case(test_schemes_are_known_in_any_case),
    };
    return unit_run(tests);
}
