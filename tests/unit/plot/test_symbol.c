/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/plot/symbol.h"
#include "path_text.h"

static void test_each_name_has_an_outline_within_its_square(void **state)
{
    static const char *const names[] = {
        "circle",   "square",      "cross",          "diamond",
        "triangle", "triangle-up", "triangle-down",  "triangle-left",
        "wedge",    "arrow",       "triangle-right", "stroke",
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct path path = symbol_path(*state, str_from(names[i]));
        assert_true(path.count > 1);
        for (size_t s = 0; s < path.count; s++) {
            assert_true(fabs(path.at[s].at[0].x) <= 1 && fabs(path.at[s].at[0].y) < 1.2);
        }
    }
}

static void test_the_size_is_the_area_of_the_square(void **state)
{
    struct path square = symbol_path(*state, S("square"));
    struct path placed = symbol_place(*state, &square, (point){50, 60}, 100, 0);
    assert_str(path_text(*state, &placed), "M45.0,55.0 L55.0,55.0 L55.0,65.0 L45.0,65.0 Z");
}

static void test_an_angle_turns_clockwise(void **state)
{
    struct path stroke = symbol_path(*state, S("stroke"));
    struct path placed = symbol_place(*state, &stroke, (point){0}, 400, 90);
    assert_str(path_text(*state, &placed), "M0.0,-10.0 L0.0,10.0");
}

static void test_a_shape_may_be_an_svg_path(void **state)
{
    struct path path = symbol_path(*state, S("M-1,-1H1V1Z"));
    assert_str(path_text(*state, &path), "M-1.0,-1.0 L1.0,-1.0 L1.0,1.0 Z");
    assert_int_equal(symbol_path(*state, S("blob")).count, 0);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_each_name_has_an_outline_within_its_square),
        unit_case(test_the_size_is_the_area_of_the_square),
        unit_case(test_an_angle_turns_clockwise),
        unit_case(test_a_shape_may_be_an_svg_path),
    };
    return unit_run(tests);
}
