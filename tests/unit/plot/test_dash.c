/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/plot/dash.h"
#include "path_text.h"

static str dashed(struct arena *arena, const double *lengths, size_t count, double offset)
{
    struct path line = {0};
    path_move(arena, &line, (point){0, 0});
    path_line(arena, &line, (point){10, 0});
    path_line(arena, &line, (point){10, 5});
    struct path path = dash_path(arena, &line, lengths, count, offset);
    return path_text(arena, &path);
}

static void test_dashes_go_round_corners(void **state)
{
    assert_str(dashed(*state, (const double[]){4, 2, 6, 1}, 4, 0),
               "M0.0,0.0 L4.0,0.0 M6.0,0.0 L10.0,0.0 L10.0,2.0 M10.0,3.0 L10.0,5.0");
}

static void test_an_odd_count_goes_round_twice(void **state)
{
    assert_str(dashed(*state, (const double[]){5}, 1, 0),
               "M0.0,0.0 L5.0,0.0 M10.0,0.0 L10.0,5.0");
}

static void test_an_offset_begins_within_the_pattern(void **state)
{
    assert_str(dashed(*state, (const double[]){4, 4}, 2, 6),
               "M2.0,0.0 L6.0,0.0 M10.0,0.0 L10.0,4.0");
    assert_str(dashed(*state, (const double[]){4, 4}, 2, -2),
               "M2.0,0.0 L6.0,0.0 M10.0,0.0 L10.0,4.0");
}

static void test_a_closed_path_is_dashed_to_its_start(void **state)
{
    struct path square = {0};
    path_rect(*state, &square, (rect){0, 0, 4, 4});
    struct path path = dash_path(*state, &square, (const double[]){4, 4}, 2, 0);
    assert_str(path_text(*state, &path),
               "M0.0,0.0 L4.0,0.0 L4.0,0.0 M4.0,4.0 L0.0,4.0 L0.0,4.0");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_dashes_go_round_corners),
        unit_case(test_an_odd_count_goes_round_twice),
        unit_case(test_an_offset_begins_within_the_pattern),
        unit_case(test_a_closed_path_is_dashed_to_its_start),
    };
    return unit_run(tests);
}
