/* SPDX-License-Identifier: MIT */
#include "unit.h"

#include "../../../src/chart/occupancy.h"

static struct occupancy empty(void)
{
    return (struct occupancy){.bounds = {0, 0, 100, 100}};
}

static void test_a_label_stands_above_its_point(void **state)
{
    (void)state;
    struct occupancy taken = empty();
    rect place;
    assert_true(occupancy_place(&taken, (point){50, 50}, 20, 8, 3, &place));
    assert_true(place.x == 40 && place.y == 39);
}

static void test_it_moves_aside_where_that_is_taken(void **state)
{
    struct occupancy taken = empty();
    rect place;
    occupancy_take(*state, &taken, (rect){30, 30, 40, 15});
    assert_true(occupancy_place(&taken, (point){50, 50}, 20, 8, 3, &place));
    assert_true(place.x == 53 && place.y == 46); /* at the right */
}

static void test_lines_are_in_the_way(void **state)
{
    struct occupancy taken = empty();
    occupancy_take_line(*state, &taken, (point){0, 42}, (point){100, 42});
    assert_false(occupancy_is_free(&taken, (rect){40, 39, 20, 8}));
    assert_true(occupancy_is_free(&taken, (rect){40, 49, 20, 8}));
}

static void test_labels_stay_within_the_bounds(void **state)
{
    (void)state;
    struct occupancy taken = empty();
    rect place;
    assert_true(occupancy_place(&taken, (point){5, 5}, 20, 8, 3, &place));
    assert_true(place.x >= 0 && place.y >= 0);
}

static void test_no_place_is_free(void **state)
{
    struct occupancy taken = empty();
    rect place;
    occupancy_take(*state, &taken, (rect){0, 0, 100, 100});
    assert_false(occupancy_place(&taken, (point){50, 50}, 20, 8, 3, &place));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        unit_case(test_a_label_stands_above_its_point),
        unit_case(test_it_moves_aside_where_that_is_taken),
        unit_case(test_lines_are_in_the_way),
        unit_case(test_labels_stay_within_the_bounds),
        unit_case(test_no_place_is_free),
    };
    return unit_run(tests);
}
