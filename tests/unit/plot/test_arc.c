/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/plot/arc.h"
#include "path_text.h"

static str sliced(struct arena *arena, struct slice slice)
{
    struct path path = slice_path(arena, (point){0}, slice);
    return path_text(arena, &path);
}

/* Where a straight stretch or curve ends, as "x,y" with one decimal. */
static bool passes(str text, const char *corner)
{
    str wanted = str_from(corner);
    for (size_t i = 0; i + wanted.length <= text.length; i++) {
        if (str_starts(str_after(text, i), wanted)) {
            return true;
        }
    }
    return false;
}

static void test_a_slice_goes_clockwise_from_twelve_o_clock(void **state)
{
    struct slice slice = {.outer_radius = 10, .end_angle = M_PI_2};
    assert_str(sliced(*state, slice),
               "M0.0,-10.0 C5.5,-10.0 10.0,-5.5 10.0,0.0 L0.0,0.0 Z");
}

static void test_the_order_of_angles_and_radii_does_not_matter(void **state)
{
    struct slice slice = {5, 10, 0, 1, 0, 0};
    struct slice swapped = {10, 5, 1, 0, 0, 0};
    str first = sliced(*state, slice);
    struct arena *arena = *state;
    assert_string_equal(str_c(arena, first), str_c(arena, sliced(arena, swapped)));
}

static void test_a_ring_has_a_hole_that_turns_the_other_way(void **state)
{
    struct slice ring = {5, 10, 0, 2 * M_PI, 0, 0};
    struct path path = slice_path(*state, (point){100, 100}, ring);
    assert_int_equal(path.count, 12);
    assert_int_equal(path.at[6].verb, PATH_MOVE);
    assert_true(path.at[1].at[2].y > 100); /* down first */
    assert_true(path.at[7].at[2].y < 100); /* up first */
}

static void test_padding_moves_both_sides_apart_in_parallel(void **state)
{
    struct slice slice = {50, 100, 0, M_PI_2, 0.1, 0};
    /* half of the pad angle at the mean radius sqrt(50^2 + 100^2), as a length: 5.6 */
    assert_true(passes(sliced(*state, slice), "M5.6,-99.8"));
    assert_true(passes(sliced(*state, slice), "L49.7,-5.6"));
}

static void test_a_padding_wider_than_the_slice_leaves_a_line(void **state)
{
    struct slice slice = {50, 100, 0, 0.05, 0.2, 0};
    assert_str(sliced(*state, slice), "M2.5,-100.0 L1.2,-50.0 Z");
}

static void test_round_corners_begin_where_they_touch_the_side(void **state)
{
    struct slice slice = {0, 100, 0, M_PI_2, 0, 10};
    /* the corner's middle is 10 from the side and 90 from the center: sqrt(90^2 - 10^2) */
    assert_true(passes(sliced(*state, slice), "M0.0,-89.4"));
}

static void test_corners_are_no_larger_than_half_of_the_ring(void **state)
{
    struct slice slice = {90, 100, 0, 1, 0, 50};
    struct path path = slice_path(*state, (point){0}, slice);
    /* radius 5: sqrt((100 - 5)^2 - 5^2) up the side */
    assert_true(fabs(path.at[0].at[0].y + 94.868) < 0.001);
}

static void test_a_thin_slice_has_corners_that_meet(void **state)
{
    struct slice slice = {0, 100, 0, 0.1, 0, 20};
    struct path path = slice_path(*state, (point){0}, slice);
    double widest = 0;
    for (size_t i = 0; i < path.count; i++) {
        point end = path.at[i].at[path.at[i].verb == PATH_CURVE ? 2 : 0];
        widest = fmax(widest, hypot(end.x, end.y));
    }
    assert_true(widest <= 100.01 && widest > 95);
}

static void test_nothing_has_no_outline(void **state)
{
    assert_str(sliced(*state, (struct slice){.end_angle = 1}), "");
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_slice_goes_clockwise_from_twelve_o_clock),
        unit_case(test_the_order_of_angles_and_radii_does_not_matter),
        unit_case(test_a_ring_has_a_hole_that_turns_the_other_way),
        unit_case(test_padding_moves_both_sides_apart_in_parallel),
        unit_case(test_a_padding_wider_than_the_slice_leaves_a_line),
        unit_case(test_round_corners_begin_where_they_touch_the_side),
        unit_case(test_corners_are_no_larger_than_half_of_the_ring),
        unit_case(test_a_thin_slice_has_corners_that_meet),
        unit_case(test_nothing_has_no_outline),
    };
    return unit_run(tests);
}
