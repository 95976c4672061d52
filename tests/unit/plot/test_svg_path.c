/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/plot/svg_path.h"
#include "path_text.h"

static str read_path(struct arena *arena, const char *text)
{
    struct path path = {0};
    return svg_path_read(arena, str_from(text), &path) ? path_text(arena, &path)
                                                       : S("no path");
}

#define assert_path(text, expected) assert_str(read_path(*state, text), expected)

static void test_lines_absolute_and_relative(void **state)
{
    assert_path("M0,-1 L1 0 l-1,1 H-1 V0 h.5 v-.5Z",
                "M0.0,-1.0 L1.0,0.0 L0.0,1.0 L-1.0,1.0 L-1.0,0.0 L-0.5,0.0 L-0.5,-0.5 Z");
}

static void test_pairs_after_a_move_are_lines(void **state)
{
    assert_path("m1,1 2,0 0,2z m1,0l1,1", "M1.0,1.0 L3.0,1.0 L3.0,3.0 Z M2.0,1.0 L3.0,2.0");
}

static void test_numbers_may_touch(void **state)
{
    assert_path("M1.5.5-2e0-1E1", "M1.5,0.5 L-2.0,-10.0");
}

static void test_cubic_curves_and_their_short_form(void **state)
{
    assert_path("M0,0C1,1 2,1 3,0S5-1 6,0s2,2 3,0",
                "M0.0,0.0 C1.0,1.0 2.0,1.0 3.0,0.0 C4.0,-1.0 5.0,-1.0 6.0,0.0 "
                "C7.0,1.0 8.0,2.0 9.0,0.0");
    assert_path("M0,0S1,1 2,0", "M0.0,0.0 C0.0,0.0 1.0,1.0 2.0,0.0");
}

static void test_quadratic_curves_become_cubic(void **state)
{
    assert_path("M0,0Q3,6 6,0T12,0",
                "M0.0,0.0 C2.0,4.0 4.0,4.0 6.0,0.0 C8.0,-4.0 10.0,-4.0 12.0,0.0");
}

static void test_arcs_choose_the_side_and_the_length(void **state)
{
    assert_path("M10,0A10,10 0 0 1 0,10", "M10.0,0.0 C10.0,5.5 5.5,10.0 0.0,10.0");
    assert_path("M10,0A10,10 0 0 0 0,10", "M10.0,0.0 C4.5,0.0 0.0,4.5 0.0,10.0");
    assert_path("M10,0a10,10 0 10-10,10",
                "M10.0,0.0 C10.0,-5.5 5.5,-10.0 0.0,-10.0 C-5.5,-10.0 -10.0,-5.5 -10.0,0.0 "
                "C-10.0,5.5 -5.5,10.0 0.0,10.0");
}

static void test_an_arc_whose_radius_is_too_small_is_half_a_circle(void **state)
{
    assert_path("M0,0A1,1 0 0 1 10,0",
                "M0.0,0.0 C0.0,-2.8 2.2,-5.0 5.0,-5.0 C7.8,-5.0 10.0,-2.8 10.0,0.0");
}

static void test_a_turned_ellipse_passes_through_its_ends(void **state)
{
    struct path path = {0};
    assert_true(svg_path_read(*state, S("M0,0A20,10 45 0 1 10,20"), &path));
    point end = path.at[path.count - 1].at[2];
    assert_true(end.x == 10 && end.y == 20);
    assert_true(path.at[1].at[0].y < 0 || path.at[1].at[0].x > 0);
}

static void test_other_texts_are_no_paths(void **state)
{
    assert_path("", "no path");
    assert_path("circle", "no path");
    assert_path("L1,1", "no path");
    assert_path("M1", "no path");
    assert_path("M1,1 Z 2", "no path");
    assert_path("M1,1 A1,1 0 2 0 1,1", "no path");
    assert_path("M1,1 X", "no path");
    assert_path("m", "no path");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_lines_absolute_and_relative),
        unit_case(test_pairs_after_a_move_are_lines),
        unit_case(test_numbers_may_touch),
        unit_case(test_cubic_curves_and_their_short_form),
        unit_case(test_quadratic_curves_become_cubic),
        unit_case(test_arcs_choose_the_side_and_the_length),
        unit_case(test_an_arc_whose_radius_is_too_small_is_half_a_circle),
        unit_case(test_a_turned_ellipse_passes_through_its_ends),
        unit_case(test_other_texts_are_no_paths),
    };
    return unit_run(tests);
}
