/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "plot/scale.h"

#include "../../../src/plot/datum_index.h"

#include <math.h>

static double ends[2], room[2];

static struct scale numbers(enum scale_type type, double low, double high)
{
    ends[0] = low;
    ends[1] = high;
    room[0] = 0;
    room[1] = 100;
    return (struct scale){.type = type,
                          .domain = ends,
                          .domain_count = 2,
                          .range = room,
                          .range_count = 2,
                          .exponent = 2,
                          .base = 10,
                          .constant = 1,
                          .gamma = 1,
                          .align = 0.5};
}

static struct scale names(struct arena *arena, enum scale_type type)
{
    struct scale scale = numbers(type, 0, 0);
    struct datum_index *index = arena_new(arena, struct datum_index);
    datum_index_add(arena, index, datum_text(S("a")));
    datum_index_add(arena, index, datum_text(S("b")));
    datum_index_add(arena, index, datum_text(S("c")));
    datum_index_add(arena, index, datum_text(S("a")));
    scale.values = index->values;
    scale.index = index;
    return scale;
}

#define assert_near(a, b) assert_true(fabs((a) - (b)) < 1e-9)

static void test_a_linear_scale_goes_on_beyond_its_ends(void **state)
{
    (void)state;
    struct scale scale = numbers(SCALE_LINEAR, 10, 20);
    assert_near(scale_position(&scale, 15), 50);
    assert_near(scale_position(&scale, 30), 200);
    scale.is_clamped = true;
    assert_near(scale_position(&scale, 30), 100);
    assert_true(isnan(scale_position(&scale, (double)NAN)));
}

static void test_equal_ends_put_everything_in_the_middle(void **state)
{
    (void)state;
    struct scale scale = numbers(SCALE_LINEAR, 5, 5);
    assert_near(scale_position(&scale, 5), 50);
}

static void test_scales_bend_as_their_type_says(void **state)
{
    (void)state;
    struct scale scale = numbers(SCALE_LOG, 1, 100);
    assert_near(scale_position(&scale, 10), 50);
    scale = numbers(SCALE_SQRT, 0, 100);
    assert_near(scale_position(&scale, 25), 50);
    scale = numbers(SCALE_POW, 0, 10);
    assert_near(scale_position(&scale, 5), 25);
    scale = numbers(SCALE_SYMLOG, -9, 9);
    assert_near(scale_position(&scale, 0), 50);
    assert_near(scale_position(&scale, 2) - 50, 50 * log(3) / log(10));
}

static void test_bands_share_the_range_with_their_paddings(void **state)
{
    struct scale scale = names(*state, SCALE_BAND);
    scale.padding_inner = 0.1;
    scale.padding_outer = 0.05;
    room[1] = 60;
    scale_place_bands(&scale);
    assert_near(scale.step, 20);
    assert_near(scale.bandwidth, 18);
    assert_near(scale_number(&scale, datum_text(S("b"))), 21);
    assert_true(isnan(scale_number(&scale, datum_text(S("z")))));
}

static void test_a_reversed_range_puts_the_first_band_last(void **state)
{
    struct scale scale = names(*state, SCALE_BAND);
    room[0] = 60;
    room[1] = 0;
    scale_place_bands(&scale);
    assert_near(scale_number(&scale, datum_text(S("a"))), 40);
}

static void test_points_stand_half_a_step_from_the_ends(void **state)
{
    struct scale scale = names(*state, SCALE_POINT);
    scale.padding_outer = 0.5;
    room[1] = 60;
    scale_place_bands(&scale);
    assert_near(scale_number(&scale, datum_text(S("a"))), 10);
    assert_near(scale_number(&scale, datum_text(S("c"))), 50);
}

static void test_ordinal_scales_begin_their_range_again(void **state)
{
    struct scale scale = names(*state, SCALE_ORDINAL);
    color two[] = {{1, 1, 1}, {2, 2, 2}};
    color found;
    scale.colors = two;
    scale.color_count = 2;
    assert_true(scale_color(&scale, datum_text(S("c")), &found));
    assert_int_equal(found.red, 1);
    assert_false(scale_color(&scale, datum_text(S("z")), &found));
}

static void test_breaks_belong_to_the_class_above_them(void **state)
{
    (void)state;
    struct scale scale = numbers(SCALE_THRESHOLD, 10, 20);
    double classes[] = {1, 2, 3};
    scale.range = classes;
    scale.range_count = 3;
    assert_near(scale_position(&scale, 9), 1);
    assert_near(scale_position(&scale, 10), 2);
    assert_near(scale_position(&scale, 99), 3);
}

static void test_a_middle_has_the_middle_of_the_colours(void **state)
{
    (void)state;
    struct scale scale = numbers(SCALE_LINEAR, -10, 100);
    double three[] = {-10, 0, 100};
    color colors[] = {{0, 0, 0}, {100, 100, 100}, {200, 200, 200}};
    color found;
    scale.domain = three;
    scale.domain_count = 3;
    scale.colors = colors;
    scale.color_count = 3;
    scale.interpolate = S("rgb");
    assert_true(scale_color(&scale, datum_number(0), &found));
    assert_int_equal(found.red, 100);
    assert_true(scale_color(&scale, datum_number(-5), &found));
    assert_int_equal(found.red, 50);
    assert_true(scale_color(&scale, datum_number(50), &found));
    assert_int_equal(found.red, 150);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        unit_case(test_a_linear_scale_goes_on_beyond_its_ends),
        unit_case(test_equal_ends_put_everything_in_the_middle),
        unit_case(test_scales_bend_as_their_type_says),
        unit_case(test_bands_share_the_range_with_their_paddings),
        unit_case(test_a_reversed_range_puts_the_first_band_last),
        unit_case(test_points_stand_half_a_step_from_the_ends),
        unit_case(test_ordinal_scales_begin_their_range_again),
        unit_case(test_breaks_belong_to_the_class_above_them),
        unit_case(test_a_middle_has_the_middle_of_the_colours),
    };
    return unit_run(tests);
}
