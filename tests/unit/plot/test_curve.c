/* SPDX-License-Identifier: MIT */
/* Expected paths are those that d3-shape 3.2 writes for the same points. */
#include "unit.h"

#include "../../../src/plot/curve.h"
#include "path_text.h"

static const point points[] = {{0, 0}, {10, 20}, {30, 10}, {40, 40}};
enum { COUNT = sizeof points / sizeof *points };

static str drawn(struct arena *arena, const char *name, double tension, size_t count)
{
    struct path path = {0};
    struct curve curve;
    assert_true(curve_named(str_from(name), tension, false, &curve));
    curve_add(arena, &path, curve, points, count, CURVE_START_MOVE);
    return path_text(arena, &path);
}

#define assert_curve(name, expected) assert_str(drawn(*state, name, NAN, COUNT), expected)

static void test_straight_lines_and_steps(void **state)
{
    assert_curve("linear", "M0.0,0.0 L10.0,20.0 L30.0,10.0 L40.0,40.0");
    assert_curve("", "M0.0,0.0 L10.0,20.0 L30.0,10.0 L40.0,40.0");
    assert_curve("linear-closed", "M0.0,0.0 L10.0,20.0 L30.0,10.0 L40.0,40.0 Z");
    assert_curve("step", "M0.0,0.0 L5.0,0.0 L5.0,20.0 L20.0,20.0 L20.0,10.0 L35.0,10.0 "
                         "L35.0,40.0 L40.0,40.0");
    assert_curve("step-before",
                 "M0.0,0.0 L0.0,20.0 L10.0,20.0 L10.0,10.0 L30.0,10.0 L30.0,40.0 "
                 "L40.0,40.0");
    assert_curve("step-after",
                 "M0.0,0.0 L10.0,0.0 L10.0,20.0 L30.0,20.0 L30.0,10.0 L40.0,10.0 "
                 "L40.0,40.0");
}

static void test_curves_are_those_of_d3(void **state)
{
    assert_curve("basis", "M0.0,0.0 L1.7,3.3 C3.3,6.7 6.7,13.3 11.7,15.0 C16.7,16.7 "
                          "23.3,13.3 28.3,16.7 C33.3,20.0 36.7,30.0 38.3,35.0 "
                          "L40.0,40.0");
    assert_curve("basis-open", "M11.7,15.0 C16.7,16.7 23.3,13.3 28.3,16.7");
    assert_curve("basis-closed",
                 "M11.7,15.0 C16.7,16.7 23.3,13.3 28.3,16.7 C33.3,20.0 "
                 "36.7,30.0 31.7,28.3 C26.7,26.7 13.3,13.3 8.3,10.0 C3.3,6.7 "
                 "6.7,13.3 11.7,15.0");
    assert_curve("bundle", "M0.0,0.0 L1.8,3.2 C3.5,6.3 7.0,12.7 11.9,14.8 C16.8,16.8 "
                           "23.2,14.7 28.1,18.2 C33.0,21.7 36.5,30.8 38.3,35.4 "
                           "L40.0,40.0");
    assert_curve("cardinal", "M0.0,0.0 C0.0,0.0 5.0,18.3 10.0,20.0 C15.0,21.7 25.0,6.7 "
                             "30.0,10.0 C35.0,13.3 40.0,40.0 40.0,40.0");
    assert_curve("cardinal-open", "M10.0,20.0 C15.0,21.7 25.0,6.7 30.0,10.0");
    assert_curve("cardinal-closed",
                 "M10.0,20.0 C15.0,21.7 25.0,6.7 30.0,10.0 C35.0,13.3 "
                 "45.0,41.7 40.0,40.0 C35.0,38.3 5.0,3.3 0.0,0.0 C-5.0,-3.3 "
                 "5.0,18.3 10.0,20.0");
    assert_curve("catmull-rom", "M0.0,0.0 C0.0,0.0 5.0,18.3 10.0,20.0 C15.0,21.7 25.1,8.0 "
                                "30.0,10.0 C35.8,12.4 40.0,40.0 40.0,40.0");
    assert_curve("catmull-rom-open", "M10.0,20.0 C15.0,21.7 25.1,8.0 30.0,10.0");
    assert_curve("catmull-rom-closed",
                 "M10.0,20.0 C15.0,21.7 25.1,8.0 30.0,10.0 C35.8,12.4 "
                 "42.4,38.5 40.0,40.0 C36.8,41.9 1.9,-1.4 0.0,0.0 C-1.2,0.9 "
                 "5.0,18.3 10.0,20.0");
    assert_curve("monotone", "M0.0,0.0 C3.3,10.0 6.7,20.0 10.0,20.0 C16.7,20.0 23.3,10.0 "
                             "30.0,10.0 C33.3,10.0 36.7,25.0 40.0,40.0");
    assert_curve("natural", "M0.0,0.0 C2.2,10.2 4.4,20.4 10.0,20.0 C15.6,19.6 24.4,8.4 "
                            "30.0,10.0 C35.6,11.6 37.8,25.8 40.0,40.0");
}

static void test_a_tension_bends_less(void **state)
{
    assert_str(drawn(*state, "cardinal", 1, 3),
               "M0.0,0.0 C0.0,0.0 10.0,20.0 10.0,20.0 C10.0,20.0 30.0,10.0 30.0,10.0");
    assert_str(drawn(*state, "catmull-rom", 0, COUNT),
               "M0.0,0.0 C0.0,0.0 5.0,18.3 10.0,20.0 C15.0,21.7 25.0,6.7 "
               "30.0,10.0 C35.0,13.3 40.0,40.0 40.0,40.0");
}

static void test_two_points_are_a_line_and_one_is_its_start(void **state)
{
    static const char *const names[] = {"basis", "cardinal", "catmull-rom", "monotone",
                                        "natural"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_str(drawn(*state, names[i], NAN, 2), "M0.0,0.0 L10.0,20.0");
        assert_str(drawn(*state, names[i], NAN, 1), "M0.0,0.0");
        assert_str(drawn(*state, names[i], NAN, 0), "");
    }
}

static void test_a_monotone_curve_along_y_is_the_mirror_image(void **state)
{
    struct path along_x = {0};
    struct path along_y = {0};
    point mirrored[COUNT];
    struct curve curve = {.kind = CURVE_MONOTONE};
    curve_add(*state, &along_x, curve, points, COUNT, CURVE_START_MOVE);
    for (size_t i = 0; i < COUNT; i++) {
        mirrored[i] = (point){points[i].y, points[i].x};
    }
    curve.is_along_y = true;
    curve_add(*state, &along_y, curve, mirrored, COUNT, CURVE_START_MOVE);
    assert_int_equal(along_x.count, along_y.count);
    for (size_t i = 1; i < along_x.count; i++) {
        for (size_t p = 0; p < 3; p++) {
            assert_true(along_x.at[i].at[p].x == along_y.at[i].at[p].y);
            assert_true(along_x.at[i].at[p].y == along_y.at[i].at[p].x);
        }
    }
}

static void test_a_monotone_curve_leaves_out_points_that_repeat(void **state)
{
    const point repeated[] = {{0, 0}, {0, 0}, {10, 20}, {10, 20}};
    struct path path = {0};
    curve_add(*state, &path, (struct curve){.kind = CURVE_MONOTONE}, repeated, 4,
              CURVE_START_MOVE);
    assert_str(path_text(*state, &path), "M0.0,0.0 L10.0,20.0");
}

static void test_the_way_back_of_a_step_is_the_same_line(void **state)
{
    (void)state;
    struct curve curve;
    assert_true(curve_named(S("step-after"), NAN, false, &curve));
    assert_int_equal(curve_reversed(curve).kind, CURVE_STEP_BEFORE);
    assert_int_equal(curve_reversed(curve_reversed(curve)).kind, CURVE_STEP_AFTER);
    assert_int_equal(curve_reversed((struct curve){.kind = CURVE_STEP}).kind, CURVE_STEP);
}

static void test_a_curve_goes_on_from_a_path(void **state)
{
    struct path path = {0};
    path_move(*state, &path, (point){5, 5});
    curve_add(*state, &path, (struct curve){0}, points, 2, CURVE_START_LINE);
    assert_str(path_text(*state, &path), "M5.0,5.0 L0.0,0.0 L10.0,20.0");
}

static void test_an_unknown_word_is_no_curve(void **state)
{
    (void)state;
    struct curve curve;
    assert_false(curve_named(S("wiggly"), NAN, false, &curve));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_straight_lines_and_steps),
        unit_case(test_curves_are_those_of_d3),
        unit_case(test_a_tension_bends_less),
        unit_case(test_two_points_are_a_line_and_one_is_its_start),
        unit_case(test_a_monotone_curve_along_y_is_the_mirror_image),
        unit_case(test_a_monotone_curve_leaves_out_points_that_repeat),
        unit_case(test_the_way_back_of_a_step_is_the_same_line),
        unit_case(test_a_curve_goes_on_from_a_path),
        unit_case(test_an_unknown_word_is_no_curve),
    };
    return unit_run(tests);
}
